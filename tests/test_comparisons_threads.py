"""Reports of several matters in one comparison: each matter by itself."""

from __future__ import annotations

from itertools import combinations
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli.commands import cli
from rashomon.comparisons import compare
from rashomon.comparisons.threads import find_threads, parted, within
from rashomon.models import load_encoder
from rashomon.records import Comparison, Story
from tellings import read

DAM = """A dam above Kotor burst on Sunday and flooded two villages.
Eleven people drowned, the governor said.
An orchestra from Split cancelled its concert in the town hall."""
DAM_TOO = """Two villages were flooded on Sunday when a dam above Kotor burst.
The governor said that eleven people had drowned."""
STRIKE = """Dockers in Antwerp walked out on Friday over unpaid night shifts.
The union said nine in ten members had voted for the strike.
Three container ships were sent on to Rotterdam."""
STRIKE_TOO = """Antwerp's dockers went on strike on Friday because night shifts had not been paid.
Nine in ten members voted for it, according to the union."""


def units_of(*reports: int) -> list[Any]:
    return [SimpleNamespace(report=r) for r in reports]


@pytest.mark.parametrize(
    ("pairs", "threads"),
    [
        ({(0, 2): 0.9}, ((0, 1), (2,))),  # one sure point
        ({(0, 2): 0.7, (1, 3): 0.65}, ((0, 1), (2,))),  # two likely ones
        ({(0, 2): 0.7, (1, 3): 0.5}, ((0, 1, 2),)),  # nothing links: one thread, as the reader asked for
        ({(0, 2): 0.9, (2, 4): 0.9}, ((0, 1, 2),)),  # linked through another
    ],
)
def test_reports_are_linked_by_what_they_surely_share(pairs: dict[tuple[int, int], float], threads: Any) -> None:
    units = units_of(0, 0, 1, 1, 2)
    groups = [*pairs, *((i,) for i in range(5) if not any(i in p for p in pairs))]
    assert find_threads(units, groups, pairs, 3) == threads


def test_a_group_is_cut_between_threads_and_no_unit_is_left_alone_that_stands_elsewhere() -> None:
    units, threads = units_of(0, 1, 2, 2), ((0, 1), (2,))
    groups = [(0, 1, 2), (1, 3), (3,)]
    assert parted(threads, units, groups) == ((0, 1), (2,), (3,))
    assert within(threads, units, dict.fromkeys(combinations(range(4), 2), 0.5)) == {(0, 1): 0.5, (2, 3): 0.5}


def laid(texts: list[str], parser: Any, tables: Any) -> Comparison:
    readings = read(texts, parser, tables)
    story = Story("sto:test", tuple(r.document.id for r in readings), "", None, (), (), ())
    return compare(story, readings, load_encoder().encode)


def test_two_matters_in_one_folder_are_kept_apart(parser: Any, tables: Any) -> None:
    found = laid([DAM, STRIKE, DAM_TOO, STRIKE_TOO], parser, tables)
    a, b, c, d = found.documents
    assert found.threads == ((a, c), (b, d))
    matter = {document: thread for thread in found.threads for document in thread}
    for point in found.points:
        assert {*(x.document for x in point.accounts), *point.left_out} <= set(matter[point.gist.document])
    (concert,) = [p for p in found.points if "orchestra" in p.gist.text]
    assert concert.left_out == (c,)
    for wording in found.wordings:
        assert len({matter[v.document] for v in wording.variants}) == 1
    assert laid([DAM, DAM_TOO], parser, tables).threads == ((a, c),)


def test_a_dossier_tells_which_reports_belong_together(tmp_path: Any) -> None:
    for name, text in zip(("a", "b", "c", "d"), (DAM, STRIKE, DAM_TOO, STRIKE_TOO), strict=True):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    page, notes = tmp_path / "d.html", tmp_path / "d.md"
    printed = CliRunner().invoke(cli, ["compare", str(tmp_path), "--html", str(page), "--markdown", str(notes)])
    assert printed.exit_code == 0 and "They tell of 2 matters, as far as found: A C · B D" in printed.output
    html = page.read_text("utf-8")
    assert "They tell of 2 matters" in html and "<h1>2 matters in 4 reports</h1>" in html and "accounts of 2 matters" in html
    assert "2 matters in 4 reports" in printed.output and "Most tell" not in html
    assert "leave something out: A C; B D." in notes.read_text("utf-8")
