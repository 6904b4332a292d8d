"""Comparison -> what people and programs take away: the dossier as one HTML file, and as JSON."""

from .dossiers import dossier_html
from .structured import dossier_json

__all__ = ["dossier_html", "dossier_json"]
