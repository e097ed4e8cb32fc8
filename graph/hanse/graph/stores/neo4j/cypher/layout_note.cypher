// Note the layout, once it is there.
MERGE (l:HanseLayout) SET l.version = $version, l.fingerprint = $fingerprint
