// Keep a batch of claims; doing it twice does nothing more.
UNWIND $rows AS row
MERGE (c:Claim {load: $load, id: row.id}) SET c += row
