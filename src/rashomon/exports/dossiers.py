"""Comparison -> the dossier as one HTML file: no network, no script, every cell opens its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from .. import __version__
from ..records import Comparison, Reading
from ..tables import Tables, load_tables
from .graphs import derivation_graph
from .marks import segments
from .measured import trust_phrase
from .views import View


def dossier_html(comparison: Comparison, readings: Sequence[Reading], tables: Tables | None = None) -> str:
    """The whole page. `readings` are those of `comparison.documents`; they are lettered A, B, C ... in that order."""
    view = View(comparison, readings, tables if tables is not None else load_tables())
    parts = view.parts()
    # Last, when all spans that the page cites are known.
    cited = view.citations.cited
    cut = {r.document.id: segments(r.document, view.letters[r.document.id], cited[r.document.id]) for r in view.readings}
    return _template().render(
        **parts,
        graph=derivation_graph(comparison.story, view.letters),
        texts={view.letters[d]: pieces for d, (pieces, _) in cut.items()},
        selectors=[rule for _, rules in cut.values() for rule in rules],
        trust=trust_phrase(),
        version=__version__,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rashomon.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("dossier.html")
