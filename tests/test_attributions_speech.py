"""Quotations in small reports: who speaks, to whom, when, in which form; what stands inside what."""

from datetime import date
from typing import Any

import pytest

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.records import Attribution, AttributionKind, Document, Force, Precision, When
from rashomon.sentences import parse_documents
from rashomon.times import find_times

MONDAY = When("2021-05-10", "2021-05-10", date(2021, 5, 10), date(2021, 5, 10), Precision.DAY, "metadata", "test")


def read(document: Document, parser: Any) -> tuple[Attribution, ...]:
    ((_, sentences),) = parse_documents([document], parser)
    return find_attributions(document, sentences, (), None, find_times(document.text, sentences, MONDAY))


def words(document: Document, spans: Any) -> str:
    return " ... ".join(s.of(document.text) for s in spans)


def said(document: Document, parser: Any) -> list[tuple[str, str]]:
    """(holder, content) of what is no term."""
    return [
        (words(document, [h.span for h in a.holders]), words(document, a.content))
        for a in read(document, parser)
        if a.kind is not AttributionKind.TERM
    ]


# -- kinds -------------------------------------------------------------------------------------------------------------

KINDS = [
    ('"The pass is closed," the guide said.', AttributionKind.DIRECT),
    ("The guide said: “The pass is closed.”", AttributionKind.DIRECT),
    ("The guide said the pass is closed.", AttributionKind.INDIRECT),
    ("The guide is expected to close the pass.", AttributionKind.INDIRECT),
    ('The guide said the pass was "a trap" for buses.', AttributionKind.MIXED),
    ("The guide called the pass “a trap for buses and lorries”.", AttributionKind.MIXED),
    ('The so-called "white mile" was swept.', AttributionKind.TERM),
    ("The film “The Long Pass” was shown again.", AttributionKind.TERM),
    ("The ‘white mile’ was swept.", AttributionKind.TERM),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[text for text, _ in KINDS])
def test_kind(text: str, kind: AttributionKind, parser: Any) -> None:
    assert [a.kind for a in read(make_document(text), parser)] == [kind]


# -- chains ------------------------------------------------------------------------------------------------------------

CHAINS = [
    ("The paper reported that the envoy had said that the rebels claimed the bridge.", ["report", "say", "claim"]),
    ("Officials said the ministry fears that the union will threaten to strike.", ["say", "worry", "threaten"]),
    ("According to the bureau, the minister believes that the bank denied the loan.", ["say", "believe", "deny"]),
    ("The spokesman told reporters that the council expects that the mayor will promise to resign.", ["say", "expect", "promise"]),
]


@pytest.mark.parametrize(("text", "forces"), CHAINS)
def test_chain_of_three(text: str, forces: list[str], parser: Any) -> None:
    found = {a.force.value: a for a in read(make_document(text), parser)}
    outer, middle, inner = (found[force] for force in forces)
    assert outer.parent is None
    assert (middle.parent, inner.parent) == (outer.id, middle.id)


def test_a_claim_with_its_own_subject_is_active(report: Document, parser: Any) -> None:
    """The mayor said the paper's claim that the guild had asked for gold was false."""
    assert ("the guild", "gold") in said(report, parser)


def test_who_is_quoted_as_saying_says_it(report: Document, parser: Any) -> None:
    """The paper quoted the mayor as saying that the dam would hold."""
    assert ("the mayor", "that the dam would hold") in said(report, parser)


OCCASIONS = [
    ('Ito called Dahl a "gambler" on his morning show.', 'Dahl a "gambler"'),
    ("Ito described Dahl as a “gambler” after she left the hall.", "Dahl as a “gambler”"),
    ('Ito criticized the plan as a "gamble" during a stop in Flint.', 'the plan as a "gamble"'),
    ('Ito called the plan a "threat" to the harbour.', 'the plan a "threat" to the harbour'),
]


