"""The leaves of the settings, and the dialogs they open."""
