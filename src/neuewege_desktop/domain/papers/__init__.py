"""What may stand in a document, and what stands there instead for readers outside (6.4, 7.2)."""
