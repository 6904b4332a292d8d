"""The whole flow: order is kept, a broken input takes no other with it, ids hold together."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import pipeline
from rashomon.pipeline import read_each, read_reports
from rashomon.records import Document, Failure, Reading, Received

MEETING = """Ministers of Norway and Japan met in Oslo on Monday.

"We will not send troops," the Norwegian minister said. Japan warned that it expects China to object."""
DENIAL = "Kenya denied on Friday that it had signed a treaty with Chad."


def received(text: str | bytes, name: str = "report.txt") -> Received:
    return Received(text if isinstance(text, bytes) else text.encode(), name)


def test_a_report_is_read_to_the_end(parser: Any, tables: Any) -> None:
    (reading,) = read_reports([received(MEETING)], parser, tables)
    assert isinstance(reading, Reading)
    assert reading.timexes and reading.mentions and reading.attributions and reading.events
    assert {a for m in reading.mentions for a in m.actors} >= {"iso3:NOR", "iso3:JPN"}


def test_results_stand_in_the_order_of_the_inputs(parser: Any, tables: Any) -> None:
    inputs = [
        received(MEETING, "a"),
        received(b"", "b"),
        received(DENIAL, "c"),
        received(b"\x00\x01\x02\xff" * 99, "d"),
        received(DENIAL, "e"),
    ]
    results = list(read_each(inputs, parser, tables))
    assert [number for number, _ in results] == [0, 1, 2, 3, 4]
    kinds = [type(result) for _, result in results]
    assert kinds[0] is kinds[2] is kinds[4] is Reading
    assert kinds[1] is kinds[3] is Failure


def test_what_is_read_does_not_hang_on_the_neighbours(parser: Any, tables: Any) -> None:
    alone = [next(read_reports([received(text)], parser, tables)) for text in (MEETING, DENIAL)]
    together = list(read_reports([received(MEETING), received(DENIAL)], parser, tables))
    assert alone == together


@pytest.mark.parametrize("step", ["find_times", "find_mentions", "resolve_actors", "find_attributions", "code_events"])
def test_a_step_that_breaks_costs_one_document(step: str, parser: Any, tables: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is known to break a step; if one does, the others must be read all the same."""
    real = getattr(pipeline, step)

    def breaking(first: Any, *rest: Any, **named: Any) -> Any:
        text = first.text if isinstance(first, Document) else first
        if "Kenya" in text:
            raise ValueError("no such luck")
        return real(first, *rest, **named)

    monkeypatch.setattr(pipeline, step, breaking)
    inputs = [received(MEETING, "a"), received(DENIAL, "b"), received(MEETING + " Really.", "c")]
    first, second, third = read_reports(inputs, parser, tables)
    assert isinstance(first, Reading) and isinstance(third, Reading)
    assert second == Failure("b", "ValueError: no such luck", pipeline.REPORT)


def test_a_parser_that_breaks_costs_one_document(parser: Any, tables: Any) -> None:
    class Breaking:
        def pipe(self, texts: Any, **options: Any) -> Any:
            for text, context in texts:
                if "Kenya" in text:
                    raise MemoryError("too much")
                yield from parser.pipe([(text, context)], **options)

    inputs = [received(MEETING, "a"), received(DENIAL, "b"), received(MEETING + " Really.", "c")]
    first, second, third = read_reports(inputs, Breaking(), tables)
    assert isinstance(first, Reading) and isinstance(third, Reading)
    assert second == Failure("b", "MemoryError: too much", pipeline.REPORT)


def test_a_document_reader_that_breaks_costs_one_input(parser: Any, tables: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.read_documents

    def breaking(inputs: Any, tables: Any, bulk: bool) -> Any:
        for one in inputs:
            if one.name == "b":
                raise RecursionError("nested too deep")
            yield from real([one], tables)

    monkeypatch.setattr(pipeline, "read_documents", breaking)
    results = list(read_reports([received(MEETING, "a"), received(DENIAL, "b"), received(DENIAL, "c")], parser, tables))
    assert [type(r) for r in results] == [Reading, Failure, Reading]


WORDS = st.sampled_from(
    ["Russia", "NATO", "the", "said", "that", "“", "”", '"', "will", "on", "Tuesday", "\n\n", ".", ",", "not", "Kyiv", "ministers",
     "of", "accused", "he", "the latter two", "2022", "\u00a0", "—", "(", "denied", "if", "and", "EU", "\u200b", "🙂"]
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_rows_hold_together_for_any_text(parser: Any, tables: Any, text: str) -> None:
    """Spans lie in the text, and what a row refers to is there."""
    for result in read_reports([received(text)], parser, tables):
        if isinstance(result, Failure):
            assert result.hint != pipeline.REPORT, result.reason
            continue
        size = len(result.document.text)
        mentions, said = {m.id for m in result.mentions}, {a.id for a in result.attributions}
        assert len(said) == len(result.attributions) and len(mentions) == len(result.mentions)
        assert len({e.id for e in result.events}) == len(result.events)
        spans = [m.span for m in result.mentions] + [e.span for e in result.events] + [t.span for t in result.timexes]
        spans += [s for a in result.attributions for s in (*a.cue, *a.content)]
        assert all(0 <= s.start < s.end <= size for s in spans)
        assert all(a.parent is None or a.parent in said for a in result.attributions)
        assert all(e.attribution is None or e.attribution in said for e in result.events)
        assert all(0 <= row.sentence < len(result.sentences) for row in (*result.mentions, *result.attributions, *result.events))
        parts = [p for a in result.attributions for p in a.holders] + [p for e in result.events for p in (*e.actors, *e.recipients)]
        assert all(p.mention is None or p.mention in mentions for p in parts)
