"""File formats that come from outside or go there: values in, values out."""
