"""Both trained readers as one argument of the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import ModelError
from .readers import EventReader, load_event_reader
from .taggers import AttributionTagger, load_attribution_tagger
from .verify import REINSTALL, verified_card

READERS = ("attribution", "events")
BY_RULES = f"{REINSTALL}, or read by rules alone: `rashomon --no-model ...`"


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads beside the rules."""

    tagger: AttributionTagger
    events: EventReader


@cache
def load_readers() -> Readers:
    """The tagger of attributions and the reader of events; ModelError where a file is absent or altered."""
    try:
        return Readers(load_attribution_tagger(), load_event_reader())
    except ModelError as error:
        raise ModelError(error.message, error.thing, BY_RULES) from error


def reader_cards() -> list[Path]:
    """The cards of the readers, which state the SHA-256 of each of their files; ModelError where one is absent."""
    return [verified_card(name) for name in READERS]
