"""Kept steps made by hand, without parser or store: for tests of what is made of them."""

import hashlib
from datetime import UTC, date, datetime

from rashomon.records import Affair, Header, KeptStep, Place, Precision, Span, Status, Step, When, content_id


def day_when(day: date, last: date | None = None) -> When:
    end = last or day
    value = day.isoformat() if end == day else f"{day.isoformat()}/{end.isoformat()}"
    return When(value, value, day, end, Precision.DAY if end == day else Precision.INTERVAL, "test", "test")


def make_header(name: str, published: date | None, address: str | None = None) -> Header:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    when = day_when(published) if published is not None else None
    return Header(content_id("doc", sha256), sha256, name, None, when, datetime(2024, 1, 1, tzinfo=UTC), name, address)


def make_kept(
    header: Header,
    affair: Affair,
    stance: str,
    actors: tuple[str, ...],
    matter: str = "",
    *,
    counterparts: tuple[str, ...] = (),
    status: Status = Status.DONE,
    own: bool = True,
    when: When | None = None,
    due: When | None = None,
    place: str | None = None,
    sentence: int = 0,
    events: tuple[str, ...] = (),
    words: str | None = None,
) -> KeptStep:
    text = words or f"In {header.title}, {' and '.join(actors)} {stance} {matter}."
    around = Span(sentence * 1000, sentence * 1000 + len(text))
    identity = content_id("stp", header.document, affair.value, stance, list(actors), matter, sentence)
    where = Place(Span(around.start + text.index(place), around.start + text.index(place) + len(place))) if place else None
    step = Step(
        identity, header.document, sentence, around, affair, stance, actors, counterparts, status, own, matter, around,
        when, due, where, events=events, rule="test",
    )  # fmt: skip
    return KeptStep(step, text, around, header)
