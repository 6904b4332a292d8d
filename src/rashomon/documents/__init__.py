"""bytes -> Document: every format read, zones, outlet, date with its evidence, hops, defects."""

from .reading import open_source, read_documents

__all__ = ["open_source", "read_documents"]
