"""Rules and a trained tagger together; the tagger here is a fake that finds what it is told."""

from collections.abc import Sequence
from typing import Any

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.models.taggers import Tagged, TaggedLink, TaggedSpan
from rashomon.records import Attribution, Document, Force
from rashomon.sentences import parse_documents


class Told:
    """Finds the given (source, cue, content) wherever these words stand."""

    def __init__(self, *rows: tuple[str, str, str], score: float = 0.9) -> None:
        self.rows = rows
        self.score = score

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        return [self._tagged(text) for text in texts]

    def _tagged(self, text: str) -> Tagged:
        spans: list[TaggedSpan] = []
        links = []
        for row in self.rows:
            places: list[int | None] = []
            for label, words in zip(("source", "cue", "content"), row, strict=True):
                places.append(len(spans) if words else None)
                if words:
                    spans.append(TaggedSpan(label, text.index(words), text.index(words) + len(words), self.score))
            source, cue, content = places
            assert content is not None
            links.append(TaggedLink((content,), cue, source, self.score))
        return Tagged(tuple(spans), tuple(links))


def read(document: Document, parser: Any, model: Told | None) -> tuple[Attribution, ...]:
    ((_, sentences),) = parse_documents([document], parser)
    return find_attributions(document, sentences, (), model=model)


def words(document: Document, attribution: Attribution) -> tuple[str, str]:
    holder = attribution.holders[0].span.of(document.text) if attribution.holders else ""
    return holder, " ... ".join(s.of(document.text) for s in attribution.content)


def test_the_tagger_finds_what_no_rule_knows(report: Document, parser: Any) -> None:
    """The mayor made no secret of her dislike for the bridge."""
    assert read(report, parser, None) == ()
    (found,) = read(report, parser, Told(("The mayor", "made no secret of", "her dislike for the bridge")))
    assert words(report, found) == ("The mayor", "her dislike for the bridge")
    assert found.rule == "tagger"


def test_an_unsure_link_that_no_rule_sees_is_left_out(report: Document, parser: Any) -> None:
    """The mayor made no secret of her dislike for the bridge."""
    assert read(report, parser, Told(("The mayor", "made no secret of", "her dislike for the bridge"), score=0.1)) == ()


def test_both_see_it_once(report: Document, parser: Any) -> None:
    """The mayor denied that the bridge was closed."""
    (found,) = read(report, parser, Told(("The mayor", "denied", "the bridge was closed")))
    assert found.force is Force.DENY
    assert words(report, found) == ("The mayor", "that the bridge was closed")


def test_the_tagger_gives_the_holder_that_the_parse_lost(report: Document, parser: Any) -> None:
    """The mayor was furious. "The bridge was closed without a word to us," the statement went on to say, and she left."""
    model = Told(("The mayor", "say", '"The bridge was closed without a word to us,"'))
    assert ("The mayor", '"The bridge was closed without a word to us,"') in [words(report, a) for a in read(report, parser, model)]


def test_nesting_is_the_rules_own(report: Document, parser: Any) -> None:
    """Officials said the embassy denied any role in the raid."""
    found = {a.force: a for a in read(report, parser, Told(("Officials", "said", "the embassy denied any role in the raid")))}
    assert found[Force.DENY].parent == found[Force.SAY].id


def test_a_new_link_takes_its_force_from_the_table(report: Document, parser: Any) -> None:
    """Nobody in the mayor's office would deny, at least in private, what had happened."""
    found = read(report, parser, Told(("Nobody in the mayor's office", "would deny", "what had happened")))
    assert [a.force for a in found if a.rule == "tagger" or "deny" in a.cue[0].of(report.text)] == [Force.DENY]


def test_an_empty_text(parser: Any) -> None:
    assert read(make_document(""), parser, Told()) == ()
