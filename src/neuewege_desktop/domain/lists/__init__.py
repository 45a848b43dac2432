"""Lists of other programs: which column means what, and what a cell was before it was spoiled."""
