"""Comparison -> the dossier as Markdown with footnotes: what goes into a memo or through pandoc."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from .. import __version__
from ..records import Comparison, Reading
from ..tables import Tables, load_tables
from .citations import Citation
from .excerpts import Excerpt, Piece
from .measured import trust_phrase
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
    environment.filters |= {"plain": plain, "noted": notes.noted, "told": notes.told, "mark": notes.mark, "around": notes.around}
    template = environment.get_template("dossier.md")
    text = template.render(**view.parts(), notes=notes.numbers, trust=trust_phrase(), version=__version__)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or HTML would take for a sign of its own."""
    line = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=:])", r"\\\1", line))


@dataclass(frozen=True, slots=True)
class Note:
    """What a footnote tells; the sentence is "" where the text above shows it whole."""

    letter: str
    start: int
    end: int
    sentence: str


class _Notes:
    """Numbers the footnotes in the order in which the text needs them."""

    def __init__(self) -> None:
        self.numbers: dict[Note, int] = {}

    def noted(self, citation: Citation, passage: bool = False) -> str:
        """The cited words with their footnote; of a passage also the dots where it is cut out of a sentence."""
        return f"{plain(citation.shown if passage else citation.exact)}{self.mark(citation)}"

    def mark(self, citation: Citation) -> str:
        """The footnote alone."""
        around = bool(citation.before or citation.after)
        sentence = f"{citation.before}{citation.exact}{citation.after}" if around else ""
        return self._mark(Note(citation.letter, citation.start, citation.end, sentence))

    def around(self, citation: Citation) -> str:
        """The whole sentence, the cited words in bold, and its footnote."""
        before, after = citation.before, citation.after
        words = f"{plain(before)}{_blank(before[-1:])}**{plain(citation.exact)}**{_blank(after[:1])}{plain(after)}"
        return f"{words}{self._mark(Note(citation.letter, citation.start - len(before), citation.end + len(after), ''))}"

    def told(self, excerpt: Excerpt) -> str:
        """The sentences, in bold the words in which the reports differ, and the footnote."""
        pieces = [f"{_blank(p.text[:1])}{_bold(p)}{_blank(p.text[-1:])}" for p in excerpt.pieces]
        words = re.sub(" +", " ", "".join(pieces)).strip()
        return f"{words}{self._mark(Note(excerpt.letter, excerpt.start, excerpt.end, ''))}"

    def _mark(self, note: Note) -> str:
        return f"[^{self.numbers.setdefault(note, len(self.numbers) + 1)}]"


def _bold(piece: Piece) -> str:
    words = plain(piece.text)
    return f"**{words}**" if piece.mark == "lit" and words else words


def _blank(sign: str) -> str:
    return " " if sign.isspace() else ""
