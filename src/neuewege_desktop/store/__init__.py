"""The encrypted workplace on disk: the only layer that knows SQL and keys."""
