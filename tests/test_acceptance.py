"""What the dossier of a story must hold, on the two acceptance reports (by short terms, spans and ids) and on our own examples."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon import open_ledger
from rashomon.cli.commands import cli

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
STOLTENBERG, CHINA, NATO, UKRAINE = "person:jens-stoltenberg", "iso3:CHN", "org:nato", "iso3:UKR"
AP4 = {"iso3:AUS", "iso3:JPN", "iso3:NZL", "iso3:KOR"}


@dataclass(frozen=True)
class Dossier:
    """`compare --json -` of some reports, and the kept texts by document id; reports go by letters in the order of the dossier."""

    data: dict[str, Any]
    texts: dict[str, str]

    def letter(self, document: str) -> str:
        return "ABCDEF"[[d["id"] for d in self.data["documents"]].index(document)]

    def passages(self) -> Iterator[dict[str, Any]]:
        """Everything in the JSON that cites a text."""
        waiting: list[Any] = [self.data]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                if "exact" in value:
                    yield value
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value

    def points(self, term: str) -> list[tuple[str, set[str]]]:
        """Of each point with the term in an account: told by how many, and the letters of the reports whose words hold it."""
        found = []
        for point in self.data["points"]:
            told = {self.letter(a["document"]) for a in point["accounts"] if any(term in _plain(p) for p in a["passages"])}
            if told:
                found.append((point["told_by"], told))
        return found

    def said(self, term: str, letter: str, force: str | None = None, holder: str | None = None) -> list[dict[str, Any]]:
        """Attributions of one report whose content has the term."""
        return [
            a
            for a in self.data["attributions"]
            if self.letter(a["document"]) == letter
            and any(term in _plain(p) for p in a["content"])
            and force in {None, a["force"]}
            and (holder is None or any(holder in h["actors"] for h in a["holders"]))
        ]

    def worded(self, letter: str) -> set[str]:
        return {_plain(v) for w in self.data["wording"] for v in w["variants"] if self.letter(v["document"]) == letter}

    def damage(self, letter: str, kind: str) -> list[dict[str, Any]]:
        return [d for r in self.data["documents"] if self.letter(r["id"]) == letter for d in r["defects"] if d["kind"] == kind]


def _plain(passage: dict[str, Any]) -> str:
    return " ".join(passage["exact"].split())


def compared(paths: list[Path], folder: Path) -> Dossier:
    done = CliRunner().invoke(cli, ["--ledger", str(folder), "compare", *map(str, paths), "--json", "-"])
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    with open_ledger(folder) as ledger:
        return Dossier(data, {d["id"]: ledger.document(d["id"]).text for d in data["documents"]})


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """A: the reworded report without a date; B: the newspaper's report from a mailing list."""
    return compared(sorted((shared / "seeds").glob("*.txt")), tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """A: the wire story; B: the newspaper's from a list; C: the slanted one; D: its reworded copy."""
    return compared(sorted(EXAMPLES.iterdir()), tmp_path_factory.mktemp("examples"))


def assert_cited_exactly(dossier: Dossier) -> None:
    passages = list(dossier.passages())
    assert len(passages) > 300
    for p in passages:
        text = dossier.texts[p["document"]]
        assert text[p["start"] : p["end"]] == p["exact"]
        assert text[: p["start"]].endswith(p["prefix"]) and text[p["end"] :].startswith(p["suffix"])


# -- the two acceptance reports ------------------------------------------------------------------------------------------


@pytest.mark.shared
def test_seeds_every_cell_is_exactly_in_its_document(seeds: Dossier, shared: Path) -> None:
    assert_cited_exactly(seeds)
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (shared / "seeds").glob("*.txt")}
    assert {p["sha256"] for p in seeds.passages()} == hashes


