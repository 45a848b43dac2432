"""Which households are due in a case conference, why, and in what order (5.2)."""
