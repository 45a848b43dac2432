"""The driver: uses programs from outside, as a person with a screen reader does.

It runs under the system's Python, where the bindings of the accessibility bus are, and knows
nothing of the program. Tests talk to it in lines of JSON, see `tests/outside/desk.py`.
"""
