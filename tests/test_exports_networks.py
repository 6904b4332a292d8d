"""The network of a period: the sum of the dyad series, the same in GraphML, in node-link JSON and on the page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli.commands import cli
from rashomon.exports.networks import NAMESPACE, QUADS, graphml, make_network, node_link
from rashomon.exports.networks_html import MOST, network_html

CORPUS = Path(__file__).parent.parent / "examples" / "affairs"
ACTORS = ("iso3:CHL", "iso3:BOL", "org:nato", "person:a&b", "group:\x0bodd")


def row(actor: str, recipient: str, quad: str = "V-COOP", events: int = 1, reports: int = 1, score: float = 4.0) -> dict[str, Any]:
    return {"actor": actor, "recipient": recipient, "quad": quad, "events": events, "reports": reports, "score": score}


def read_graphml(text: str) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], dict[str, str]]]:
    """Nodes and edges with their data by name, as any reader of GraphML has them."""
    root = ElementTree.fromstring(text)
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{{{NAMESPACE}}}key")}

    def data(element: ElementTree.Element) -> dict[str, str]:
        return {str(names[d.get("key")]): d.text or "" for d in element.findall(f"{{{NAMESPACE}}}data")}

    nodes = {str(n.get("id")): data(n) for n in root.iter(f"{{{NAMESPACE}}}node")}
    edges = {(str(e.get("source")), str(e.get("target"))): data(e) for e in root.iter(f"{{{NAMESPACE}}}edge")}
    return nodes, edges


def test_an_edge_is_the_sum_of_its_rows(tables: Any) -> None:
    rows = [row("iso3:CHL", "iso3:PER", "V-COOP", 2, 5, 4.0), row("iso3:CHL", "iso3:PER", "M-CONF", 1, 1, -7.0)]
    [edge] = make_network([*rows], tables, "a scale").edges
    assert (edge.events, edge.reports, edge.quads, edge.goldstein) == (3, 6, (2, 0, 0, 1), 1.0)


@given(
    st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS), st.sampled_from(QUADS), st.integers(1, 9)), max_size=12)
)
def test_every_form_holds_every_act(tables: Any, told: list[tuple[str, str, str, int]]) -> None:
    network = make_network([row(a, b, quad, n, n, -2.0) for a, b, quad, n in told], tables, "a scale", date(2023, 1, 2))
    nodes, edges = read_graphml(graphml(network))
    links = node_link(network)["links"]
    total = sum(n for *_, n in told)
    assert sum(int(e["events"]) for e in edges.values()) == sum(link["events"] for link in links) == total
    assert sum(link[quad.lower().replace("-", "_")] for link in links for quad in QUADS) == total
    assert sum(float(e["goldstein"]) for e in edges.values()) == -2.0 * total
    assert {end for pair in edges for end in pair} == set(nodes)
    page = network_html(network)
    assert page.count('<path class="edge') == len(edges) and "<script" not in page


def test_of_many_actors_the_busiest_are_drawn_and_the_table_has_all(tables: Any) -> None:
    rows = [row(f"person:p{n}", f"person:p{n + 1}", events=1 + n) for n in range(60)]
    page = network_html(make_network(rows, tables, "a scale"))
    assert page.count('class="node"') == MOST and page.count("<tr><td>") == 60 and f"the {MOST} busiest" in page
    assert "Nobody did anything" in network_html(make_network([], tables, "a scale"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("network") / "ledger"
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "read", str(CORPUS)])
    assert done.exit_code == 0, done.output
    return folder


def ask(folder: Path, file: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "dyads", *arguments, "--network", str(file)])
    assert done.exit_code == 0, done.output
    return file.read_text("utf-8")


def test_the_network_of_the_ten_weeks(folder: Path, tmp_path: Path) -> None:
    nodes, edges = read_graphml(ask(folder, tmp_path / "net.graphml"))
    assert nodes["iso3:CHL"] == {"label": "Chile", "kind": "state"}
    ban = edges["iso3:BOL", "iso3:CHL"]  # the ban, a wire that five papers print, and its end
    assert (ban["events"], ban["m_conf"], ban["v_coop"]) == ("2", "1", "1")
    assert float(ban["goldstein"]) == 0.0  # a restriction (172) and its easing (081)
    links = json.loads(ask(folder, tmp_path / "net.json"))["links"]
    assert {(e["source"], e["target"]): str(e["events"]) for e in links} == {pair: e["events"] for pair, e in edges.items()}
    assert "Bolivia → Chile: 2 acts" in ask(folder, tmp_path / "net.html")


def test_the_period_bounds_the_network(folder: Path, tmp_path: Path) -> None:
    made = json.loads(ask(folder, tmp_path / "may.json", "--since", "2023-05-01", "--until", "2023-05-14"))
    assert [(e["source"], e["target"], e["events"], e["goldstein"]) for e in made["links"]] == [("iso3:BOL", "iso3:CHL", 1, 5.0)]
    assert (made["graph"]["since"], made["graph"]["until"]) == ("2023-05-01", "2023-05-14")
    assert made["graph"]["scale"].startswith("Goldstein (1992)")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--network", "net.xlsx"], "must end in one of .graphml, .json, .html"),
        (["--since", "2023-05-02", "--until", "2023-05-01"], "is before --since"),
    ],
)
def test_wrong_use_is_one_clear_line(folder: Path, arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "dyads", *arguments])
    assert done.exit_code == 2 and said in done.output
