"""Finds, verifies and loads the models: parser, sentence encoder, trained readers. One ModelError if absent or altered."""

from .encoders import Encoder, load_encoder
from .judges import PointJudge, load_point_judge
from .parsers import DEFAULT_PARSER, FALLBACK_PARSER, load_parser, parser_version
from .readers import ActorSpan, EventReader, PairReading, SentenceReading, load_event_reader
from .taggers import AttributionTagger, Tagged, TaggedLink, TaggedSpan, load_attribution_tagger
from .trained import Readers, load_readers, reader_cards
from .verify import REINSTALL, models_folder, stated_sha256, verified, verified_card

__all__ = [
    "DEFAULT_PARSER",
    "FALLBACK_PARSER",
    "REINSTALL",
    "ActorSpan",
    "AttributionTagger",
    "Encoder",
    "EventReader",
    "PairReading",
    "PointJudge",
    "Readers",
    "SentenceReading",
    "Tagged",
    "TaggedLink",
    "TaggedSpan",
    "load_attribution_tagger",
    "load_encoder",
    "load_event_reader",
    "load_parser",
    "load_point_judge",
    "load_readers",
    "models_folder",
    "parser_version",
    "reader_cards",
    "stated_sha256",
    "verified",
    "verified_card",
]
