"""Reports that share no point -> why nothing is laid side by side, which tell of one matter, and what stands above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..records import ANALYSED, Comparison, Reading


def why_unrelated(readings: Sequence[Reading]) -> str:
    """What to tell of reports that have nothing in common: only English is analysed, so that it may lie in that."""
    foreign = [r.document for r in readings if r.document.language not in ANALYSED]
    if not foreign:
        return "they seem to be about different events, and nothing is compared."
    tongues = ", ".join(dict.fromkeys(document.language for document in foreign))
    return f"only English is analysed, and {len(foreign)} of the {len(readings)} are in other languages ({tongues})."


def lettered_threads(comparison: Comparison, letters: Mapping[str, str]) -> list[str]:
    """The reports of each thread by their letters, where there are several threads of which one has several reports."""
    threads = comparison.threads
    return [" ".join(letters[d] for d in own) for own in threads] if 1 < len(threads) < len(comparison.documents) else []


def headline(comparison: Comparison) -> str:
    """The story's, or how many matters the reports tell of where no matter is that of most."""
    largest, reports = max(map(len, comparison.threads), default=0), len(comparison.documents)
    if 0 < 2 * largest <= reports and len(comparison.threads) < reports:
        return f"{len(comparison.threads)} matters in {reports} reports"
    return comparison.story.title
