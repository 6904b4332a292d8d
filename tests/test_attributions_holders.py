"""Who holds what is said: mentions, "I" and "we" inside of somebody's words, and what the tagger is given to read."""

from collections.abc import Sequence
from typing import Any

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.models.taggers import Tagged
from rashomon.records import Attribution, Document, Mention, MentionKind, Span, Zone, ZoneKind
from rashomon.sentences import parse_documents


def mention(document: Document, words: str, actor: str, organisation: str | None = None) -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Mention(f"men:{start}", document.id, 0, span, span, MentionKind.NAME, actors=(actor,), organisation=organisation)


def holders(document: Document, parser: Any, mentions: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """The actors of each holder by its words."""
    ((_, sentences),) = parse_documents([document], parser)
    found: tuple[Attribution, ...] = find_attributions(document, sentences, tuple(mentions))
    return {h.span.of(document.text): h.actors for a in found for h in a.holders}


def test_i_is_the_speaker(report: Document, parser: Any) -> None:
    """ "I believe that the pass is open," Lena Dahl said."""
    assert holders(report, parser, [mention(report, "Lena Dahl", "person:lena-dahl", "iso3:NOR")]) == {
        "Lena Dahl": ("person:lena-dahl",),
        "I": ("person:lena-dahl",),
    }


def test_we_are_those_for_whom_the_speaker_speaks(report: Document, parser: Any) -> None:
    """ "We want a longer truce," Lena Dahl said."""
    assert holders(report, parser, [mention(report, "Lena Dahl", "person:lena-dahl", "iso3:NOR")])["We"] == ("iso3:NOR",)


def test_we_of_a_speaker_for_nobody_is_the_speaker(report: Document, parser: Any) -> None:
    """ "We want a longer truce," Lena Dahl said."""
    assert holders(report, parser, [mention(report, "Lena Dahl", "person:lena-dahl")])["We"] == ("person:lena-dahl",)


def test_we_of_nobody_stays_open(report: Document, parser: Any) -> None:
    """We want a longer truce."""
    assert holders(report, parser, []) == {"We": ()}


class Listening:
    """A tagger that finds nothing and keeps what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        self.texts += texts
        return [Tagged((), ()) for _ in texts]


def test_silent_zones_are_not_read(parser: Any) -> None:
    text = "By Lena Dahl\n\nThe pass is open, the guide said.\n\nCopyright 2021 The Courier. All rights reserved."
    document = make_document(text)
    body, end = text.index("The pass"), text.index("Copyright")
    zones = (
        Zone(ZoneKind.BYLINE, Span(0, 12), "test"),
        Zone(ZoneKind.BODY, Span(body, end - 2), "test"),
        Zone(ZoneKind.BOILERPLATE, Span(end, len(text)), "test"),
    )
    document = Document(
        document.id, document.sha256, document.source, document.media_type, document.encoding, document.language, text, "", zones
    )
    ((_, sentences),) = parse_documents([document], parser)
    model = Listening()
    find_attributions(document, sentences, (), model)
    (read,) = model.texts
    assert len(read) == len(text)
    assert read.split("\n\n")[-1].strip() == ""
    assert read.strip() == text[body : end - 2]
