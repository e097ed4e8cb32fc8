"""The commands, in the groups of the help page: see, ask, keep, hand on."""
