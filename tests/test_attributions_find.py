"""Attributions in small reports: holder, cue, content, force, kind, nesting."""

from typing import Any

import pytest

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.records import Attribution, AttributionKind, Document, Force, Mention, MentionKind, Span
from rashomon.sentences import parse_documents


def read(document: Document, parser: Any, mentions: tuple[Mention, ...] = ()) -> tuple[Attribution, ...]:
    ((_, sentences),) = parse_documents([document], parser)
    return find_attributions(document, sentences, mentions)


def words(document: Document, spans: tuple[Span, ...]) -> str:
    return " ... ".join(s.of(document.text) for s in spans)


def rows(document: Document, parser: Any) -> list[tuple[str, str, str, str]]:
    """(holder, cue, content, force) of each attribution that is no term."""
    return [
        (
            words(document, tuple(h.span for h in a.holders)),
            words(document, a.cue),
            words(document, a.content),
            a.force.value,
        )
        for a in read(document, parser)
        if a.kind is not AttributionKind.TERM
    ]


# One or more short reports for each force: text, holder, content.
FORCES = [
    ("The minister said that the talks would go on.", "The minister", "that the talks would go on", Force.SAY),
    ("Norway announced a new embassy in Hanoi.", "Norway", "a new embassy in Hanoi", Force.SAY),
    ("The ministry reported two outages at the port.", "The ministry", "two outages at the port", Force.REPORT),
    ("Polls show that voters back the treaty.", "Polls", "that voters back the treaty", Force.REPORT),
    (
        "Tirana claims that the border was closed without notice.",
        "Tirana",
        "that the border was closed without notice",
        Force.CLAIM,
    ),
    ("The envoy denied that any deal had been signed.", "The envoy", "that any deal had been signed", Force.DENY),
    ("The ministry denies any role in the raid.", "The ministry", "any role in the raid", Force.DENY),
    ("The general admitted that the convoy had been late.", "The general", "that the convoy had been late", Force.ADMIT),
    ("Oslo acknowledged the error.", "Oslo", "the error", Force.ADMIT),
    ("The two sides agreed that the ceasefire was holding.", "The two sides", "that the ceasefire was holding", Force.AGREE),
    ("Athens accused Ankara of violating its airspace.", "Athens", "Ankara of violating its airspace", Force.ACCUSE),
    ("The opposition criticised the budget.", "The opposition", "the budget", Force.CRITICISE),
    ("The president condemned the attack on the consulate.", "The president", "the attack on the consulate", Force.CRITICISE),
    ("The commissioner praised the reforms.", "The commissioner", "the reforms", Force.PRAISE),
    ("Lisbon urged the company to reopen the mine.", "Lisbon", "to reopen the mine", Force.DEMAND),
    ("The bloc called for an immediate truce.", "The bloc", "an immediate truce", Force.DEMAND),
    ("Lawmakers called on the government to publish the report.", "Lawmakers", "to publish the report", Force.DEMAND),
    ("The delegation asked the court to delay the hearing.", "The delegation", "to delay the hearing", Force.ASK),
    ("Reporters asked whether the minister would resign.", "Reporters", "whether the minister would resign", Force.ASK_WHETHER),
    ("Vienna warned that winter stocks were low.", "Vienna", "that winter stocks were low", Force.WARN),
    ("The admiral warned Tripoli of a blockade.", "The admiral", "of a blockade", Force.WARN),
    ("The junta threatened to expel the envoys.", "The junta", "to expel the envoys", Force.THREATEN),
    ("Ottawa pledged to send two frigates.", "Ottawa", "to send two frigates", Force.PROMISE),
    ("The island offered to host the summit.", "The island", "to host the summit", Force.OFFER),
    ("Minsk refused to release the crew.", "Minsk", "to release the crew", Force.REFUSE),
    ("The spokesman declined to name the suspects.", "The spokesman", "to name the suspects", Force.REFUSE),
    ("The bank believes that prices will fall.", "The bank", "that prices will fall", Force.BELIEVE),
    ("The generals know that the bridge is mined.", "The generals", "that the bridge is mined", Force.KNOW),
    ("Analysts doubt that the offer is serious.", "Analysts", "that the offer is serious", Force.DOUBT),
    ("The agency expects that harvests will shrink.", "The agency", "that harvests will shrink", Force.EXPECT),
    ("She hopes that the hostages will be freed.", "She", "that the hostages will be freed", Force.HOPE),
    ("Farmers want to keep the subsidy.", "Farmers", "to keep the subsidy", Force.WANT),
    ("Jakarta plans to buy four submarines.", "Jakarta", "to buy four submarines", Force.INTEND),
    ("The alliance looks to widen its patrols.", "The alliance", "to widen its patrols", Force.INTEND),
    ("The alliance fears that the cable was cut.", "The alliance", "that the cable was cut", Force.WORRY),
    ("The council was concerned by the build-up of troops.", "The council", "the build-up of troops", Force.WORRY),
    ("The envoys discussed a prisoner exchange.", "The envoys", "a prisoner exchange", Force.DISCUSS),
]


