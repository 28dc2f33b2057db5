"""Linguistics shared by the analysers. Pure functions of text; no I/O."""