@pytest.mark.shared
def test_seeds_one_meeting_with_its_participants_place_and_days(seeds: Dossier) -> None:
    (meeting,) = (m for m in seeds.data["meetings"] if m["place"] == "place:brussels")
    assert meeting["when"]["edtf"] == "2022-04-06/2022-04-07"
    assert meeting["status"] == "planned"
    guests = {"iso3:FIN", "iso3:SWE", "iso3:GEO", UKRAINE, "org:eu"}
    assert AP4 | guests | {NATO} <= set(meeting["participants"])
    told = {seeds.letter(a["document"]): a for a in meeting["accounts"]}
    assert set(told) == {"A", "B"} and {a["status"] for a in told.values()} == {"planned"}
    assert AP4 | guests - {UKRAINE} <= {actor for p in told["A"]["participants"] for actor in p["actors"]}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("term", "letter"),
    [("security challenge", "A"), ("also be invited", "A"), ("global implications", "A"), ("own path", "A"), ("war crime,", "B")],
)
def test_seeds_statements_of_stoltenberg(seeds: Dossier, term: str, letter: str) -> None:
    assert seeds.said(term, letter, holder=STOLTENBERG)


@pytest.mark.shared
def test_seeds_claims_and_beliefs(seeds: Dossier) -> None:
    (claim, *_) = seeds.said("unprovoked", "A", "claim", UKRAINE)
    assert claim["holders"][0]["exact"] == "Kiev"
    assert seeds.said("plans to take", "A", "deny", UKRAINE)
    (belief, *_) = seeds.said("aiding Moscow", "B", "believe", NATO)
    nested = [e for e in seeds.data["events"] if e["attribution"] == belief["id"]]
    assert any(actor == CHINA for e in nested for p in e["actors"] for actor in p["actors"])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("term", "letter"),
    [("Belt and Road", "B"), ("Minsk", "A"), ("in Madrid", "B"), ("first time a Japanese", "B"), ("is a war crime", "B")],
)
def test_seeds_what_only_one_report_tells(seeds: Dossier, term: str, letter: str) -> None:
    assert seeds.points(term) == [("one", {letter})]


@pytest.mark.shared
@pytest.mark.parametrize(("term", "letter"), [("economic sanctions", "A")])
def test_seeds_what_no_other_report_words(seeds: Dossier, term: str, letter: str) -> None:
    """These stand in a point of their own or beside other words of the other report; the dossier must show them all the same."""
    assert {letter} in [told for _, told in seeds.points(term)]


@pytest.mark.shared
def test_seeds_wording(seeds: Dossier) -> None:
    assert {"military operation", "military offensive", "Kiev"} <= seeds.worded("A")
    assert {"war", "Kyiv"} <= seeds.worded("B")
    assert not {"military operation", "military offensive", "Kiev"} & seeds.worded("B")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("letter", "kind", "words", "repair"),
    [
        ("A", "missing-space", r"path,”Stoltenberg", "path,” Stoltenberg"),
        ("A", "lost-words", r"“security challenge”", None),
        ("A", "lost-words", r"be able deepen", "be able to deepen"),
        ("A", "boilerplate", r"Back to top", ""),
        ("B", "broken-date", r"April 6, 202$", "April 6, 2022"),
        ("B", "duplicated-headline", r"NATO seeks Asia-Pacific", ""),
        ("B", "archive-footer", r"Pipermail", ""),
        ("B", "photo-caption", r"Mariupol", None),
        ("B", "photo-credit", r"Reuters", ""),
    ],
)
def test_seeds_damage(seeds: Dossier, letter: str, kind: str, words: str, repair: str | None) -> None:
    (found,) = (d for d in seeds.damage(letter, kind) if re.search(words, d["exact"]))
    assert found["repair"] == repair


# -- our own reports of the same meeting ---------------------------------------------------------------------------------


def test_examples_every_cell_is_exactly_in_its_document(examples: Dossier) -> None:
    assert_cited_exactly(examples)
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in EXAMPLES.iterdir() if path.suffix != ".mbox"}
    assert hashes < {p["sha256"] for p in examples.passages()}


