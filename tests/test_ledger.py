"""The facade on real reports: every input accounted for, nothing twice, the same for any number of processes."""

import gc
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import InputError, LedgerError, NotFoundError, QueryError
from rashomon.exports.affairs import course_page, state_page
from rashomon.ledger import Ledger, affairs, open_ledger

REPORTS = {
    "a.txt": """Norway hosts talks on Arctic shipping

OSLO, March 3, 2021 - Norway's foreign minister said on Wednesday that ministers from Canada and Japan will meet in Oslo
on March 10 to discuss Arctic shipping.

"We want rules that protect the sea," the minister said. Russia has denied that it blocked an earlier draft.""",
    "b.txt": """Ministers to discuss Arctic shipping in Oslo

By Ann Example

OSLO, March 4, 2021 - Ministers from Norway, Canada and Japan will meet in Oslo next week to discuss shipping in the Arctic.

Environmental groups accused Russia of blocking a draft agreement. Moscow denied the accusation.""",
    "c.txt": """Kenya signs water treaty

NAIROBI, May 2, 2021 - Kenya and Uganda signed a treaty on the waters of Lake Victoria on Sunday. Tanzania warned that it would
not accept the treaty.""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, reports: Path) -> Iterator[Ledger]:
    """A ledger that holds the three reports; tests must not add to it."""
    with rashomon.open_ledger(tmp_path_factory.mktemp("ledger")) as ledger:
        assert len(ledger.read([reports]).new) == 3
        yield ledger


def test_every_input_is_accounted_for(tmp_path: Path, reports: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "same.txt").write_bytes((reports / "a.txt").read_bytes())
    told: list[tuple[str, int]] = []
    with open_ledger(tmp_path / "ledger") as ledger:
        paths = [reports / "a.txt", tmp_path / "empty.txt", tmp_path / "none.txt", tmp_path / "same.txt", reports / "c.txt"]
        summary = ledger.read(paths, progress=lambda name, done: told.append((name, done)))
        assert len(summary.new) == len(summary.documents) == 2
        assert summary.known == (str(tmp_path / "same.txt"),)
        assert {(Path(f.source).name, f.reason) for f in summary.failures} == {
            ("empty.txt", "empty"), ("none.txt", "no such file or folder")
        }  # fmt: skip
        assert [done for _, done in told] == sorted(done for _, done in told)
        assert set(ledger.failures()) == set(summary.failures)

        again = ledger.read(paths)
        assert again.new == ()
        assert again.documents == summary.documents
        assert len(again.known) == 3 and len(again.failures) == 2
        assert len(ledger.documents()) == 2


def test_a_report_is_not_lost_for_a_file_of_its_bytes_that_cannot_be_read(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt", "c.txt"):
        (tmp_path / name).write_text(REPORTS["c.txt"], "utf-8")
    with open_ledger(tmp_path / "ledger") as ledger:
        summary = ledger.read([tmp_path])
    assert len(summary.documents) == len(summary.new) == 1
    assert [Path(f.source).name for f in summary.failures] == ["a.html"]
    assert [Path(name).name for name in summary.known] == ["c.txt"]


def test_reading_again_keeps_one_current_reading(tmp_path: Path, reports: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        first = ledger.read([reports])
        before = ledger.readings()
        again = ledger.read([reports], again=True)
        assert again.new == ()  # the same program: nothing to add
        assert again.documents == first.documents
        assert ledger.readings() == before


def test_two_processes_make_the_same_ledger(tmp_path: Path, reports: Path, filled: Ledger) -> None:
    with open_ledger(tmp_path) as ledger:
        summary = ledger.read([reports], jobs=2)
        assert summary.failures == ()
        assert ledger.readings() == filled.readings()
        assert [k.document for k in ledger.documents()] == [k.document for k in filled.documents()]


def test_a_process_that_dies_costs_one_report(tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of memory, the system kills a worker: the report that did it is named, the others are read."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import rashomon.ledger.intakes as intakes, os\n"
        "real = intakes.Reader.read_all\n"
        "def read_all(self, sources):\n"
        "    if any(b'Kenya' in s.data for s in sources): os.kill(os.getpid(), 9)\n"
        "    return real(self, sources)\n"
        "intakes.Reader.read_all = read_all\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{site}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    with open_ledger(tmp_path / "ledger") as ledger:
        summary = ledger.read([reports], jobs=2)
        assert len(summary.new) == 2
        assert [(Path(f.source).name, f.reason) for f in summary.failures] == [("c.txt", "the process that read it died")]


def test_who_said_what(filled: Ledger) -> None:
    by_russia = filled.attributions(by="Russia", force="deny")
    assert by_russia and filled.attributions(by="Moscow", force="deny") == by_russia
    assert filled.attributions(by="iso3:RUS", force="deny", limit=1) == by_russia[:1]
    about = filled.attributions(about="rules that protect")
    assert about
    for attribution in about:
        text = filled.document(attribution.document).text
        assert any("rules that protect" in span.of(text) for span in attribution.content)
    assert filled.attributions(about="nobody ever said this") == ()
    assert filled.attributions(about='"') == ()
    with pytest.raises(NotFoundError, match="no such actor"):
        filled.attributions(by="Atlantis")


def test_who_did_what(filled: Ledger) -> None:
    kenya = filled.events(actor="Kenya")
    assert kenya
    assert {e.document for e in kenya} == {filled.search("Victoria")[0].document}
    assert set(filled.events(actor="Kenya", type="AGREE")) <= set(kenya)
    assert filled.events(document=kenya[0].document[:12], actor="Kenya") == kenya


def test_names_come_with_the_nearest_ones(filled: Ledger) -> None:
    assert filled.actors("kenya") == filled.actors("iso3:KEN") == ("iso3:KEN",)
    with pytest.raises(NotFoundError, match="did you mean Kenya"):
        filled.actors("Kenia")


def test_show_gives_sentence_span_and_chain(filled: Ledger) -> None:
    denial = filled.attributions(by="Russia", force="deny")[0]
    shown = filled.show(denial.id[:-2])
    assert shown.record == denial
    assert shown.document is not None and shown.around is not None
    assert all(shown.around.holds(span) for span in shown.spans)
    inside = [e for e in filled.events() if e.attribution is not None]
    assert inside
    chain = filled.show(inside[0].id).chain
    assert chain[0].id == inside[0].attribution
    assert filled.show(denial.document).record == filled.document(denial.document)
    with pytest.raises(NotFoundError):
        filled.show("evt:0000")
    with pytest.raises(QueryError, match="several"):
        filled.show("att:")


def test_a_comparison_is_the_same_cold_and_warm(filled: Ledger, reports: Path) -> None:
    """Cold the vectors are made, warm they are kept: no cell may change."""
    documents = [k.document for k in filled.documents()][:2]
    cold = filled.compare(documents)
    assert cold.documents == tuple(documents)
    assert filled.compare([reports / "a.txt", documents[1]]) == cold
    assert {d for p in cold.points for d in (a.document for a in p.accounts)} == set(documents)


def test_a_comparison_never_loses_a_report(filled: Ledger) -> None:
    """Three reports of two stories: the caller wants them side by side, so they are."""
    documents = tuple(k.document for k in filled.documents())
    comparison = filled.compare(documents)
    assert set(comparison.documents) == set(comparison.story.documents) == set(documents)
    assert sorted(d for origin in comparison.story.origins for d in origin) == sorted(documents)


def test_too_few_to_compare(filled: Ledger, reports: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="1 report to compare"):
        filled.compare([reports / "a.txt", reports / "a.txt"])
    with pytest.raises(InputError, match="no such file"):
        filled.compare([tmp_path / "none.txt"])


def test_stories_and_timelines(filled: Ledger) -> None:
    stories = filled.stories()
    assert sorted(d for story in stories for d in story.documents) == sorted(k.document for k in filled.documents())
    assert filled.show(stories[0].id).record == stories[0]
    assert filled.timeline(stories[0].id[:-3]).subject == stories[0].id
    line = filled.timeline("Kenya")
    assert line.subject == "iso3:KEN" and line.entries
    assert all("iso3:KEN" in entry.actors for entry in line.entries)
    with pytest.raises(NotFoundError, match="no such story"):
        filled.timeline("sto:none")


def test_a_ledger_that_may_only_be_read(tmp_path: Path, reports: Path) -> None:
    with open_ledger(tmp_path / "x") as ledger:
        ledger.read([reports])
    with open_ledger(tmp_path / "x", create=False, writes=False) as ledger:
        assert len(ledger.stories()) >= 2  # vectors are made but cannot be kept
        with pytest.raises(LedgerError):
            ledger.correct(ledger.events()[0].id, {"status": "done"}, "", "")
    shutil.rmtree(tmp_path / "x")
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(tmp_path / "x", create=False)


def test_public_names_are_there_and_light() -> None:
    assert rashomon.Ledger is Ledger and rashomon.open_ledger is open_ledger
    assert rashomon.errors.RashomonError and rashomon.records.Event
    with pytest.raises(AttributeError):
        _ = rashomon.nothing  # type: ignore[attr-defined]


def test_a_page_tells_of_how_many_steps_it_shows_the_newest(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    on = date(2021, 6, 1)
    whole = filled.affairs.state(on)
    assert whole.excerpt is None
    assert not any("newest" in remark for remark in state_page(whole, filled.tables).remarks)

    monkeypatch.setattr(affairs, "OF_AFFAIR", 1)
    part = filled.affairs.state(on)
    steps = sum(len(reading.steps) for reading in filled.readings())
    assert part.excerpt is not None
    assert part.excerpt.shown < part.excerpt.held <= steps
    assert not part.excerpt.more
    assert f"made of the newest {part.excerpt.shown} of {part.excerpt.held} steps" in state_page(part, filled.tables).remarks[-1]

    monkeypatch.setattr(affairs, "OF_ACTOR", 1)
    monkeypatch.setattr(affairs, "OF_OLDER", 1)
    told = Counter(actor for r in filled.readings() for s in r.steps for actor in (*s.actors, *s.counterparts))
    course = filled.affairs.course(max(told, key=lambda actor: told[actor]), on)
    assert course.excerpt is not None and course.excerpt.more
    assert "of more than" in course_page(course, filled.tables).remarks[-1]


def test_pages_leave_the_collector_as_it_was(filled: Ledger) -> None:
    on = date(2021, 6, 1)
    assert filled.affairs.state(on, actor="Norway").lines
    assert gc.isenabled()
    with pytest.raises(NotFoundError):
        filled.affairs.course("Atlantis", on)
    assert gc.isenabled()
    gc.disable()
    try:
        assert filled.affairs.course("Norway", on)
        assert not gc.isenabled()
    finally:
        gc.enable()
