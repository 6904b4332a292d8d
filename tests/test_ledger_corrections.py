"""A human's word holds in every answer, also once the report is read again by another program."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rashomon.cli.group import cli
from rashomon.errors import NotFoundError, QueryError
from rashomon.ledger import Ledger, open_ledger
from rashomon.records import Affair, EventType, Status, Verdict
from rashomon.store.filters import Clock, Filter, Known

REPORT = """Kenya signs water treaty

NAIROBI, May 2, 2021 - Kenya and Uganda signed a treaty on the waters of Lake Victoria on Sunday. Tanzania warned that it would
not accept the treaty. "We will sanction Uganda," the Kenyan foreign minister said. Lawmakers met in Zarkan."""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger that holds the report; tests work on copies."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "c.txt").write_text(REPORT)
    with open_ledger(folder / "ledger") as ledger:
        ledger.read([folder / "c.txt"])
    return folder / "ledger"


@pytest.fixture
def ledger(read: Path, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(read, create=False) as original:
        original.back_up(tmp_path / "ledger")
    with open_ledger(tmp_path / "ledger", create=False) as opened:
        yield opened


def read_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, read: Path, name: str = "newer") -> None:
    """As a newer program would, that finds the same rows."""
    monkeypatch.setitem(ledger.__dict__, "extractor", name)
    ledger.read([read.parent / "c.txt"], again=True)


def test_a_correction_is_in_every_answer(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, read: Path) -> None:
    event = ledger.events(actor="Kenya", status="done")[0]
    before = ledger.events()
    done = ledger.correct(event.id, {"status": "planned", "recipients": "Tanzania; iso3:UGA"}, "the treaty waits", "an editor")
    assert done.notes == ()
    assert (done.corrections[0].field, done.corrections[0].old, done.corrections[0].new) == ("status", "done", "planned")
    for again in (False, True):
        if again:
            read_again(ledger, monkeypatch, read)
        (corrected,) = (e for e in ledger.events() if e.id == event.id)
        assert corrected.status is Status.PLANNED
        assert {a for p in corrected.recipients for a in p.actors} == {"iso3:TZA", "iso3:UGA"}
        assert corrected.rule.endswith("corrected by hand")
        assert event.id in {e.id for e in ledger.events(status="planned", recipient="Tanzania")}
        assert event.id not in {e.id for e in ledger.events(status="done")}
        assert [e.id for e in ledger.events()] == [e.id for e in before]
        shown = ledger.show(event.id)
        assert shown.record == corrected and shown.holds
        assert set(shown.corrections) == set(done.corrections)
        assert ledger.corrected([event.id, before[-1].id]) == {event.id: shown.corrections}
        assert [one.row for one in ledger.decisions()] == [event.id, event.id]
    assert len(ledger.documents()) == 1


def test_the_code_follows_the_type(ledger: Ledger) -> None:
    event = next(e for e in ledger.events() if e.type is EventType.SUPPORT and e.cameo == "057")
    done = ledger.correct(event.id, {"type": "REJECT"}, "it was refused", "an editor")
    assert {(c.field, c.new) for c in done.corrections} == {("type", "REJECT"), ("cameo", "120")}
    (corrected,) = (e for e in ledger.events() if e.id == event.id)
    assert (corrected.type, corrected.cameo) == (EventType.REJECT, "120")
    done = ledger.correct(event.id, {"type": "THREATEN", "cameo": "138"}, "it was a threat", "an editor")
    assert [(c.field, c.new) for c in done.corrections] == [("type", "THREATEN"), ("cameo", "138")]


def status_of(ledger: Ledger, event: str, known: Known | None = None) -> list[Status]:
    return [e.status for e in ledger.events(known=known) if e.id == event]


def test_the_row_as_it_was_stays_known(ledger: Ledger) -> None:
    event = ledger.events(status="done")[0]
    ledger.correct(event.id, {"status": "denied"}, "", "me")
    today = datetime.now(UTC).date()
    yesterday = date.fromordinal(today.toordinal() - 1)
    assert status_of(ledger, event.id, Known(today, Clock.READING)) == [Status.DENIED]
    assert ledger.events(known=Known(yesterday, Clock.READING)) == ()
    assert status_of(ledger, event.id, Known(date(2021, 5, 2))) == [Status.DENIED]
    assert ledger.events(known=Known(date(2021, 5, 1))) == ()


def test_the_later_of_two_contradicting_words_holds_and_both_are_told(ledger: Ledger) -> None:
    event = ledger.events(status="done")[0]
    ledger.correct(event.id, {"status": "planned"}, "it waits", "Ann")
    done = ledger.correct(event.id, {"status": "denied"}, "it was called off", "Ben")
    assert len(done.notes) == 1 and done.notes[0].startswith("Ann said status=planned")
    assert done.corrections[0].old == "planned"
    assert status_of(ledger, event.id) == [Status.DENIED]
    assert [c.new for c in ledger.show(event.id).corrections] == ["planned", "denied"]


def test_steps_follow_from_what_was_corrected(ledger: Ledger) -> None:
    agreed = [step for step in ledger._store.steps() if step.affair is Affair.AGREEMENT]
    assert agreed and agreed[0].events
    ledger.decide(agreed[0].events[0], Verdict.REJECT, "nothing was signed", "me")
    assert agreed[0].events[0] not in {one for step in ledger._store.steps() for one in step.events}


def test_who_a_mention_is_is_who_takes_part(ledger: Ledger) -> None:
    mention = next(m for m in ledger._store.mentions(Filter(("iso3:TZA",))))
    ledger.correct(mention.id, {"actors": "Mozambique"}, "a slip of the pen", "me")
    assert ledger.attributions(by="Mozambique")
    with pytest.raises(NotFoundError):
        ledger.actors("Tanzania")


def test_a_rejected_row_is_gone_and_comes_back(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, read: Path) -> None:
    event = ledger.events(status="done")[0]
    all_of_them = [e.id for e in ledger.events()]
    ledger.decide(event.id, Verdict.REJECT, "hearsay", "me")
    read_again(ledger, monkeypatch, read)
    assert event.id not in {e.id for e in ledger.events()}
    shown = ledger.show(event.id)
    assert not shown.holds and [d.verdict for d in shown.decisions] == [Verdict.REJECT]
    ledger.decide(event.id, Verdict.ACCEPT, "seen the paper", "me")
    assert [e.id for e in ledger.events()] == all_of_them
    assert event.id not in {d.target for d in ledger.doubts(100)}


def test_a_rejected_candidate_that_is_accepted_is_an_event(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, read: Path) -> None:
    candidates = ledger.rejections()
    assert candidates, "the report has none: give it one"
    candidate = candidates[0]
    if candidate.type is None:
        with pytest.raises(QueryError, match="of no type yet"):
            ledger.decide(candidate.id, Verdict.ACCEPT, "", "me")
    ledger.correct(candidate.id, {"type": "CONSULT", "actors": "Kenya"}, "they met", "me")
    before = len(ledger.events())
    ledger.decide(candidate.id, Verdict.ACCEPT, "they met", "me")
    for _ in range(2):
        assert len(ledger.events()) == before + 1 and candidate.id not in {r.id for r in ledger.rejections()}
        (made,) = (e for e in ledger.events() if "accepted by hand" in e.rule)
        assert made.type is EventType.CONSULT and made.actors[0].actors == ("iso3:KEN",)
        read_again(ledger, monkeypatch, read)
    ledger.correct(made.id, {"status": "planned"}, "not yet", "me")
    assert next(e for e in ledger.events() if e.id == made.id).status is Status.PLANNED


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "perhaps"}, "no such status: perhaps: one of done"),
        ({"when": "2022-02-30"}, "no such date: 2022-02-30"),
        ({"when": "soon"}, "no such date: soon"),
        ({"reciprocal": "maybe"}, "neither yes nor no: maybe"),
        ({"colour": "red"}, "no such field to correct: colour: of a row of this kind: type, mode"),
        ({"span": "1"}, "no such field to correct"),
        ({"actors": "Atlantis"}, "nobody has that name: Atlantis"),
        ({"status": "done", "type": "PARTY"}, "no such type"),
    ],
)
def test_what_cannot_be_is_refused_whole(ledger: Ledger, changes: dict[str, str], told: str) -> None:
    event = ledger.events()[0]
    with pytest.raises((QueryError, NotFoundError)) as refused:
        ledger.correct(event.id, changes, "", "me")
    assert told in str(refused.value)
    assert ledger.decisions() == () and ledger.events()[0] == event


def test_an_id_that_nobody_knows_is_taken_with_a_note(ledger: Ledger) -> None:
    done = ledger.correct(ledger.events()[0].id, {"actors": "person:jane-doe"}, "", "me")
    assert done.notes == ("nobody known has the id person:jane-doe: it is kept as it is",)
    assert ledger.events(actor="person:jane-doe")


def test_a_document_is_corrected(ledger: Ledger) -> None:
    document = ledger.documents()[0].document
    ledger.correct(document, {"title": "Treaty", "published": "2021-05-03"}, "the day is that of the dateline", "me")
    (kept,) = ledger.documents()
    assert (kept.title, kept.published) == ("Treaty", "2021-05-03")
    assert ledger.events(known=Known(date(2021, 5, 2))) == () != ledger.events(known=Known(date(2021, 5, 3)))
    with pytest.raises(QueryError, match="correct its fields"):
        ledger.decide(document, Verdict.REJECT, "", "me")


def test_review_and_decisions_on_the_command_line(ledger: Ledger, tmp_path: Path) -> None:
    old = ledger.events(status="done")[0]
    event = old.id

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(cli, ["--ledger", str(tmp_path / "ledger"), *arguments], env={"COLUMNS": "200"})

    assert "nobody known by that name: Zarkan (1 mention)" in run("review").output.replace("\n", " ")
    assert '"words": "Zarkan"' in run("review", "--jsonl", "--limit", "3").output
    done = run("correct", event, "status=planned", "type=REJECT", "--why", "it waits", "--who", "Ann")
    assert done.exit_code == 0 and f"{event}: status done -> planned" in done.output
    assert "(corrected)" in run("events", "--type", "REJECT").output
    line = json.loads(run("events", "--type", "REJECT", "--jsonl").output)
    assert line["corrected"] == {"status": "done", "type": old.type.value, "cameo": old.cameo}
    assert "corrected by Ann" in run("show", event).output
    assert run("review", event, "reject", "--why", "hearsay", "--who", "Ben").output == f"{event}: rejected\n"
    log = run("decisions").output
    assert "Ann" in log and "Ben" in log and "hearsay" in log
    assert [line.count('"who": "Ann"') for line in run("decisions", "--jsonl").output.splitlines()] == [1, 1, 1, 0]
    candidate = ledger.rejections()[0]
    assert candidate.reason.split()[0] in run("events", "--rejected").output
    rejected = [json.loads(line) for line in run("events", "--rejected", "--jsonl", "--limit", "1").output.splitlines()]
    assert [(row["id"], row["reason"]) for row in rejected] == [(candidate.id, candidate.reason)]
    assert run("events", "--known", "2021-05-01").output == "no such events\n"
    assert "Kenya" in run("events", "--known", "2021-05-02", "--on", "2021-05-02", "--newest").output
    assert run("attributions", "--known", "2021-05-02", "--clock", "reading").output == "no such attributions\n"
    for wrong, told in (
        (("correct", event, "status", "--why", "x"), "no FIELD=VALUE"),
        (("correct", event, "status=done", "status=planned", "--why", "x"), "named twice"),
        (("review", event), "say `review ID accept"),
        (("review", "evt:none", "accept", "--why", "x"), "no id begins so"),
        (("events", "--rejected", "--actor", "Kenya"), "--rejected goes with"),
        (("events", "--known", "2022-02-30"), "is no date"),
        (("show", "att"), "only the kind of an id"),
    ):
        answer = run(*wrong)
        assert answer.exit_code in (1, 2) and told in answer.output, answer.output


def test_according_to_whom_is_corrected(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, read: Path) -> None:
    """The signing said to be told by the Kenyan minister; then by the outlet alone."""
    step = next(s for s in ledger._store.steps() if s.affair is Affair.AGREEMENT)
    spoken = next(a for a in ledger.attributions() if any("iso3:KEN" in p.actors for p in a.holders))
    assert spoken.id not in step.according_to
    for text, chain in ((spoken.id, (spoken.id,)), ("", ())):
        ledger.correct(step.id, {"according_to": text}, "it was he who told it", "me")
        read_again(ledger, monkeypatch, read, f"newer {text}")
        [kept] = [k for k in ledger._store.kept_steps(Filter(("iso3:KEN",))) if k.step.id == step.id]
        assert kept.step.according_to == chain
        assert tuple(a.id for a in kept.chain) == chain
        assert len(kept.cited) == len(chain)
    with pytest.raises(QueryError, match="no such attribution in this report: att:none"):
        ledger.correct(step.id, {"according_to": f"{spoken.id};att:none"}, "", "me")


def test_a_name_of_several_is_refused(ledger: Ledger) -> None:
    event = ledger.events()[0]
    with pytest.raises(QueryError, match="several have that name: Congo: iso3:COD, iso3:COG"):
        ledger.correct(event.id, {"actors": "Congo"}, "", "me")
    assert ledger.decisions() == ()
