"""Who a mention is on the report's date, with reasons. Each docstring is a report; its first line may set the date."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import make_document
from rashomon.actors import resolve_actors
from rashomon.mentions import find_mentions
from rashomon.records import Document, Mention
from rashomon.sentences import parse_documents
from rashomon.tables import Tables


def actors_of(document: Document, parser: Any, tables: Tables) -> tuple[Mention, ...]:
    ((_, sentences),) = parse_documents([document], parser)
    return resolve_actors(document, sentences, find_mentions(document, sentences, tables), tables)


def who(mentions: tuple[Mention, ...], document: Document, text: str, nth: int = 0) -> tuple[str, ...]:
    return [m for m in mentions if m.span.of(document.text) == text][nth].actors


def test_an_office_without_a_name(report: Document, parser: Any, tables: Tables) -> None:
    """The Russian foreign minister met the Turkish president. The NATO secretary general was absent."""
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "The Russian foreign minister") == ("person:sergei-lavrov",)
    assert mentions[0].offices == ("office:iso3:RUS/foreign_minister",)
    assert mentions[0].organisation == "iso3:RUS"
    assert who(mentions, report, "the Turkish president") == ("person:recep-tayyip-erdogan",)
    assert who(mentions, report, "The NATO secretary general") == ("person:jens-stoltenberg",)


def test_the_same_office_at_another_date(report: Document, parser: Any, tables: Tables) -> None:
    """[1997-02-01]
    The Russian foreign minister met the Turkish president.
    """
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "The Russian foreign minister") == ("person:yevgeny-primakov",)
    assert who(mentions, report, "the Turkish president") == ("person:suleyman-demirel",)


def test_an_undated_office_is_left_to_the_state(report: Document, parser: Any, tables: Tables) -> None:
    """[undated]
    The Russian foreign minister was absent.
    """
    mention = actors_of(report, parser, tables)[0]
    assert mention.actors == ("iso3:RUS",)
    assert "person:sergei-lavrov" in {c.actor for c in mention.candidates}
    assert mention.offices == ()


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("Øystein Djupedal", "person:oystein-djupedal"),
        ("Oystein Djupedal", "person:oystein-djupedal"),
        ("Łukasz Żal", "person:lukasz-zal"),
        ("Đorđe Nikolić", "person:dorde-nikolic"),
        ("Ferit Kılıç", "person:ferit-kilic"),
        ("Jiří Novák", "person:jiri-novak"),
        ("Lars Lokke Rasmussen", "person:lars-lkke-rasmussen"),  # a row of the tables, by its id
    ],
)
def test_letters_that_are_no_plain_ones_with_a_mark(written: str, actor: str, parser: Any, tables: Tables) -> None:
    """The letters without which "Ukasz Zal" and "Ystein Djupedal" were printed."""
    document = make_document(f"The envoy {written} met Emmanuel Macron in Paris on Tuesday.")
    (found,) = {a for m in actors_of(document, parser, tables) for a in m.actors if a.startswith("person:")} - {
        "person:emmanuel-macron"
    }
    assert found == actor


def test_a_surname_needs_a_title_or_the_date(report: Document, parser: Any, tables: Tables) -> None:
    """President Macron spoke. Blinken agreed. Robinson did not."""
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "President Macron") == ("person:emmanuel-macron",)
    assert who(mentions, report, "Blinken") == ("person:antony-blinken",)
    assert who(mentions, report, "Robinson") == ()


def test_a_title_that_does_not_fit_the_date(report: Document, parser: Any, tables: Tables) -> None:
    """[1999-05-01]
    Clinton called Yeltsin, and Powell stayed silent.
    """
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "Clinton") == ("person:bill-clinton",)
    assert who(mentions, report, "Yeltsin") == ("person:boris-yeltsin",)
    assert who(mentions, report, "Powell") == ()


def test_a_capital_acts_or_is_a_place(report: Document, parser: Any, tables: Tables) -> None:
    """Moscow condemned the move. The envoy arrived in Moscow on Friday. Sanctions against Moscow remain."""
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "Moscow", 0) == ("iso3:RUS",)
    assert who(mentions, report, "Moscow", 1) == ()
    assert who(mentions, report, "Moscow", 2) == ("iso3:RUS",)
    place = [m for m in mentions if m.name == "Moscow"][1]
    assert any("place" in reason for reason in place.candidates[0].reasons)


def test_lists_groups_and_what_stands_for_them(report: Document, parser: Any, tables: Tables) -> None:
    """NATO invited its Asia-Pacific partners, such as Japan and South Korea.

    US and British troops left. Georgia, Sweden and Finland joined the exercise. Norway thanked the latter two.
    """
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "US and British troops") == ("iso3:USA", "iso3:GBR")
    assert who(mentions, report, "Georgia, Sweden and Finland") == ("iso3:GEO", "iso3:SWE", "iso3:FIN")
    assert who(mentions, report, "the latter two") == ("iso3:SWE", "iso3:FIN")
    partners = next(m for m in mentions if m.span.of(report.text).endswith("Asia-Pacific partners"))
    assert partners.actors in {("fmt:nato-ap4",), ("iso3:JPN", "iso3:KOR")}


def test_a_format_called_by_common_words_needs_its_organisation(report: Document, parser: Any, tables: Tables) -> None:
    """The company wants Asian partners. Its Asian partners declined."""
    assert all("fmt:nato-ap4" not in m.actors for m in actors_of(report, parser, tables))


def test_bodies_sectors_and_services(report: Document, parser: Any, tables: Tables) -> None:
    """The Kremlin, the Israeli Supreme Court, Hamas and the Obama administration disagreed. Police in Lagos arrested two men."""
    mentions = actors_of(report, parser, tables)
    found = {m.name or m.role: (m.actors, m.sector) for m in mentions}
    assert found["Kremlin"] == (("iso3:RUS",), "GOV")
    assert found["Supreme Court"] == (("iso3:ISR",), "JUD")
    assert found["Hamas"] == (("group:hamas",), "REB")
    assert found["administration"] == (("iso3:USA",), "GOV")
    assert found["police"] == (("iso3:NGA",), "COP")


def test_a_person_whom_the_tables_do_not_hold(report: Document, parser: Any, tables: Tables) -> None:
    """Estonia's envoy, Marika Tammsaar, spoke first. Tammsaar warned Russia. She was applauded."""
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "Marika Tammsaar") == ("person:marika-tammsaar",)
    assert who(mentions, report, "Tammsaar") == ("person:marika-tammsaar",)
    assert who(mentions, report, "She") == ("person:marika-tammsaar",)