@pytest.mark.parametrize(("text", "holder", "content", "force"), FORCES, ids=lambda v: str(v)[:40])
def test_each_force(text: str, holder: str, content: str, force: Force, parser: Any) -> None:
    found = rows(make_document(text), parser)
    assert (holder, content, force.value) in [(h, c, f) for h, _, c, f in found], found


def test_every_force_has_a_report() -> None:
    assert {force for *_, force in FORCES} == set(Force)


def test_quotation_before_its_verb(report: Document, parser: Any) -> None:
    """ "The harbour stays open," Foreign Minister Lena Dahl told reporters on Monday."""
    (found,) = read(report, parser)
    assert words(report, found.content) == '"The harbour stays open,"'
    assert words(report, tuple(h.span for h in found.holders)) == "Foreign Minister Lena Dahl"
    assert words(report, tuple(h.span for h in found.addressees)) == "reporters"
    assert found.kind is AttributionKind.DIRECT


def test_discontinuous_quotation(report: Document, parser: Any) -> None:
    """ "The harbour stays open," Dahl said, "but the airport does not." """
    found = [a for a in read(report, parser) if a.cue]
    assert len(found) == 1
    assert words(report, found[0].content) == '"The harbour stays open," ... "but the airport does not."'


def test_a_speaker_goes_on_in_the_next_sentence(report: Document, parser: Any) -> None:
    """ "The harbour stays open," Dahl said. "Nobody has told us to close it." """
    (found,) = [a for a in read(report, parser) if a.parent is None]
    assert "Nobody has told us" in words(report, found.content)


def test_quotation_over_three_paragraphs(report: Document, parser: Any) -> None:
    """
    Dahl said: “The harbour stays open.

    “Ships may come and go as they please.

    “Nobody has told us to close it.”

    The airport was closed on Sunday.
    """
    found = [a for a in read(report, parser) if a.parent is None]
    assert len(found) == 1
    text = words(report, found[0].content)
    assert "Ships may come" in text
    assert text.endswith("close it.”")
    assert "airport" not in text


def test_quotation_that_never_closes_stays_in_its_paragraph(report: Document, parser: Any) -> None:
    """
    Dahl said: “The harbour stays open. She left at noon.

    The airport was closed on Sunday, officials said.
    """
    for found in read(report, parser):
        if "harbour" in words(report, found.content):
            assert "airport" not in words(report, found.content)


def test_missing_space_after_a_closing_mark(report: Document, parser: Any) -> None:
    """“We will keep the harbour open for every ship that comes,”Dahl added on Monday."""
    (found,) = read(report, parser)
    assert words(report, tuple(h.span for h in found.holders)) == "Dahl"


def test_transcript(report: Document, parser: Any) -> None:
    """
    Q: Will the harbour stay open?

    Minister Dahl: It will, and so will the airport.
    """
    found = rows(report, parser)
    assert ("Q", ":", "Will the harbour stay open?", "ask-whether") in found
    assert any(h == "Minister Dahl" and c.startswith("It will") for h, _, c, _ in found)


def test_dateline_is_no_speaker(report: Document, parser: Any) -> None:
    """
    Ministers meet today.

    ISLAMABAD: The foreign office said the envoy had left.
    """
    assert [h for h, *_ in rows(report, parser)] == ["The foreign office"]


def test_label_before_quoted_words(report: Document, parser: Any) -> None:
    """
    The debate went on.

    Former foreign minister Lena Dahl: "I never saw that letter and I never signed it."
    """
    found = rows(report, parser)
    assert ("Former foreign minister Lena Dahl", ":") in [(h, c) for h, c, _, _ in found]


def test_chain_of_three(report: Document, parser: Any) -> None:
    """Officials said the embassy believes that the envoy denied any role in the raid."""
    by_force = {a.force: a for a in read(report, parser)}
    assert by_force[Force.DENY].parent == by_force[Force.BELIEVE].id
    assert by_force[Force.BELIEVE].parent == by_force[Force.SAY].id
    assert by_force[Force.SAY].parent is None


def test_nothing_stands_in_itself(report: Document, parser: Any) -> None:
    """Officials said, and the embassy said, that the envoy said he would say no more, they said."""
    found = {a.id: a for a in read(report, parser)}
    for attribution in found.values():
        seen = set()
        at: str | None = attribution.id
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].parent


def test_agentless_expectation(report: Document, parser: Any) -> None:
    """The ministers are expected to sign the accord on Friday."""
    (found,) = read(report, parser)
    assert found.holders == ()
    assert found.force is Force.EXPECT
    assert words(report, found.content) == "The ministers ... to sign the accord on Friday"


def test_agentless_accusation(report: Document, parser: Any) -> None:
    """The militia has been accused of burning the villages."""
    (found,) = read(report, parser)
    assert (found.holders, found.force) == ((), Force.ACCUSE)
    assert words(report, found.content) == "The militia ... burning the villages"


def test_agent_of_a_passive(report: Document, parser: Any) -> None:
    """The budget was criticised by the opposition."""
    assert ("the opposition", "was criticised", "The budget", "criticise") in rows(report, parser)


