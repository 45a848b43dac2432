"""Simulated lives of laptops that never meet: the product's kernel under everything that happens.

`lives` drives laptops through random acts and lossy packages, `truth` knows by other means what
must come of it, `seeded_bugs` breaks the kernel to show that the lives would notice.
"""
