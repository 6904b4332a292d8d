"""Event -> Timeline: a story's chronology, an actor's line of acts and words."""

from .chronologies import actor_timeline, story_timeline

__all__ = ["actor_timeline", "story_timeline"]
