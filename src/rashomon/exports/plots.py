"""Marks in time -> SVG: one lane an issue, drawn for a narrow screen; it needs no script and no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

WIDTH, LEFT, RIGHT, LANE, TOP = 360, 10, 10, 34, 22
MOST = 14  # lanes
LONGEST = 46  # characters of a lane's name
SIDES = {1: "for", -1: "against", 0: "aloof", None: "other"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A day, or the days from `day` to `last`, in a lane; `side` 1 for, -1 against, 0 neither, None no side."""

    lane: str
    day: date
    last: date | None
    side: int | None
    label: str


def plot(marks: Sequence[Mark]) -> str:
    """The drawing; "" where there are fewer than two marks. Lanes in the order in which they first come."""
    lanes = list(dict.fromkeys(m.lane for m in marks))[:MOST]
    shown = [m for m in marks if m.lane in lanes]
    if len(shown) < 2:
        return ""
    first = min(m.day for m in shown)
    last = max(max(m.day, m.last or m.day) for m in shown)
    days = max(1, (last - first).days)
    height = TOP + LANE * len(lanes) + 6

    def across(day: date) -> float:
        return round(LEFT + 6 + (WIDTH - LEFT - RIGHT - 12) * (day - first).days / days, 1)

    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="positions, commitments and meetings in time">']
    for tick in _ticks(first, last):
        x = across(tick)
        parts.append(f'<line class="tick" x1="{x}" y1="14" x2="{x}" y2="{height - 4}"/>')
        anchor = "start" if x < WIDTH / 4 else "end" if x > WIDTH * 3 / 4 else "middle"
        parts.append(f'<text class="date" x="{x}" y="10" text-anchor="{anchor}">{tick.isoformat()}</text>')
    for n, lane in enumerate(lanes):
        y = TOP + LANE * n
        name = lane if len(lane) <= LONGEST else lane[: LONGEST - 1] + "…"
        parts.append(f'<text x="{LEFT}" y="{y + 9}">{escape(name)}</text>')
        parts.append(f'<line class="lane" x1="{LEFT}" y1="{y + 20}" x2="{WIDTH - RIGHT}" y2="{y + 20}"/>')
        parts += [_drawn(m, across(m.day), across(m.last) if m.last is not None and m.last > m.day else None, y + 20)
                  for m in shown if m.lane == lane]  # fmt: skip
    return "".join((*parts, "</svg>"))


def _drawn(mark: Mark, x: float, end: float | None, y: int) -> str:
    title = f"<title>{escape(mark.label)}</title>"
    dot = f'<circle class="{SIDES[mark.side]}" cx="{x}" cy="{y}" r="5">{title}</circle>'
    if end is None:
        return dot
    return f'<line class="span" x1="{x}" y1="{y}" x2="{end}" y2="{y}">{title}</line>{dot}'


def _ticks(first: date, last: date) -> list[date]:
    """First and last day, and the middle one where there is room."""
    days = (last - first).days
    if days < 2:
        return [first]
    return [first, first + timedelta(days=days // 2), last]
