"""Whole phrases that name actors, and what references point back to. Each docstring is a report."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import make_document
from rashomon.mentions import find_mentions
from rashomon.models import load_parser
from rashomon.records import Document, Mention, MentionKind
from rashomon.sentences import parse_documents
from rashomon.tables import Tables, load_tables


def mentions_of(document: Document, parser: Any, tables: Tables) -> tuple[Mention, ...]:
    ((_, sentences),) = parse_documents([document], parser)
    return find_mentions(document, sentences, tables)


def only(mentions: tuple[Mention, ...], document: Document, text: str, nth: int = 0) -> Mention:
    return [m for m in mentions if m.span.of(document.text) == text][nth]


def antecedent(mentions: tuple[Mention, ...], document: Document, text: str, nth: int = 0) -> str | None:
    pointed = only(mentions, document, text, nth).antecedent
    return next((m.span.of(document.text) for m in mentions if m.id == pointed), None)


def test_the_whole_phrase_is_the_mention(report: Document, parser: Any, tables: Tables) -> None:
    """Norwegian Prime Minister Jonas Gahr Støre received NATO defence ministers, the Danish army and Kremlin aides."""
    mentions = mentions_of(report, parser, tables)
    leader = only(mentions, report, "Norwegian Prime Minister Jonas Gahr Støre")
    assert (leader.kind, leader.role, leader.organisation) == (MentionKind.NAME, "prime minister", "iso3:NOR")
    assert leader.head.of(report.text) == "Støre"
    ministers = only(mentions, report, "NATO defence ministers")
    assert (ministers.kind, ministers.organisation, ministers.sector) == (MentionKind.GROUP, "org:nato", "MIL")
    assert only(mentions, report, "the Danish army").organisation == "iso3:DNK"


def test_no_two_mentions_but_a_list_share_a_head(report: Document, parser: Any, tables: Tables) -> None:
    """French and British envoys met the Omani foreign minister, Badr al-Busaidi, and Qatar's emir in Muscat. They left."""
    mentions = mentions_of(report, parser, tables)
    heads = [m.head for m in mentions if m.kind is not MentionKind.LIST]
    assert len(heads) == len(set(heads))


def test_lists_and_what_points_to_them(report: Document, parser: Any, tables: Tables) -> None:
    """Peru, Chile, Brazil and the EU sent observers. Mexico praised the latter two."""
    mentions = mentions_of(report, parser, tables)
    whole = only(mentions, report, "Peru, Chile, Brazil and the EU")
    by_id = {m.id: m for m in mentions}
    assert [by_id[i].name for i in whole.members] == ["Peru", "Chile", "Brazil", "EU"]
    latter = only(mentions, report, "the latter two")
    assert [by_id[i].name for i in latter.members] == ["Brazil", "EU"]


def test_a_group_that_is_spelled_out(report: Document, parser: Any, tables: Tables) -> None:
    """Envoys from six states took part, including Kenya, Uganda and Rwanda."""
    mentions = mentions_of(report, parser, tables)
    by_id = {m.id: m for m in mentions}
    names = [by_id[i].name for i in only(mentions, report, "Envoys from six states").members]
    assert names[-3:] == ["Kenya", "Uganda", "Rwanda"]


def test_he_she_and_it(report: Document, parser: Any, tables: Tables) -> None:
    """Finland's president, Sauli Niinisto, met Ursula von der Leyen in Helsinki. He thanked the Commission.

    Kyiv rejected the offer. It said so on Monday.
    """
    mentions = mentions_of(report, parser, tables)
    assert antecedent(mentions, report, "He") in {"Sauli Niinisto", "Finland's president"}
    assert antecedent(mentions, report, "It") == "Kyiv"


def test_both_countries_are_those_told_of_most(report: Document, parser: Any, tables: Tables) -> None:
    """Turkey will reopen its border with Armenia. Armenia thanked Turkey. Iran welcomed this. Both countries spoke of trade."""
    mentions = mentions_of(report, parser, tables)
    by_id = {m.id: m for m in mentions}
    assert [by_id[i].name for i in only(mentions, report, "Both countries").members] == ["Turkey", "Armenia"]


def test_both_countries_of_three_that_are_told_of_alike_are_nobody(report: Document, parser: Any, tables: Tables) -> None:
    """Kenya is near. Uganda is far. Chad is dry. Both countries spoke of trade."""
    assert only(mentions_of(report, parser, tables), report, "Both countries").members == ()


