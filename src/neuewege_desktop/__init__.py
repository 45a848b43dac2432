"""Neue Wege Desktop: case work against long-term unemployment, offline and encrypted."""

__version__ = "0.1.0"
