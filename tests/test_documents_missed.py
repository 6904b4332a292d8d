"""documents/: prose that the extraction of a page lost comes back in its place; notes about the publisher do not."""

from rashomon.documents.drafts import Part
from rashomon.documents.missed_paragraphs import find_prose, with_missed
from rashomon.documents.pages import load_page

TOLD = [
    f"The {nth} boat of the joint patrol left the harbour a year later than had been planned for the crew of the {nth}."
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
]
NOTE = "The Example News company is the leading publisher of news about ports, ships and the open sea in nine states."


def page(paragraphs: list[str], tail: str = "") -> str:
    chunks = (f'<div class="chunk">{"".join(f"<p>{p}</p>" for p in part)}</div>' for part in (paragraphs[:4], paragraphs[4:]))
    return f"<html><body><article>{'<aside>Advert</aside>'.join(chunks)}</article>{tail}</body></html>"


def mended(markup: str, found: list[str]) -> list[str]:
    return [part.text for part in with_missed([Part(text) for text in found], find_prose(load_page(markup)))]


def test_the_rest_of_a_broken_off_article() -> None:
    assert mended(page(TOLD), TOLD[:4]) == TOLD


def test_a_paragraph_lost_in_between() -> None:
    assert mended(page(TOLD), TOLD[:2] + TOLD[3:]) == TOLD


def test_a_note_at_the_end_stays_out() -> None:
    assert mended(page([*TOLD, NOTE]), TOLD) == TOLD


def test_prose_in_another_place_stays_out() -> None:
    tail = f'<div class="teasers">{"".join(f"<p>{text}</p>" for text in (NOTE, NOTE[4:], NOTE[8:]))}</div>'
    assert mended(page(TOLD, tail), TOLD) == TOLD


def test_what_the_extraction_wrote_otherwise_is_no_loss() -> None:
    found = [text.replace(", a year", " ,a year").replace("joint patrol", "joint  patrol") for text in TOLD]
    assert mended(page(TOLD), found) == found
