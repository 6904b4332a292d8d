"""Finds, verifies and loads the models: parser, sentence encoder, trained readers. One ModelError if absent or altered."""

from .encoders import Encoder, load_encoder
from .parsers import DEFAULT_PARSER, FALLBACK_PARSER, load_parser, parser_version
from .verify import REINSTALL, models_folder, verified, verified_card

__all__ = [
    "DEFAULT_PARSER",
    "FALLBACK_PARSER",
    "REINSTALL",
    "Encoder",
    "load_encoder",
    "load_parser",
    "models_folder",
    "parser_version",
    "verified",
    "verified_card",
]