def test_a_town_that_no_table_holds_is_no_person(report: Document, parser: Any, tables: Tables) -> None:
    """At least 40 people were killed in the town of Abu Rakba on Saturday. The army has held Abu Rakba since July."""
    mentions = actors_of(report, parser, tables)
    assert {m.actors for m in mentions if m.name == "Abu Rakba"} == {()}


@pytest.mark.parametrize(
    "text",
    [
        "The judge had no confidence in Ana Ruiz, he said.",
        "He was born in the home town of Ana Ruiz.",
        "Colonel Ana Ruiz spoke. Soldiers believed in Ana Ruiz.",
        "Ana Ruiz spoke, and there was an interest in Ana Ruiz.",
    ],
)
def test_a_person_in_whom_one_trusts_is_no_town(text: str, parser: Any, tables: Tables) -> None:
    named = [m for m in actors_of(make_document(text), parser, tables) if m.name == "Ana Ruiz"]
    assert named and {m.actors for m in named} == {("person:ana-ruiz",)}


def test_every_answer_has_a_reason(report: Document, parser: Any, tables: Tables) -> None:
    """Tony Blair met the Chinese premier, the EU and ETA in Geneva. He said Brussels agreed, as did the former Yugoslavia."""
    for mention in actors_of(report, parser, tables):
        assert set(mention.actors) <= {c.actor for c in mention.candidates}
        assert all(c.reasons and 0 <= c.score <= 1 for c in mention.candidates)


def test_mentions_keep_their_order_and_spans(report: Document, parser: Any, tables: Tables) -> None:
    """Sudan and Chad signed. The two states will exchange envoys, who arrive in June."""
    ((_, sentences),) = parse_documents([report], parser)
    before = find_mentions(report, sentences, tables)
    after = resolve_actors(report, sentences, before, tables)
    assert [(m.id, m.span, m.kind) for m in before] == [(m.id, m.span, m.kind) for m in after]


@pytest.mark.shared
def test_holders_of_the_sample_reports_attributions(shared: Path, parser: Any, tables: Tables) -> None:
    """Every gold speaker of the two sample reports that is a name, an office or a reference resolves to the actor meant."""
    meant = {"Jens Stoltenberg": "person:jens-stoltenberg", "NATO": "org:nato", "China": "iso3:CHN", "Russia": "iso3:RUS",
             "Ukraine": "iso3:UKR", "EU": "org:eu", "US": "iso3:USA", "Joe Biden": "person:joe-biden"}  # fmt: skip
    wrong = []
    for line in (shared / "seeds" / "statements_gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        document = make_document(row["text"])
        mentions = actors_of(document, parser, tables)
        for gold in row["gold"]:
            expected = meant.get(gold.get("holder", ""))
            for start, end in gold["speaker"] if expected else []:
                if document.text[start:end] == "We":
                    continue  # the attributions room's task: who speaks in a quotation
                inside = [m for m in mentions if start <= m.head.start < end]
                if not any(m.actors == (expected,) for m in inside):
                    wrong.append((gold["id"], document.text[start:end], expected, [m.actors for m in inside]))
    assert not wrong


def test_what_belongs_to_whom(report: Document, parser: Any, tables: Tables) -> None:
    """Israel said its forces had fired. Ukraine's foreign minister, Dmytro Kuleba, called. His Russian counterpart refused.

    The Iran-backed group vowed revenge. The former Russian foreign minister was silent.
    """
    mentions = actors_of(report, parser, tables)
    assert who(mentions, report, "its forces") == ("iso3:ISR",)
    assert who(mentions, report, "His Russian counterpart") == ("person:sergei-lavrov",)
    assert who(mentions, report, "The Iran-backed group") == ()
    assert who(mentions, report, "The former Russian foreign minister") == ("iso3:RUS",)


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("North Korea fired shells. The South fired back.", "The South", "iso3:KOR"),
        ("South Korean troops saw it. The North kept silent.", "The North", "iso3:PRK"),
        ("Sudan and South Sudan met. The South accused the North.", "the North", "iso3:SDN"),
        ("South Korea sent food to farmers in the North.", "the North", ""),
        ("Nigeria sent food. The North complained.", "The North", ""),
    ],
)
def test_the_halves_of_a_country_in_two(text: str, name: str, actor: str, parser: Any, tables: Tables) -> None:
    document = make_document(text)
    assert who(actors_of(document, parser, tables), document, name) == ((actor,) if actor else ())


def test_the_pope_is_the_vatican(parser: Any, tables: Tables) -> None:
    document = make_document("The pope condemned the attack.")
    (pope,) = [m for m in actors_of(document, parser, tables) if m.role == "pope"]
    assert pope.organisation == "iso3:VAT"
