"""A type given by hand brings the code that the event's word has in that sense, else the type's own."""

import pytest

from rashomon.events import recoded
from rashomon.records import Event, EventType, Span, Status


@pytest.mark.parametrize(
    ("rule", "kind", "expected"),
    [
        ("verb sign @agreement", EventType.REJECT, (None, "120")),
        ("verb impose @restriction; reader's party", EventType.SANCTION, (None, "163")),
        ("verb fire rocket", EventType.COERCE, (None, "170")),
        ("attribution", EventType.ACCUSE, (None, "110")),
        ("", EventType.AID, (None, "070")),
    ],
)
def test_mode_and_code(rule: str, kind: EventType, expected: tuple[str | None, str]) -> None:
    where, done = Span(0, 4), Status.DONE
    event = Event("evt:1", "doc:1", 0, where, (where,), EventType.SUPPORT, (), (), done, done, cameo="057", rule=rule)
    assert recoded(event, kind) == expected
