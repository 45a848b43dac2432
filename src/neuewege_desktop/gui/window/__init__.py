"""The main window: rail, search, pages, messages. It owns no behaviour of its own."""
