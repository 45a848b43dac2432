"""The journal's algebra: what an act is, how copies that never meet come to the same result.

An act of a person is one or more entries (one per scope), an entry is a list of parts (one per
touched record), a part is a list of operations. Entries of one device in one scope form a stream,
each hashed onto its predecessor. Nothing here decides by a clock, and nothing here knows SQL.
"""
