"""What the law says about days, ages, words and counts: pure functions, the day is handed in."""
