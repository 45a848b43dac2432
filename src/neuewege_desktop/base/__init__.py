"""What every layer may use: words, errors, formats, places on disk."""
