"""Documents on paper: values in, the bytes of a tagged PDF out."""
