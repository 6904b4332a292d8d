"""Story -> Comparison: the points of a story row by row, who tells them, and where the accounts part."""

from .comparing import compare

__all__ = ["compare"]
