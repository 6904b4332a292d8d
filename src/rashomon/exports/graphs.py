"""Story -> a drawing (SVG) of which report derives from which."""

from __future__ import annotations

import math
from collections.abc import Mapping

from markupsafe import Markup

from ..records import Relation, Story
from .citations import in_order

FEWEST = 5  # reports: of fewer the sentences beside the drawing tell it sooner
STYLE = {Relation.COPY: "", Relation.REWRITE: "6 3", Relation.SHARED_WIRE: "2 3"}


def derivation_graph(story: Story, letters: Mapping[str, str]) -> Markup:
    """Reports as lettered circles on a ring; an arrow runs from the source to the text taken from it, a plain line where the
    direction is undecided; faint where passages alone were taken. Independent pairs are not joined. Empty where nothing derives
    from anything, or where the reports are few."""
    links = [d for d in story.derivations if d.relation is not Relation.INDEPENDENT]
    if not links or len(story.documents) < FEWEST:
        return Markup("")
    shown = sorted({x for d in links for x in d.documents} | set(story.documents), key=lambda x: in_order(letters[x]))
    radius = max(60, 14 * len(shown))
    centre = radius + 30
    at = {
        x: (
            centre + radius * math.sin(2 * math.pi * i / len(shown)),
            centre - radius * math.cos(2 * math.pi * i / len(shown)),
        )
        for i, x in enumerate(shown)
    }
    parts = [
        f'<svg viewBox="0 0 {2 * centre} {2 * centre}" width="{2 * centre}" role="img" aria-label="Derivation graph">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z"/></marker></defs>',
    ]
    for link in links:
        source = link.source or link.documents[0]
        target = next(x for x in link.documents if x != source)
        (x1, y1), (x2, y2) = _shortened(at[source], at[target], 16)
        dash = f' stroke-dasharray="{STYLE[link.relation]}"' if STYLE[link.relation] else ""
        faint = ' opacity=".45"' if link.partial else ""
        tip = ' marker-end="url(#tip)"' if link.source else ""
        parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{dash}{tip}{faint}/>')
    for x, (cx, cy) in at.items():
        parts.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="14"/><text x="{cx:.1f}" y="{cy + 5:.1f}">{letters[x]}</text>')
    return Markup("".join([*parts, "</svg>"]))


def _shortened(a: tuple[float, float], b: tuple[float, float], by: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line a-b cut by `by` at both ends, so that it touches the circles and does not cross them."""
    length = max(1e-6, math.dist(a, b))
    dx, dy = (b[0] - a[0]) / length * by, (b[1] - a[1]) / length * by
    return (a[0] + dx, a[1] + dy), (b[0] - dx, b[1] - dy)
