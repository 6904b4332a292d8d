"""The dossier: hostile markup stays text, every cell leads to its span, also in a real browser with scripts off."""

import dataclasses
import itertools
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.exports import citations_bibtex, citations_json, dossier_html, dossier_json, dossier_markdown
from rashomon.exports.markdown import plain
from rashomon.exports.phrases import reason_phrase, when_phrase
from rashomon.exports.references import reference_keys
from rashomon.records import (
    Account,
    Comparison,
    Defect,
    DefectKind,
    Derivation,
    Difference,
    Document,
    Point,
    Precision,
    Reading,
    Relation,
    Span,
    Story,
    ToldBy,
    Variant,
    When,
    Zone,
    ZoneKind,
)
from rashomon.tables import Tables

FIRST = 'Ruritania freed 12 sailors on Monday. <script>document.title="broken"</script> <img src=x onerror=alert(1)>'
SECOND = "Ruritania let nine sailors go on Monday, its ministry of defence said."
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def reading(name: str, text: str, title: str) -> Reading:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "test"),)
    damage = (Defect(DefectKind.REWORDED, Span(0, 9), "test <b>evidence</b>", "Ruritania", False, "test"),)
    document = Document(
        f"doc:{name}", name * 64, f"{name}.txt", "text/plain", "utf-8", "en", text, title, zones,
        address="javascript:alert(1)", defects=damage,
    )  # fmt: skip
    return Reading(document, (), (), (), (), ())


def variant(name: str, text: str, words: str) -> Variant:
    start = text.index(words)
    return Variant(f"doc:{name}", Span(start, start + len(words)), words)


@pytest.fixture(scope="module")
def told() -> tuple[Comparison, list[Reading]]:
    readings = [reading("1", FIRST, "<b>Freed</b>"), reading("2", SECOND, "Let go")]
    whole = tuple(Account(r.document.id, (Span(0, 37),)) for r in readings)
    numbers = Difference(
        "number", True, (variant("1", FIRST, "12"), variant("2", SECOND, "nine")), "12 / nine sailors", "test", 0.9
    )
    point = Point("pnt:1", "act", variant("1", FIRST, "Ruritania freed 12 sailors"), whole, ToldBy.ALL, (), (numbers,), "test", 0.8)
    alone = Account("doc:2", (variant("2", SECOND, "its ministry of defence said").span,))
    only = Point(
        "pnt:2",
        "statement",
        variant("2", SECOND, "its ministry of defence said"),
        (alone,),
        ToldBy.ONE,
        ("doc:1",),
        (),
        "test",
        0.7,
    )
    documents = ("doc:1", "doc:2")
    story = Story("sto:1", documents, "Sailors <i>freed</i>", None, (), (), (("doc:1",), ("doc:2",)))
    return Comparison("cmp:1", story, documents, (), (point, only), (), ()), readings


@pytest.fixture(scope="module")
def page(told: tuple[Comparison, list[Reading]], tables: Tables) -> str:
    return dossier_html(*told, tables)


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_hostile_markup_stays_text(page: str) -> None:
    parser = Elements()
    parser.feed(page)
    tags = {tag for tag, _ in parser.found}
    assert not tags & {"script", "img", "iframe", "object", "link", "form", "b", "i"}
    assert not [a for _, attributes in parser.found for a in attributes if a.startswith("on")]
    assert not [a for _, attributes in parser.found if (a := attributes.get("href")) and not a.startswith("#")]
    assert "default-src 'none'" in page


def test_every_link_has_its_anchor(page: str) -> None:
    parser = Elements()
    parser.feed(page)
    ids = [a["id"] for _, a in parser.found if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in parser.found if a.get("href")} <= set(ids)  # type: ignore[index]


def test_the_page_can_be_read_by_ear(page: str) -> None:
    parser = Elements()
    parser.feed(page)
    levels = [int(tag[1]) for tag, _ in parser.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))
    assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in parser.found if tag == "th")
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in parser.found}
    assert ("html", {"lang": "en"}) in parser.found


def test_the_difference_and_the_silence_are_shown(page: str) -> None:
    assert "both cannot hold" in page and "12 / nine sailors" in page
    assert "What only one tells" in page and page.count("Not told by") == 0  # the row of one report is listed under that report


