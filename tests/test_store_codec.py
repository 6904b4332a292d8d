"""Record -> JSON -> record is the identity, for every record there is, whatever its fields hold."""

import dataclasses
import json
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import records
from rashomon.records import Attribution, AttributionKind, Document, Force, Precision, Span, When
from rashomon.store.codec import from_json, from_plain, to_json, to_plain

RECORDS = [kind for kind in vars(records).values() if dataclasses.is_dataclass(kind) and kind not in (Span, records.Received)]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, defaults of records varied too."""
    if dataclasses.is_dataclass(hint):
        fields = get_type_hints(hint)
        return st.builds(hint, **{name: values(inner) for name, inner in fields.items()})
    inner = [part for part in get_args(hint) if part is not Ellipsis]
    if get_origin(hint) is tuple:
        many = Ellipsis in get_args(hint)
        return st.lists(values(inner[0]), max_size=2).map(tuple) if many else st.tuples(*map(values, inner))
    if inner:
        return st.one_of(*map(values, inner))
    return st.floats(allow_nan=False) if hint is float else st.from_type(hint)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_record_comes_back(kind: Any, data: st.DataObject) -> None:
    record = data.draw(values(kind))
    text = to_json(record)
    assert from_json(kind, text) == record
    json.loads(text)


def test_defaults_are_left_out_and_spans_are_pairs() -> None:
    when = When("2022-04-06", "2022-04-06", date(2022, 4, 6), None, Precision.DAY, "explicit", "iso")
    assert "score" not in to_plain(when)
    said = Attribution("att:1", "doc:1", 0, (), (Span(3, 7),), (Span(8, 20),), AttributionKind.INDIRECT, Force.SAY, when=when)
    plain = to_plain(said)
    assert plain["cue"] == [[3, 7]]
    assert plain["force"] == "say"
    assert plain["when"]["earliest"] == "2022-04-06"


def test_a_field_that_is_new_or_gone_does_no_harm() -> None:
    """An older ledger knows no field that was added since, a ledger of a sister version may know one that we do not."""
    when = When("2022", "2022", None, None, Precision.YEAR, "explicit", "year", 0.5)
    plain = to_plain(when) | {"certainty": "high"}
    del plain["score"]
    assert from_plain(When, plain) == dataclasses.replace(when, score=1.0)


def test_fields_kept_elsewhere_are_left_out() -> None:
    document = Document("doc:1", "ab", "x.txt", "text/plain", "utf-8", "en", "Long text.", "", ())
    text = to_json(document, frozenset({"text"}))
    assert "Long" not in text
    assert from_json(Document, text, text="Long text.") == document
