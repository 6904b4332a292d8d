"""Event -> Step -> Timeline: a report's steps; a story's chronology, an actor's line of acts and words."""

from .chronologies import actor_timeline, story_timeline
from .finding import find_steps

__all__ = ["actor_timeline", "find_steps", "story_timeline"]
