"""Sentence, Mention, Attribution, Timex -> Event: lexicon and frames on the parse."""

from .coding import code_events
from .recoding import recoded
from .relations import relate
from .views import plover_view

__all__ = ["code_events", "plover_view", "recoded", "relate"]
