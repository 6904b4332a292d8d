"""Document, Sentence -> Mention: whole noun phrases that name actors, and what each reference points back to."""

from .find import find_mentions

__all__ = ["find_mentions"]