def test_examples_the_meeting(examples: Dossier) -> None:
    (meeting,) = (m for m in examples.data["meetings"] if m["place"] == "place:brussels")
    assert meeting["when"]["edtf"] == "2022-04-06/2022-04-07"
    assert meeting["status"] == "planned"
    assert {NATO, "iso3:FIN", "iso3:SWE", "iso3:GEO", "org:eu"} <= set(meeting["participants"])
    assert "iso3:USA" not in meeting["participants"], "the US-led bloc is NATO"
    assert {examples.letter(a["document"]) for a in meeting["accounts"]} == set("ABCD")
    assert {a["status"] for a in meeting["accounts"]} == {"planned"}
    (summit,) = (m for m in examples.data["meetings"] if m["place"] == "place:madrid")
    assert (summit["status"], summit["when"]["edtf"]) == ("planned", "2022-06")
    assert len(examples.data["meetings"]) == 2


def test_examples_who_said_what(examples: Dossier) -> None:
    for letter in "ABC":
        assert examples.said("giving up its ambitions", letter, holder=STOLTENBERG)
    for letter in "CD":
        (claim, *_) = examples.said("280 civilians", letter, "claim", UKRAINE)
        assert claim["holders"][0]["exact"] == "Kiev"
    assert examples.said("the accusation", "C", "deny", "iso3:RUS")
    (belief, *_) = examples.said("already helps Moscow", "B", "believe", NATO)
    assert belief["holders"][0]["exact"] == "The bloc"
    demand = examples.said("stop stirring up", "C", "demand")
    assert any("person:zhao-lijian" in h["actors"] for a in demand for h in a["holders"])


@pytest.mark.parametrize(("term", "letters"), [("former two", "B"), ("drone", ""), ("Kuleba, will", "A")])
def test_examples_what_only_one_report_tells(examples: Dossier, term: str, letters: str) -> None:
    assert examples.points(term) == ([("one", set(letters))] if letters else [])


def test_examples_who_counts_one_thing_stands_in_one_point(examples: Dossier) -> None:
    """The civilians of one town are counted otherwise by three reports."""
    counted = [d for p in examples.data["points"] for d in p["differences"] if d["slot"] == "number"]
    values = [{(examples.letter(v["document"]), v["exact"]) for v in d["variants"]} for d in counted]
    assert any({("B", "more than 300"), ("C", "280"), ("D", "280")} <= own for own in values)


def test_examples_wording_and_the_shared_quotation(examples: Dossier) -> None:
    assert "Kyiv" in examples.worded("A") and "Kiev" not in examples.worded("A")
    for letter in "CD":
        assert {"Kiev", "special military operation"} <= examples.worded(letter)
    quoted = [
        {examples.letter(v["document"]) for v in q["variants"]}
        for q in examples.data["quotations"]
        if any("ambitions" in v["exact"] for v in q["variants"])
    ]
    assert quoted == [set("ABCD")]


def test_examples_the_copy_is_no_origin_of_its_own(examples: Dossier) -> None:
    groups = [{examples.letter(d) for d in group} for group in examples.data["story"]["origins"]]
    assert sorted(map(sorted, groups)) == [["A"], ["B"], ["C", "D"]]


@pytest.mark.parametrize(
    ("letter", "kind", "words", "repair"),
    [
        ("B", "list-tag", r"\[Forum\]", ""),
        ("B", "broken-date", r"April 6, 202$", "April 6, 2022"),
        ("B", "duplicated-headline", r"guests join", ""),
        ("B", "photo-caption", r"Rescue workers", None),
        ("B", "photo-credit", r"Meridian", ""),
        ("B", "boilerplate", r"mailing list", ""),
        ("D", "missing-space", r"ambitions,”the", "ambitions,” the"),
        ("D", "lost-words", r"be able send", "be able to send"),
        ("D", "boilerplate", r"Back to top", ""),
    ],
)
def test_examples_damage(examples: Dossier, letter: str, kind: str, words: str, repair: str | None) -> None:
    (found,) = (d for d in examples.damage(letter, kind) if re.search(words, d["exact"]))
    assert found["repair"] == repair
