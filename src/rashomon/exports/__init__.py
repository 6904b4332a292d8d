"""Comparison -> what people and programs take away: the dossier as HTML, Markdown and JSON, and references to its reports."""

from .dossiers import dossier_html
from .markdown import dossier_markdown
from .references import citations_bibtex, citations_json
from .structured import dossier_json

__all__ = ["citations_bibtex", "citations_json", "dossier_html", "dossier_json", "dossier_markdown"]
