"""Comparison -> what people and programs take away: the dossier as HTML, Markdown and JSON, and references to its reports."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .dossiers import dossier_html
    from .markdown import dossier_markdown
    from .references import citations_bibtex, citations_json
    from .structured import dossier_json

__all__ = ["citations_bibtex", "citations_json", "dossier_html", "dossier_json", "dossier_markdown"]
_HOMES = {
    "citations_bibtex": "references",
    "citations_json": "references",
    "dossier_html": "dossiers",
    "dossier_json": "structured",
    "dossier_markdown": "markdown",
}


def __getattr__(name: str) -> Any:
    """Imports a way out when it is first asked for: a list of events in the terminal needs no templates."""
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
