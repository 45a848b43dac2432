"""The command line `neuewege`: for administrators and scheduled jobs."""
