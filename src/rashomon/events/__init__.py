"""Sentence, Mention, Attribution, Timex -> Event: lexicon and frames on the parse."""

from .coding import code_events
from .relations import relate
from .views import plover_view

__all__ = ["code_events", "plover_view", "relate"]
