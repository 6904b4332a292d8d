"""Event -> Step -> Timeline: a report's steps; a story's chronology, an actor's line of acts and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .chronologies import actor_timeline, story_timeline

if TYPE_CHECKING:
    from .finding import find_steps

__all__ = ["actor_timeline", "find_steps", "story_timeline"]


def __getattr__(name: str) -> Any:
    """Imports what finds steps when it is first asked for: it stands on all rooms that read, a page on none of them."""
    if name == "find_steps":
        from .finding import find_steps

        return find_steps
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