@pytest.mark.parametrize(("text", "content"), OCCASIONS)
def test_where_something_was_called_a_name_is_no_part_of_it(text: str, content: str, parser: Any) -> None:
    assert ("Ito", content) in said(make_document(text), parser)


STIRRINGS = [
    ("Fears are growing that the dam will break.", "that the dam will break"),
    ("Speculation mounted on Friday that the mayor would quit.", "that the mayor would quit"),
    ("Rumours spread on Monday that the mill had closed.", "that the mill had closed"),
]


@pytest.mark.parametrize(("text", "content"), STIRRINGS)
def test_what_is_rumoured_behind_a_verb_of_growing(text: str, content: str, parser: Any) -> None:
    assert said(make_document(text), parser) == [("", content)]


def test_a_report_inside_a_quotation(report: Document, parser: Any) -> None:
    """ "They told us that the road is mined," the driver said."""
    outer = next(a for a in read(report, parser) if a.kind is AttributionKind.DIRECT and a.parent is None)
    inner = next(a for a in read(report, parser) if a.parent is not None)
    assert inner.parent == outer.id
    assert words(report, [h.span for h in inner.holders]) == "They"


# -- addressees --------------------------------------------------------------------------------------------------------

ADDRESSEES = [
    ("The envoy told reporters that the talks were over.", "reporters"),
    ('"The talks are over," the envoy told the national news agency.', "the national news agency"),
    ("The marshal warned the villagers that the dam might burst.", "the villagers"),
    ("The coach assured fans that the striker would play.", "fans"),
    ("The bank informed its clients that the vault was empty.", "its clients"),
    ("Lawmakers called on the government to publish the report.", "the government"),
    ("The island asked its neighbour to lend two pumps.", "its neighbour"),
    ("The guards were told that the king had fled.", "The guards"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_addressee(text: str, addressee: str, parser: Any) -> None:
    document = make_document(text)
    assert [words(document, [h.span for h in a.addressees]) for a in read(document, parser)] == [addressee]


# -- labels: colons and dashes -----------------------------------------------------------------------------------------


def test_an_interview(report: Document, parser: Any) -> None:
    """
    Q: Is the strait open?

    A: It is. We swept it on Sunday.

    Q: And the port?

    A: The port is shut.
    """
    assert said(report, parser) == [
        ("Q", "Is the strait open?"),
        ("A", "It is. We swept it on Sunday."),
        ("Q", "And the port?"),
        ("A", "The port is shut."),
    ]
    assert {a.force for a in read(report, parser) if "?" in words(report, a.content)} == {Force.ASK_WHETHER}


def test_a_transcript_quoted_as_a_whole(report: Document, parser: Any) -> None:
    """
    The two met on air. A transcript:

    "DAHL: Will the harbour stay open?

    "ITO: It will. We have the ships and the crews.

    "And we have the money.

    "DAHL: Thank you very much indeed."
    """
    found = said(report, parser)
    assert [holder for holder, _ in found] == ["DAHL", "ITO", "DAHL"]
    assert "And we have the money." in found[1][1]


@pytest.mark.parametrize("dash", ["-", "–", "—", "―", "--"])
def test_a_name_behind_a_dash(dash: str, parser: Any) -> None:
    text = f"Readers wrote to us.\n\n“The harbour must stay open.” {dash} Lena Dahl\n\n“Close it today.”{dash} Kenji Ito, of Osaka"
    found = said(make_document(text), parser)
    assert ("Lena Dahl", "“The harbour must stay open.”") in found
    assert ("Kenji Ito, of Osaka", "“Close it today.”") in found


def test_a_dash_that_goes_on_is_no_label(report: Document, parser: Any) -> None:
    """ "The harbour must stay open." - Lena Dahl left the room after that."""
    assert all(a.rule != "label" for a in read(report, parser))


def test_a_minister_before_a_colon(report: Document, parser: Any) -> None:
    """
    The debate lasted an hour.

    Minister Ito: The harbour stays open.
    """
    assert said(report, parser) == [("Minister Ito", "The harbour stays open.")]


# -- who goes on, and who does not -------------------------------------------------------------------------------------


def test_the_speaker_goes_on_in_the_next_paragraph(report: Document, parser: Any) -> None:
    """
    "The harbour stays open," Dahl said.

    "The fog has lifted. The moon is out."
    """
    assert said(report, parser) == [
        ("Dahl", '"The harbour stays open,"'),
        ("Dahl", '"The fog has lifted. The moon is out."'),
    ]


def test_a_verb_of_its_own_is_nearer_than_the_last_speaker(report: Document, parser: Any) -> None:
    """
    "The harbour stays open," Dahl said.

    "The fog has lifted," Ito replied.
    """
    assert said(report, parser) == [
        ("Dahl", '"The harbour stays open,"'),
        ("Ito", '"The fog has lifted,"'),
    ]


def test_a_quotation_over_four_paragraphs(report: Document, parser: Any) -> None:
    """
    Dahl wrote: “The harbour stays open.

    “Ships may come.

    “Ships may go.

    “The fog has lifted.”
    """
    ((holder, content),) = said(report, parser)
    assert holder == "Dahl"
    assert content.count("“") == 4


# -- marks -------------------------------------------------------------------------------------------------------------


def test_single_marks_inside_double_ones_open_nothing(report: Document, parser: Any) -> None:
    """ "He told me 'never again' and left," Dahl said."""
    assert ("Dahl", "\"He told me 'never again' and left,\"") in said(report, parser)


def test_single_marks_as_the_only_ones(report: Document, parser: Any) -> None:
    """‘The minister’s plan is dead,’ Dahl said. The ministers’ aides left."""
    assert said(report, parser) == [("Dahl", "‘The minister’s plan is dead,’")]


def test_apostrophes_are_no_marks(report: Document, parser: Any) -> None:
    """The rebels' camp isn't the army's, and it's the villagers' last well."""
    assert read(report, parser) == ()


@pytest.mark.parametrize(
    "broken",
    [
        "“The harbour stays open, Dahl said. She left at noon.",
        "The harbour stays open,” Dahl said. She left at noon.",
        "““The harbour stays open,” Dahl said. She left at noon.",
        '“The harbour stays open," Dahl said. She left at noon.',
        "”The harbour stays open,“ Dahl said. She left at noon.",
        "''The harbour stays open,'' Dahl said. She left at noon.",
        "“The harbour stays open,”Dahl said.“She left at noon.",
        "« The harbour stays open, Dahl said. ‘She left at noon.",
    ],
)
def test_malformed_marks_stay_in_their_paragraph(broken: str, parser: Any) -> None:
    document = make_document(f"Ito spoke first.\n\n{broken}\n\nThe airport was shut, officials said.")
    start, end = document.text.index(broken), document.text.index(broken) + len(broken)
    for found in read(document, parser):
        inside = [s.start >= start and s.end <= end for s in found.content]
        assert all(inside) or not any(inside)
    assert ("officials", "The airport was shut") in said(document, parser)


# -- the time of saying ------------------------------------------------------------------------------------------------

WHENS = [
    ("The envoy said on Tuesday that the road was closed.", "2021-05-04"),
    ("The envoy told reporters last week that the road was closed.", "2021-W18"),
    ("On 3 May 2021, the envoy denied that the road was closed.", "2021-05-03"),
    ("In a statement on Friday, the ministry said the road was closed.", "2021-05-07"),
    ('"The road is closed," the envoy said on Saturday.', "2021-05-08"),
    ("The envoy said the road would be closed on Tuesday.", None),
    ("The envoy said the road was closed.", None),
]


@pytest.mark.parametrize(("text", "value"), WHENS)
def test_when_it_was_said(text: str, value: str | None, parser: Any) -> None:
    (found,) = read(make_document(text), parser)
    assert (found.when.value if found.when else None) == value
