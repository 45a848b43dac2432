"""Who may open a workplace, and the keys that opening gives (docs/decisions/0008-vault.md)."""
