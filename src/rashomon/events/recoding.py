"""Event, and the type that a human gives it -> the mode and the CAMEO code that go with that type."""

from __future__ import annotations

from ..records import Event, EventType
from .frames import frames
from .views import DEFAULTS


def recoded(event: Event, kind: EventType) -> tuple[str | None, str]:
    """Mode and CAMEO code: those that the event's word has where it is of that type ("fire" of ASSAULT and of COERCE), else none
    and the type's own. `rule` names the word: "verb fire rocket; reader's party"."""
    sort, _, rest = event.rule.partition(";")[0].partition(" ")
    lemma = rest.partition(" ")[0]
    found = next((f for f in frames().get((lemma, sort == "noun"), ()) if f.type is kind), None)
    return (found.mode, found.cameo or DEFAULTS[kind]) if found is not None else (None, DEFAULTS[kind])
