"""The documents of the project team (6.3): each a pure function of values to a `Document`."""
