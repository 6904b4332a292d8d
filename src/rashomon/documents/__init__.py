"""bytes -> Document: every format read, zones, outlet, date with its evidence, hops, defects."""

from .reading import read_documents

__all__ = ["read_documents"]
