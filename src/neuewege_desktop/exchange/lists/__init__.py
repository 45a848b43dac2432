"""Reading lists as offices save them: CSV, XLSX and ODS, row by row and never trusted."""
