"""What a user can do: one function or method per act, one transaction per act."""