def test_words_that_come_again_are_shown_once(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    comparison, readings = told
    text = "The talks end today. The talks end today. Envoys left the hall. Nobody spoke."
    document = dataclasses.replace(readings[1].document, text=text, zones=(), defects=())
    again = (readings[0], dataclasses.replace(readings[1], document=document))
    account = Account("doc:2", (Span(0, 20), Span(21, 41), Span(42, 63), Span(64, 77)))
    point = Point("pnt:3", "act", Variant("doc:2", Span(0, 20), text[:20]), (account,), ToldBy.ONE, (), (), "test", 0.7)
    page = dossier_html(dataclasses.replace(comparison, points=(comparison.points[0], point)), again, tables)
    alone = page[page.index('id="only"') : page.index('id="texts"')]
    assert re.findall(r"<summary[^>]*>([^<]+)</summary>", alone).count("The talks end today.") == 1
    assert "Envoys left the hall." in alone and '<summary title="test">Nobody' not in alone  # three words are a scrap


def test_reports_with_nothing_in_common_are_not_compared(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    comparison, readings = told
    apart = dataclasses.replace(comparison, points=comparison.points[1:])
    for text in (dossier_html(apart, readings, tables), dossier_markdown(apart, readings, tables)):
        assert "tell nothing in common" in text
        assert not re.search("several tell|of them tell|only one tells|Only . tells", text)
    assert "tell nothing in common" not in dossier_html(comparison, readings, tables)


def test_copies_tell_a_thing_once(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    comparison, readings = told
    copy = dataclasses.replace(readings[0], document=dataclasses.replace(readings[0].document, id="doc:3"))
    point = comparison.points[0]
    accounts = (*point.accounts, Account("doc:3", (Span(0, 37),)))
    both = dataclasses.replace(
        comparison, documents=("doc:1", "doc:2", "doc:3"), points=(dataclasses.replace(point, accounts=accounts),)
    )
    page = dossier_html(both, [*readings, copy], tables)
    cards = re.findall(r'<div class="card">(.*?)</div>', page[page.index('id="differences"') :], re.DOTALL)
    assert len(cards) == 2 and 'in the same words <a class="letter quiet" href="#C-0-37">C</a>' in cards[0]


@pytest.mark.parametrize(
    ("first", "last", "precision", "phrase"),
    [
        (date(2022, 4, 6), date(2022, 4, 6), Precision.DAY, "6 April 2022"),
        (date(2022, 4, 6), date(2022, 4, 7), Precision.INTERVAL, "6–7 April 2022"),
        (date(2022, 2, 28), date(2022, 3, 2), Precision.INTERVAL, "28 February 2022 – 2 March 2022"),
        (date(2022, 6, 1), date(2022, 6, 30), Precision.MONTH, "June 2022"),
        (date(2014, 1, 1), date(2026, 11, 22), Precision.INTERVAL, "between 2014 and 2026"),
        (date(2022, 4, 6), None, Precision.INTERVAL, "from 6 April 2022"),
        (None, None, Precision.VAGUE, "no date"),
    ],
)
def test_times_in_plain_english(first: date | None, last: date | None, precision: Precision, phrase: str) -> None:
    assert when_phrase(When("", "", first, last, precision, "explicit", "test")) == phrase


def test_actors_are_named_in_reasons(tables: Tables) -> None:
    assert reason_phrase("reject by person:jens-stoltenberg / org:nato", tables.name) == "reject by Jens Stoltenberg / NATO"


def test_the_dossier_says_at_once_what_they_differ_on_and_what_cannot_hold(page: str) -> None:
    assert "<dt>They differ on</dt><dd>how many; in one point both cannot hold</dd>" in page
    assert page.index('id="differences"') < page.index('id="only"') < page.index('id="texts"')


def test_markdown_has_a_footnote_for_every_passage(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    comparison, readings = told
    text = dossier_markdown(comparison, readings, tables)
    marks, notes = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert notes == [str(n) for n in range(1, len(notes) + 1)]
    assert set(marks) == set(notes)
    assert "**How many: both cannot hold.** 12 / nine sailors" in text
    assert "Ruritania freed **12** sailors on Monday." in text
    for report, key in zip(("A", "B"), reference_keys(readings, tables), strict=True):
        assert f"- **{report}** " in text and f"[@{key}]" in text


def test_markdown_tells_whose_words_differ_and_cites_whole_sentences(
    told: tuple[Comparison, list[Reading]], tables: Tables
) -> None:
    text = dossier_markdown(*told, tables)
    assert "They differ on: how many; in one point both cannot hold" in text
    head = text[text.index("## In short") : text.index("## Where they differ")]
    assert re.search(r"cannot hold:\*\* 12 \(A\[\^\d+\]\) / nine \(B\[\^\d+\]\).*\. A: Ruritania freed \*\*12\*\*", head)
    (note,) = re.findall(r"freed \*\*12\*\* sailors on Monday[^\n]*\[\^(\d+)\]", text[text.index("## Where they differ") :])
    assert f"[^{note}]: A, characters 0–{len(FIRST)}\n" in text


def test_markdown_takes_no_sign_from_the_texts(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    assert not re.search(r"(?<!\\)<(?:script|img|b|i)\b", dossier_markdown(*told, tables))


@given(st.text())
def test_plain_text_is_one_line_without_bare_signs(text: str) -> None:
    line = plain(text)
    assert "\n" not in line
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>\[\]|#]", line)


@pytest.mark.parametrize(
    ("first", "last", "precision", "parts"),
    [
        (date(2022, 4, 6), date(2022, 4, 6), Precision.DAY, [2022, 4, 6]),
        (date(2022, 4, 1), date(2022, 4, 30), Precision.MONTH, [2022, 4]),
        (date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR, [2022]),
        (date(2022, 1, 1), date(2022, 1, 1), Precision.YEAR, [2022]),
        (date(2021, 12, 31), date(2022, 1, 1), Precision.INTERVAL, None),
        (None, None, Precision.VAGUE, None),
    ],
)
def test_references_give_a_date_as_far_as_it_is_known(
    first: date | None, last: date | None, precision: Precision, parts: list[int] | None, tables: Tables
) -> None:
    made = reading("3", FIRST, "A {title} & 100%")
    document = dataclasses.replace(made.document, published=When("", "", first, last, precision, "explicit", "test"))
    (item,) = json.loads(citations_json([dataclasses.replace(made, document=document)], tables))
    assert item.get("issued", {}).get("date-parts", [None])[0] == parts
    assert "URL" not in item  # no javascript: in anybody's bibliography


def test_bibtex_escapes_what_latex_would_run(tables: Tables) -> None:
    made = reading("3", FIRST, "A {title} & 100% \\input{x}")
    document = dataclasses.replace(
        made.document, address="https://news.example/a_b?c={1}", byline=("Ann Lee", "Bo Ek"), site="news.example"
    )
    text = citations_bibtex([dataclasses.replace(made, document=document)], tables)
    assert text.startswith("@misc{news-example-A,\n")
    assert r"title = {{A \{title\} \& 100\% \textbackslash{}input\{x\}}}," in text
    assert "url = {https://news.example/a_b?c=%7B1%7D}," in text
    assert "author = {{Ann Lee} and {Bo Ek}}," in text


def test_reference_keys_are_plain_and_no_two_alike(told: tuple[Comparison, list[Reading]], tables: Tables) -> None:
    keys = reference_keys([told[1][0]] * 30, tables)
    assert len(set(keys)) == 30 and all(re.fullmatch(r"[a-zA-Z0-9-]+", key) for key in keys)


def test_json_carries_selectors(told: tuple[Comparison, list[Reading]]) -> None:
    comparison, readings = told
    found = json.loads(json.dumps(dossier_json(comparison, readings)))
    assert [point["origins"] for point in found["points"]] == [[["doc:1"], ["doc:2"]], [["doc:2"]]]
    texts = {r.document.id: r.document.text for r in readings}
    passages = list(_passages(found))
    assert passages
    for p in passages:
        text = texts[p["document"]]
        assert text[p["start"] : p["end"]] == p["exact"]
        assert text[: p["start"]].endswith(p["prefix"]) and text[p["end"] :].startswith(p["suffix"])


def test_json_tells_all_of_a_derivation(told: tuple[Comparison, list[Reading]]) -> None:
    comparison, readings = told
    derivation = Derivation(("doc:1", "doc:2"), Relation.SHARED_WIRE, None, ("both hold it",), 0.7, True, unsigned=True)
    story = dataclasses.replace(comparison.story, derivations=(derivation,))
    found = json.loads(json.dumps(dossier_json(dataclasses.replace(comparison, story=story), readings)))
    assert found["story"]["derivations"] == [json.loads(json.dumps(dataclasses.asdict(derivation)))]


def _passages(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _passages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _passages(inner)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt install chromium)")
@pytest.mark.filterwarnings("ignore")
def test_in_a_browser_without_scripts(page: str, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    path = tmp_path / "dossier.html"
    path.write_text(page, "utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"])
        try:
            for width in (1280, 390):
                view = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800}).new_page()
                asked: list[str] = []
                view.on("request", lambda request, asked=asked: asked.append(request.url))
                view.goto(path.as_uri())
                assert view.title() == "Sailors <i>freed</i> · Rashomon"
                assert view.locator("#differences .told").first.is_visible()
                sentence = view.locator("#only .cite .sentence").first
                assert not sentence.is_visible()
                view.locator("#only .cite summary").first.click()
                assert sentence.is_visible()
                sentence.locator("a").click()
                assert re.search(r"#B-\d+-\d+$", view.url) is not None
                view.locator("#differences .told a").first.click()
                plain, marked = view.locator("span.cited").nth(0), view.locator("span.cited", has_text=re.compile("^12$"))
                assert _background(marked) != _background(plain)
                assert asked == [path.as_uri()]  # nothing but the file itself
                assert view.locator("#brief .who a").first.is_visible()
                view.emulate_media(media="print")
                assert view.locator("#brief .who a").first.is_visible()  # on paper too it is said whose words they are
                box = view.locator("main").bounding_box()
                assert box is not None and box["width"] <= width
        finally:
            browser.close()


def _background(locator: Any) -> bytes:
    """The element as drawn: what a reader sees, since scripts that could read styles are off."""
    return bytes(locator.screenshot())[-400:]
