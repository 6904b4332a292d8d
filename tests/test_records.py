"""The records hold what reports bring: ten hard cases, each as it would stand in the ledger."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import (
    Attribution,
    AttributionKind,
    Correction,
    Defect,
    DefectKind,
    Document,
    Event,
    EventType,
    Force,
    Mention,
    MentionKind,
    Participant,
    Precision,
    Span,
    Status,
    When,
    Zone,
    ZoneKind,
    content_id,
    cover,
    passage,
)


def document(text: str, **more: object) -> Document:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "test"),)
    fields = dict(source="t.txt", media_type="text/plain", encoding="utf-8", language="en", title="")
    return Document("doc:1", "0" * 64, text=text, zones=zones, **(fields | more))  # type: ignore[arg-type]


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, holder: str, cue: str, content: str, force: Force, parent: str | None = None) -> Attribution:
    span = find(text, content)
    kind = AttributionKind.DIRECT if text[span.start - 1] in "“\"'" else AttributionKind.INDIRECT
    key = content_id("att", "doc:1", span, force.value, parent)
    return Attribution(key, "doc:1", 0, (Participant(find(text, holder)),), (find(text, cue),), (span,), kind, force, parent=parent)


def act(text: str, words: str, kind: EventType, status: Status, **more: object) -> Event:
    span = find(text, words)
    fields: dict[str, object] = dict(actors=(), recipients=(), clause_status=status) | more
    return Event(content_id("evt", "doc:1", span, kind.value), "doc:1", 0, span, (span,), kind, status=status, **fields)  # type: ignore[arg-type]


def test_quotation_inside_a_claim_inside_a_report() -> None:
    text = "The agency reported that Ruritania claims its envoy heard “we will not sign” from Elbonia."
    outer = said(
        text, "The agency", "reported", "that Ruritania claims its envoy heard “we will not sign” from Elbonia", Force.REPORT
    )
    claim = said(text, "Ruritania", "claims", "its envoy heard “we will not sign” from Elbonia", Force.CLAIM, outer.id)
    words = said(text, "Elbonia", "heard", "we will not sign", Force.REFUSE, claim.id)
    chain = {a.id: a for a in (outer, claim, words)}
    assert [chain[words.parent].force, chain[chain[words.parent].parent].force] == [Force.CLAIM, Force.REPORT]  # type: ignore[index]
    assert outer.parent is None
    assert words.kind is AttributionKind.DIRECT
    assert outer.content[0].holds(claim.content[0]) and claim.content[0].holds(words.content[0])


def test_planned_event_denied_by_its_actor() -> None:
    text = "Ruritania denied that it plans to attack Elbonia."
    denial = said(text, "Ruritania", "denied", "that it plans to attack Elbonia", Force.DENY)
    attack = act(text, "attack Elbonia", EventType.ASSAULT, Status.DENIED, clause_status=Status.PLANNED, attribution=denial.id)
    assert (attack.status, attack.clause_status, attack.attribution) == (Status.DENIED, Status.PLANNED, denial.id)


def test_event_known_only_as_an_interval() -> None:
    text = "Ruritania attacked in late February."
    when = When(
        "2022-02", "2022-02-21/2022-02-28", date(2022, 2, 21), date(2022, 2, 28), Precision.INTERVAL, "document date", "part"
    )
    attack = act(text, "attacked", EventType.ASSAULT, Status.DONE, when=when, when_span=find(text, "late February"))
    assert attack.when is not None and attack.when.earliest != attack.when.latest


def test_two_speakers_of_one_sentence() -> None:
    text = "Anna Berg called the deal dead, while Ivo Strand said it could be saved."
    first = said(text, "Anna Berg", "called", "the deal dead", Force.CLAIM)
    second = said(text, "Ivo Strand", "said", "it could be saved", Force.SAY)
    assert first.sentence == second.sentence and first.id != second.id
    assert not first.content[0].overlaps(second.content[0])


def test_list_of_actors_by_reference() -> None:
    text = "Envoys of A, B, C, D, E, F, G and H came. The latter three spoke."
    names = [
        Mention(content_id("men", "doc:1", x), "doc:1", 0, find(text, x), find(text, x), MentionKind.NAME, (f"iso3:{x}",))
        for x in "ABCDEFGH"
    ]
    everyone = Mention(
        "men:all", "doc:1", 0, cover([n.span for n in names]), names[0].head, MentionKind.LIST,
        tuple(a for n in names for a in n.actors), members=tuple(n.id for n in names),
    )  # fmt: skip
    latter = Mention(
        "men:latter", "doc:1", 1, find(text, "The latter three"), find(text, "three"), MentionKind.GROUP,
        everyone.actors[-3:], antecedent=everyone.id, members=everyone.members[-3:],
    )  # fmt: skip
    assert len(everyone.actors) == 8
    assert latter.actors == ("iso3:F", "iso3:G", "iso3:H") and latter.antecedent == everyone.id


def test_person_in_two_offices() -> None:
    text = "Anna Berg, prime minister and foreign minister of Ruritania, spoke."
    offices = ("iso3:RUR head_of_government", "iso3:RUR foreign_minister")
    mention = Mention(
        "men:1", "doc:1", 0, find(text, "Anna Berg"), find(text, "Berg"), MentionKind.NAME, ("person:anna-berg",), offices=offices
    )
    assert len(mention.actors) == 1 and mention.offices == offices


def test_document_without_date() -> None:
    assert document("Something happened on Tuesday.").published is None
    bounded = When("", "2022-04-01/2022-04-30", date(2022, 4, 1), date(2022, 4, 30), Precision.INTERVAL, "context", "test", 0.4)
    assert document("Something happened on Tuesday.", published=bounded).published is bounded


def test_defect_inside_a_quotation() -> None:
    text = "“We are democratic democracies,” he said."
    damage = Defect(DefectKind.DUPLICATED_WORDS, find(text, "democratic democracies"), "one stem twice", None, False, "test")
    report = document(text, defects=(damage,))
    words = said(text, "he", "said", "We are democratic democracies", Force.SAY)
    assert words.content[0].holds(report.defects[0].span)
    assert passage(report, words.content[0]).exact == "We are democratic democracies"  # kept as received


def test_one_span_is_event_and_attribution() -> None:
    text = "Ruritania demanded that Elbonia withdraw."
    demand = said(text, "Ruritania", "demanded", "that Elbonia withdraw", Force.DEMAND)
    request = act(text, "demanded that Elbonia withdraw", EventType.REQUEST, Status.DONE, speech=demand.id)
    withdrawal = act(text, "withdraw", EventType.RETREAT, Status.CALLED_FOR, attribution=demand.id)
    assert request.speech == withdrawal.attribution == demand.id
    assert request.attribution is None


def test_correction_of_a_row() -> None:
    attack = act("Ruritania attacked.", "attacked", EventType.ASSAULT, Status.DONE)
    at = datetime(2022, 4, 7, tzinfo=UTC)
    fix = Correction("cor:1", attack.id, "status", "done", "alleged", "only Elbonia says so", "reviewer", at)
    assert fix.target == attack.id and attack.status is Status.DONE  # the row itself is never written over
    with pytest.raises(AttributeError):
        attack.status = Status.ALLEGED  # type: ignore[misc]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_a_passage_can_be_found_again(text: str, a: int, b: int) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    found = passage(document(text), span)
    assert found.prefix + found.exact + found.suffix in text
    assert text[span.start : span.end] == found.exact


@given(st.lists(st.one_of(st.none(), st.integers(), st.text()), max_size=5))
def test_ids_depend_on_content_alone(parts: list[object]) -> None:
    assert content_id("evt", *parts) == content_id("evt", *parts)
    assert content_id("evt", *parts) != content_id("evt", *parts, "more")
    assert len(content_id("evt", *parts)) == len("evt:") + 16