def test_an_object_is_not_the_subject_of_its_chain_of_verbs(report: Document, parser: Any, tables: Tables) -> None:
    """Chad chose to back Kenya and help it with arms."""
    assert antecedent(mentions_of(report, parser, tables), report, "it") == "Kenya"


def test_the_only_person_about_is_he_from_afar(report: Document, parser: Any, tables: Tables) -> None:
    """Talks were held with Sauli Niinisto in Helsinki.

    The weather was fine.

    It rained later.

    He left at noon.
    """
    assert antecedent(mentions_of(report, parser, tables), report, "He") == "Sauli Niinisto"


def test_a_pronoun_does_not_reach_into_a_quotation(report: Document, parser: Any, tables: Tables) -> None:
    """Antony Blinken spoke after the talks. "Sergei Lavrov lied," the secretary said. He left at noon."""
    mentions = mentions_of(report, parser, tables)
    assert antecedent(mentions, report, "He") != "Sergei Lavrov"


def test_who_leads_a_bloc_is_not_the_bloc(report: Document, parser: Any, tables: Tables) -> None:
    """NATO meets on Monday. The US-led bloc will discuss arms, while a US-led coalition bombed targets in Syria."""
    mentions = mentions_of(report, parser, tables)
    assert antecedent(mentions, report, "The US-led bloc") == "NATO"
    assert only(mentions, report, "The US-led bloc").organisation is None
    assert only(mentions, report, "a US-led coalition").organisation == "iso3:USA"


def test_the_bloc_the_organization_the_ministers(report: Document, parser: Any, tables: Tables) -> None:
    """ASEAN foreign ministers gathered in Hanoi. The ministers asked China for restraint.

    ASEAN has ten members. The bloc wants a code of conduct, and the organization will meet again.
    """
    mentions = mentions_of(report, parser, tables)
    assert antecedent(mentions, report, "The ministers") == "ASEAN foreign ministers"
    assert antecedent(mentions, report, "The bloc") == "ASEAN"
    assert antecedent(mentions, report, "the organization") == "ASEAN"


def test_a_surname_after_the_full_name(report: Document, parser: Any, tables: Tables) -> None:
    """Defence Secretary Ben Wallace flew to Tallinn. Wallace promised tanks."""
    mentions = mentions_of(report, parser, tables)
    assert antecedent(mentions, report, "Wallace") == "Defence Secretary Ben Wallace"


def test_common_words_are_no_names(report: Document, parser: Any, tables: Tables) -> None:
    """They told us who is in charge, and may march with turkey sandwiches."""
    assert all(m.kind in {MentionKind.PRONOUN, MentionKind.DESCRIPTION} for m in mentions_of(report, parser, tables))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\n",
        "x" * 5000,
        "NATO " * 1200,
        "and, " * 800,
        "the latter the former both he it they",
        '"""“”„«»',
        "А Б В Г Д",
        "1 | 2 | 3",
    ],
)
def test_odd_texts_do_no_harm(text: str, parser: Any, tables: Tables) -> None:
    document = make_document(text)
    for mention in mentions_of(document, parser, tables):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


WORDS = [
    "Russia",
    "NATO",
    "the",
    "minister",
    ",",
    "and",
    "he",
    "it",
    "latter",
    "three",
    "of",
    "said",
    "U.S.",
    '"',
    "Putin",
    "countries",
    "such",
    "as",
    ".",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_references_stay_in_the_document(words: list[str]) -> None:
    document = make_document(" ".join(words))
    mentions = mentions_of(document, load_parser(), load_tables())
    ids = {m.id for m in mentions}
    assert len(ids) == len(mentions)
    for mention in mentions:
        assert mention.span.holds(mention.head)
        assert mention.antecedent is None or (mention.antecedent in ids and mention.antecedent != mention.id)
        assert set(mention.members) <= ids


def test_the_affairs_of_a_ministry_are_no_magazine(report: Document, parser: Any, tables: Tables) -> None:
    """The Ministry of Foreign Affairs summoned the envoy after an article in Foreign Affairs."""
    named = [m.span for m in mentions_of(report, parser, tables) if m.span.of(report.text) == "Foreign Affairs"]
    assert [span.start for span in named] == [report.text.index("Foreign Affairs.")]
