"""What windows, pages and dialogs are made of; it knows no household and no measure."""
