"""Holding a case conference: when it meets, what it owes, what its minutes must say (2.13, 5.3)."""