@pytest.mark.parametrize(
    ("text", "holder", "content", "force"),
    [
        ("The ferry sank at dawn, according to the coast guard.", "the coast guard", "The ferry sank at dawn", "say"),
        ("In the words of the mayor, the city is broke.", "the mayor", "the city is broke", "say"),
        ("As the mayor put it, the city is broke.", "the mayor", "the city is broke", "say"),
        ("Reports of heavy shelling reached the capital.", "", "heavy shelling", "report"),
        ("She repeated her warning that the dam could burst.", "She", "that the dam could burst", "warn"),
        ("He expressed his hope that the talks would resume.", "He", "that the talks would resume", "hope"),
        ("Police are looking into alleged fraud at the port.", "", "fraud at the port", "accuse"),
        ("The union put pressure on the cabinet to raise wages.", "The union", "to raise wages", "demand"),
        ("The deal, the envoy said, is dead.", "the envoy", "The deal ... is dead", "say"),
        ("The deal is dead, the envoy said.", "the envoy", "The deal is dead", "say"),
    ],
)
def test_phrases_and_nouns(text: str, holder: str, content: str, force: str, parser: Any) -> None:
    found = rows(make_document(text), parser)
    assert (holder, content, force) in [(h, c, f) for h, _, c, f in found], found


def test_what_follows_a_reported_clause_is_its_own(report: Document, parser: Any) -> None:
    """The envoy said the road was closed, adding that the bridge had been blown up."""
    found = rows(report, parser)
    assert ("The envoy", "said", "the road was closed", "say") in found
    assert ("The envoy", "adding", "that the bridge had been blown up", "say") in found


def test_what_is_refused_is_not_done(report: Document, parser: Any) -> None:
    """The island refuses to condemn the invasion."""
    assert [a.force for a in read(report, parser)] == [Force.REFUSE]


def test_negation(report: Document, parser: Any) -> None:
    """The envoy did not say that the road was closed."""
    (found,) = read(report, parser)
    assert found.negated


def test_factive(report: Document, parser: Any) -> None:
    """The envoy admitted that the road was closed. The mayor said that the bridge was open."""
    assert [a.factive for a in read(report, parser)] == [True, False]


def test_mixed_kind(report: Document, parser: Any) -> None:
    """The envoy said that the offer from the capital was "an insult to every citizen"."""
    (found,) = [a for a in read(report, parser) if a.cue]
    assert found.kind is AttributionKind.MIXED


def test_terms_are_kept_apart(report: Document, parser: Any) -> None:
    """The so-called "grey fleet" left port. The novel "The Long Winter" was banned."""
    found = read(report, parser)
    assert {a.kind for a in found} == {AttributionKind.TERM}
    assert len(found) == 2


def test_a_relative_clause_gives_its_antecedent(report: Document, parser: Any) -> None:
    """The island, which claims that the strait is its own, sent two ships."""
    assert ("The island", "claims", "that the strait is its own", "claim") in rows(report, parser)


def test_holders_take_the_actors_of_their_mentions(report: Document, parser: Any) -> None:
    """The minister arrived. He said the talks had failed."""
    start = report.text.index("He ")
    span = Span(start, start + 2)
    he = Mention("men:1", report.id, 1, span, span, MentionKind.PRONOUN, actors=("person:lena-dahl",))
    (found,) = read(report, parser, (he,))
    assert found.holders[0].span == span
    assert (found.holders[0].mention, found.holders[0].actors) == ("men:1", ("person:lena-dahl",))


def test_reading_twice_gives_the_same(report: Document, parser: Any) -> None:
    """ "The harbour stays open," Dahl said. The mayor believes it."""
    assert read(report, parser) == read(report, parser)


def test_empty_document(parser: Any) -> None:
    assert read(make_document(""), parser) == ()


SMALL_CLAUSES = [
    ("The coast guard declared the strait open.", "The coast guard", "the strait open"),
    ("The talks were pronounced dead by the envoy.", "the envoy", "The talks ... dead"),
    ("The strait was declared free of mines by the coast guard.", "the coast guard", "The strait ... free of mines"),
]


@pytest.mark.parametrize(("text", "holder", "content"), SMALL_CLAUSES)
def test_a_small_clause_is_taken_whole(text: str, holder: str, content: str, parser: Any) -> None:
    assert [(h, c) for h, _, c, _ in rows(make_document(text), parser)] == [(holder, content)]


def test_the_subject_of_a_small_clause_is_no_content_of_its_own(report: Document, parser: Any) -> None:
    """They demanded that the island be declared neutral by the council."""
    whole = "that the island be declared neutral by the council"
    assert {(h, c) for h, _, c, _ in rows(report, parser)} == {("They", whole), ("the council", "the island ... neutral")}


def test_a_passive_object_without_complement_stays(report: Document, parser: Any) -> None:
    """A state of emergency was declared by the governor."""
    assert [(h, c) for h, _, c, _ in rows(report, parser)] == [("the governor", "A state of emergency")]
