"""Invented example data: nobody in it exists, and its numbers are nobody else's."""

from neuewege_desktop.services.demo.making import make_demo as make_demo
