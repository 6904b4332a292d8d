"""Document -> Sentence: normalised text in, spaCy parse out, every offset mapped back to the kept text."""

from .parse import parse_documents, parse_text

__all__ = ["parse_documents", "parse_text"]
