"""The command line, for administrators and scheduled jobs."""
