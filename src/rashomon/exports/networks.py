"""Dyad series -> Network: who did how much of what to whom in a period; as GraphML and as node-link JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from ..tables import Tables

FORMAT = "rashomon-network-1"
QUADS = ("V-COOP", "M-COOP", "V-CONF", "M-CONF")
KINDS = {
    "iso3": "state",
    "org": "organisation",
    "fmt": "format",
    "group": "group",
    "person": "person",
    "outlet": "outlet",
    "place": "place",
}
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


@dataclass(frozen=True, slots=True)
class Node:
    """An actor; `kind`: state, organisation, format, group, person, outlet, place, or other."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What `actor` did to `recipient`: acts counted once an origin and period (`events`), how many reports tell them (`reports`),
    by quad class (`quads`, in the order of QUADS), and the sum of their Goldstein values."""

    actor: str
    recipient: str
    events: int
    reports: int
    quads: tuple[int, int, int, int]
    goldstein: float


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by id and edges by actor and recipient. `scale`: where the Goldstein values are from; a bound that was not asked
    for is None."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    since: date | None
    until: date | None
    scale: str


def make_network(
    rows: Iterable[Mapping[str, Any]], tables: Tables, scale: str, since: date | None = None, until: date | None = None
) -> Network:
    """The network of the rows of a dyad series (see ledger/dyads.py): its edges are sums over the periods of the series."""
    told: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        told.setdefault((row["actor"], row["recipient"]), []).append(row)
    edges = tuple(_edge(*pair, told[pair]) for pair in sorted(told))
    nodes = tuple(Node(a, tables.name(a), _kind(a)) for a in sorted({actor for pair in told for actor in pair}))
    return Network(nodes, edges, since, until, scale)


def _edge(actor: str, recipient: str, rows: Iterable[Mapping[str, Any]]) -> Edge:
    quads, reports, sum_of = dict.fromkeys(QUADS, 0), 0, 0.0
    for row in rows:
        quads[row["quad"]] += row["events"]
        reports += row["reports"]
        sum_of += row["events"] * row["score"]
    counts = (quads["V-COOP"], quads["M-COOP"], quads["V-CONF"], quads["M-CONF"])
    return Edge(actor, recipient, sum(counts), reports, counts, round(sum_of, 2))


def _kind(actor: str) -> str:
    return KINDS.get(actor.partition(":")[0], "other")


def graphml(network: Network) -> str:
    """GraphML as Gephi and networkx read it: labels as `label`, and `weight` the number of acts."""
    root = ElementTree.Element("graphml", xmlns=NAMESPACE)
    keys = [("node", name, "string") for name in ("label", "kind")]
    nothing = Edge("", "", 0, 0, (0, 0, 0, 0), 0.0)
    keys += [("edge", name, "double" if isinstance(value, float) else "int") for name, value in _cells(nothing)]
    keys += [("graph", name, "string") for name in ("since", "until", "scale")]
    ids = {(whose, name): f"d{n}" for n, (whose, name, _) in enumerate(keys)}
    for whose, name, kind in keys:
        ElementTree.SubElement(root, "key", {"id": ids[whose, name], "for": whose, "attr.name": name, "attr.type": kind})
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")

    def put(parent: ElementTree.Element, whose: str, cells: Iterable[tuple[str, str]]) -> None:
        for name, value in cells:
            ElementTree.SubElement(parent, "data", key=ids[whose, name]).text = UNWRITABLE.sub("\ufffd", value)

    put(graph, "graph", ((name, str(value)) for name, value in _about(network).items() if value is not None))
    for node in network.nodes:
        made = ElementTree.SubElement(graph, "node", id=UNWRITABLE.sub("\ufffd", node.id))
        put(made, "node", (("label", node.name), ("kind", node.kind)))
    for edge in network.edges:
        ends = {"source": UNWRITABLE.sub("\ufffd", edge.actor), "target": UNWRITABLE.sub("\ufffd", edge.recipient)}
        put(ElementTree.SubElement(graph, "edge", ends), "edge", ((name, str(value)) for name, value in _cells(edge)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def node_link(network: Network) -> dict[str, Any]:
    """The object that networkx's `node_link_graph(..., edges="links")` reads, and that D3 draws."""
    return {
        "directed": True,
        "multigraph": False,
        "graph": {"format": FORMAT, **_about(network)},
        "nodes": [{"id": n.id, "name": n.name, "kind": n.kind} for n in network.nodes],
        "links": [{"source": e.actor, "target": e.recipient, **dict(_cells(e))} for e in network.edges],
    }


def _about(network: Network) -> dict[str, str | None]:
    since, until = (day.isoformat() if day is not None else None for day in (network.since, network.until))
    return {"since": since, "until": until, "scale": network.scale}


def _cells(edge: Edge) -> list[tuple[str, int | float]]:
    """The measures of an edge by name."""
    named: list[tuple[str, int | float]] = [("weight", edge.events), ("events", edge.events), ("reports", edge.reports)]
    named += [(quad.lower().replace("-", "_"), count) for quad, count in zip(QUADS, edge.quads, strict=True)]
    return [*named, ("goldstein", edge.goldstein)]
