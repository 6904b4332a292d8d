"""Session fixtures: the parser and the tables, loaded once; a report written as a test's docstring; other people's data."""

import hashlib
import inspect
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rashomon.models import load_parser
from rashomon.records import Document, Precision, Span, When, Zone, ZoneKind, content_id

SHARED = Path(os.environ.get("RASHOMON_SHARED") or Path(__file__).resolve().parent.parent.parent / "shared")


@pytest.fixture(scope="session")
def parser() -> Any:
    """The spaCy pipeline that the product uses."""
    return load_parser()


@pytest.fixture(scope="session")
def tables() -> Any:
    """The project's own tables, without an overlay."""
    from rashomon.tables import load_tables

    return load_tables()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the gold data in {SHARED.name}/ beside the checkout")
    return SHARED


def make_document(text: str, day: date | None = date(2022, 4, 6), title: str = "") -> Document:
    """A document of one body zone (a first line followed by a blank one is body too), published on `day`."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    when = None
    if day is not None:
        when = When(day.isoformat(), day.isoformat(), day, day, Precision.DAY, "explicit", "test")
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "test"),) if text else ()
    return Document(content_id("doc", sha256), sha256, "test", "text/plain", "utf-8", "en", text, title, zones, published=when)


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Document:
    """The docstring of the test, as a report published on 6 April 2022. First line `[YYYY-MM-DD]` or `[undated]`: the date."""
    text = inspect.cleandoc(request.function.__doc__ or "")
    day: date | None = date(2022, 4, 6)
    if text.startswith("["):
        stamp, _, text = text.partition("\n")
        day = None if stamp == "[undated]" else date.fromisoformat(stamp[1:-1])
        text = text.strip()
    return make_document(text, day)
