"""The windows: what a person sees and types. Qt is known here and nowhere else."""
