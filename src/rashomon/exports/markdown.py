"""Comparison -> the dossier as Markdown with footnotes: what goes into a memo or through pandoc."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from .. import __version__
from ..records import Comparison, Reading
from ..tables import Tables, load_tables
from .citations import Citation
from .views import View

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&!])")


def dossier_markdown(comparison: Comparison, readings: Sequence[Reading], tables: Tables | None = None) -> str:
    """The whole text. Every passage has a footnote that names report, characters and sentence; reports are cited by the keys
    of references.py (`[@key]`, as pandoc reads it)."""
    view = View(comparison, readings, tables if tables is not None else load_tables())
    notes = _Notes()
    environment = Environment(
        loader=PackageLoader("rashomon.exports"), autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # escaping is done by the filters below: HTML's would spoil the text
    environment.filters |= {"plain": plain, "noted": notes.noted, "told": notes.told}
    text = environment.get_template("dossier.md").render(**view.parts(), notes=notes.numbers, version=__version__)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or HTML would take for a sign of its own."""
    line = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=:])", r"\\\1", line))


class _Notes:
    """Numbers the footnotes in the order in which the text needs them."""

    def __init__(self) -> None:
        self.numbers: dict[Citation, int] = {}

    def noted(self, citation: Citation) -> str:
        """The cited words with their footnote."""
        return f"{plain(citation.exact)}{self._mark(citation)}"

    def told(self, citation: Citation) -> str:
        """The sentence with the cited words in bold, and the footnote."""
        before, after = plain(citation.before), plain(citation.after)
        glue = " " if citation.after[:1].isspace() else ""
        return f"{before}{' ' if before else ''}**{plain(citation.exact)}**{glue}{after}{self._mark(citation)}"

    def _mark(self, citation: Citation) -> str:
        return f"[^{self.numbers.setdefault(citation, len(self.numbers) + 1)}]"
