"""Network -> one HTML file: actors on a ring with what they do to one another, and the same as a table; no script."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from .. import __version__
from .networks import Edge, Network, Node

MOST = 24  # actors that are drawn, those with most acts
SIZE, RADIUS, LABEL = 720, 215, 12  # of the drawing, its ring, and from there to a name
LONGEST = 22  # characters of a name
WIDEST = 4.5


def network_html(network: Network) -> str:
    """The whole page; every edge is in its table, the busiest actors are in its drawing."""
    busy = _busiest(network)
    names = {n.id: n.name for n in network.nodes}
    edges = sorted(network.edges, key=lambda e: (-e.events, e.actor, e.recipient))
    return _template().render(
        network=network, edges=edges, names=names, drawing=_drawing(busy, network), drawn=len(busy), version=__version__
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rashomon.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("network.html")


def _busiest(network: Network) -> tuple[Node, ...]:
    count: Counter[str] = Counter()
    for edge in network.edges:
        count[edge.actor] += edge.events
        count[edge.recipient] += edge.events
    chosen = {actor for actor, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST]}
    return tuple(sorted((n for n in network.nodes if n.id in chosen), key=lambda n: (n.kind, n.name)))


def _drawing(nodes: tuple[Node, ...], network: Network) -> Markup:
    """Arrows bend to their right, so that what goes one way and what comes back lie apart; the width tells how many acts, the
    class whether their Goldstein values are above or below nought."""
    if not nodes:
        return Markup("")
    angle = {n.id: 2 * math.pi * i / len(nodes) - math.pi / 2 for i, n in enumerate(nodes)}
    edges = [e for e in network.edges if e.actor in angle and e.recipient in angle]
    most = max((e.events for e in edges), default=1)
    names = {n.id: n.name for n in nodes}
    parts = [
        f'<svg viewBox="0 0 {SIZE} {SIZE}" role="img" aria-label="Network of {len(nodes)} actors"><defs>'
        + "".join(
            f'<marker id="tip-{tone}" class="{tone}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="12" markerHeight="12" '
            'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
            for tone in ("warm", "cold", "even")
        )
        + "</defs>"
    ]
    parts += [_arrow(e, angle, names, 1 + (WIDEST - 1) * (e.events - 1) / max(1, most - 1)) for e in edges]
    parts += [_place(n, angle[n.id]) for n in nodes]
    return Markup("".join([*parts, "</svg>"]))


def _arrow(edge: Edge, angle: dict[str, float], names: dict[str, str], width: float) -> str:
    (x1, y1), (x2, y2) = (_at(angle[a], RADIUS - 7) for a in (edge.actor, edge.recipient))
    bend = 0.12
    cx, cy = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    tone = tone_of(edge)
    said = escape(f"{names[edge.actor]} → {names[edge.recipient]}: {edge.events} acts, Goldstein sum {edge.goldstein:+g}")
    return (
        f'<path class="edge {tone}" d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}" stroke-width="{width:.1f}" '
        f'marker-end="url(#tip-{tone})"><title>{said}</title></path>'
    )


def _place(node: Node, angle: float) -> str:
    x, y = _at(angle, RADIUS)
    tx, ty = _at(angle, RADIUS + LABEL)
    left = math.cos(angle) < 0
    turn = math.degrees(angle) + (180 if left else 0)
    name = escape(node.name if len(node.name) <= LONGEST else node.name[: LONGEST - 1].rstrip() + "…")
    return (
        f'<circle class="node" cx="{x:.1f}" cy="{y:.1f}" r="5"/><text x="{tx:.1f}" y="{ty:.1f}" dy=".35em" '
        f'text-anchor="{"end" if left else "start"}" transform="rotate({turn:.1f} {tx:.1f} {ty:.1f})">{name}</text>'
    )


def tone_of(edge: Edge) -> str:
    """The class of an edge: warm (cooperation), cold (conflict), even."""
    return "warm" if edge.goldstein > 0 else "cold" if edge.goldstein < 0 else "even"


def _at(angle: float, radius: float) -> tuple[float, float]:
    return SIZE / 2 + radius * math.cos(angle), SIZE / 2 + radius * math.sin(angle)
