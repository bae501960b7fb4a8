"""Madoguchi: the counter of a Japanese town hall."""

__version__ = "2026.11.0"
