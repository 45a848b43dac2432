"""The screens around a case conference: its agenda before it, its minutes after it."""
