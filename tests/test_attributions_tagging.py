"""Rules and a trained tagger together; the tagger here is a fake that finds what it is told."""

from collections.abc import Sequence
from typing import Any

import pytest

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


def test_the_tagger_gives_the_holder_that_no_rule_finds(report: Document, parser: Any) -> None:
    """Two days passed. "The bridge was closed without a word to us." Then the mayor left."""
    quotation = '"The bridge was closed without a word to us."'
    assert [words(report, a) for a in read(report, parser, None)] == [("", quotation)]
    assert [words(report, a) for a in read(report, parser, Told(("the mayor", "", quotation)))] == [("the mayor", quotation)]


def test_nesting_is_the_rules_own(report: Document, parser: Any) -> None:
    """Officials said the embassy denied any role in the raid."""
    found = {a.force: a for a in read(report, parser, Told(("Officials", "said", "the embassy denied any role in the raid")))}
    assert found[Force.DENY].parent == found[Force.SAY].id


def test_a_new_link_takes_its_force_from_the_table(report: Document, parser: Any) -> None:
    """Nobody in the mayor's office would deny, at least in private, what had happened."""
    found = read(report, parser, Told(("Nobody in the mayor's office", "would deny", "what had happened")))
    assert [a.force for a in found if a.rule == "tagger" or "deny" in a.cue[0].of(report.text)] == [Force.DENY]


def test_a_holder_of_the_next_paragraph_does_not_replace_the_subject(report: Document, parser: Any) -> None:
    """The council fears that the dam could burst, and believes the owners are draining the lake.

    Council members met on Tuesday."""
    model = Told(("Council members", "believes", "the owners are draining the lake"))
    found = {a.force: a for a in read(report, parser, model)}
    assert words(report, found[Force.BELIEVE]) == ("The council", "the owners are draining the lake")


def test_a_holder_of_the_same_sentence_still_replaces_the_subject(report: Document, parser: Any) -> None:
    """The council, whose chair is Anna Weiss, fears that the dam could burst."""
    (found,) = read(report, parser, Told(("Anna Weiss", "fears", "that the dam could burst")))
    assert words(report, found)[0] == "Anna Weiss"


TURNED = [
    ("The harbour authority had been alarmed by the company's debts.", "The harbour authority", "the company's debts"),
    ("The new budget was condemned by the unions.", "the unions", "The new budget"),
    ("The port was troubled by the strike.", "The port", "the strike"),
]


@pytest.mark.parametrize(("text", "holder", "content"), TURNED)
def test_the_parse_knows_the_voice(text: str, holder: str, content: str, parser: Any) -> None:
    document = make_document(text)
    cue = next(w for w in ("had been alarmed by", "was condemned by", "was troubled by") if w in text)
    for model in (Told((content, cue, holder)), Told((content, cue, holder), score=0.2)):
        (found,) = read(document, parser, model)
        assert words(document, found) == (holder, content)


WAYS = [
    ("has responded by engaging in talks with", "the fishermen on the new quotas", []),
    ("answered by closing", "the bridge on Monday", []),
    ("responded by holding", "talks with the fishermen", []),
    ("answered by snubbing", "the invitation, and the talks broke up", []),
    ("replied by denying", "any role in the raid", [Force.DENY]),
    ("responded by issuing a threat over", "the new quotas", [Force.THREATEN]),
    ("responded by issuing a statement on", "the new quotas", [Force.SAY]),
]


@pytest.mark.parametrize(("cue", "content", "forces"), WAYS)
def test_an_answer_by_a_deed_is_no_words(cue: str, content: str, forces: list[Force], parser: Any) -> None:
    document = make_document(f"The ministry {cue} {content}.")
    found = read(document, parser, Told(("The ministry", cue, content)))
    assert [a.force for a in found if "ing" in a.cue[-1].of(document.text)] == forces


def test_an_empty_text(parser: Any) -> None:
    assert read(make_document(""), parser, Told()) == ()


def told(report: Document, parser: Any, *rows: tuple[str, str, str]) -> set[tuple[str, str]]:
    return {words(report, a) for a in read(report, parser, Told(*rows))}


def test_each_quotation_goes_with_its_own_cue(report: Document, parser: Any) -> None:
    """Dahl answered Ito with, "Why now? The ferry is gone." Ito then wrote back, "There is another one." """
    first, second = '"Why now? The ferry is gone."', '"There is another one."'
    found = told(report, parser, ("Dahl", "answered", first), ("Ito then", "wrote back", second))
    assert {("Dahl", first), ("Ito", second)} <= found or {("Dahl", first), ("Ito then", second)} <= found


def test_what_is_hoped_inside_a_quotation_is_not_what_is_said(report: Document, parser: Any) -> None:
    """ "I hope that you find the ferry," Dahl said."""
    whole = '"I hope that you find the ferry,"'
    found = read(report, parser, Told(("Dahl", "said", whole)))
    assert [(words(report, a), a.force) for a in found] == [
        (("Dahl", whole), Force.SAY),
        (("I", "that you find the ferry"), Force.HOPE),
    ]


def test_the_subject_of_what_is_expected_stays(report: Document, parser: Any) -> None:
    """The envoys are expected to urge a truce."""
    assert told(report, parser, ("", "are expected", "to urge a truce")) >= {("", "The envoys ... to urge a truce")}


def test_a_phrase_cut_short_is_taken_whole(report: Document, parser: Any) -> None:
    """The mayor made no secret of her dislike for the Strait of Hormuz."""
    whole = ("The mayor", "her dislike for the Strait of Hormuz")
    assert told(report, parser, ("The mayor", "made no secret of", "her dislike for the")) == {whole}


def test_a_link_without_source_takes_the_subject_of_its_cue(report: Document, parser: Any) -> None:
    """The mayor harked back to the old treaty."""
    assert told(report, parser, ("", "harked back to", "the old treaty")) == {("The mayor", "the old treaty")}


def test_words_that_another_link_has_are_not_taken_in(report: Document, parser: Any) -> None:
    """ "She can stay with us," Ito said. "They must go at once," Dahl said of the crew. "The harbour is shut." """
    first, second = '"She can stay with us,"', '"They must go at once,"'
    found = told(report, parser, ("Ito", "said", first), ("Dahl", "said of", second))
    assert ("Ito", first) in found
    assert any(holder == "Dahl" and content.startswith(second) for holder, content in found)


def test_a_link_does_not_run_on_into_the_next_paragraph(report: Document, parser: Any) -> None:
    """
    Dahl wrote: “The fog has lifted.

    The airport was shut on Sunday.
    """
    found = told(report, parser, ("Dahl", "wrote", "“The fog has lifted.\n\nThe airport was shut"))
    assert found == {("Dahl", "“The fog has lifted.")}


def test_a_link_goes_on_where_the_paragraph_opens_the_quotation_again(report: Document, parser: Any) -> None:
    """
    Dahl wrote: “The fog has lifted.

    “The moon is out.”
    """
    ((holder, content),) = told(report, parser, ("Dahl", "wrote", "“The fog has lifted.\n\n“The moon is out.”"))
    assert (holder, content.count("“")) == ("Dahl", 2)
