"""The names of what lies in the folder of a workplace."""

from __future__ import annotations

STORE = "bestand.db"
VAULT = "tresor.json"
ATTACHMENTS = "anlagen"
BACKUPS = "sicherungen"
LOCK = "sperre"
