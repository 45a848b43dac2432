"""What windows, pages and dialogs are made of; it knows values of the domain, but no page."""
