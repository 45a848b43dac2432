"""Records, rules and the journal's algebra: plain frozen values, no files, no clock, no SQL."""
