"""A headline as received -> the headline and the label that a site glued to it ("... — Analysis", "... | Example News")."""
# ruff: noqa: E501 (patterns are kept whole)

from __future__ import annotations

import re

_LABELS = (
    "analysis opinion comment commentary editorial explainer explained interview exclusive feature features fact check factcheck live live updates video "
    "photos podcast watch report news world politics business sport review breaking update updates op-ed blog newsletter longread features letters obituary"
)
_LABEL = re.compile(
    rf"\s+(?:[—–-]|\||::|·|•)\s+(?:the\s+)?(?:{'|'.join(re.escape(w) for w in ['fact check', 'live updates', 'world news', 'breaking news', *_LABELS.split()])})\s*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+(?:\||::|·|•|»)\s+(?:[^\s|]+\s+){0,3}[^\s|]{2,30}$")


def split_label(headline: str) -> tuple[str, int]:
    """(headline without label, offset where the label begins); the offset is the length where there is no label."""
    m = _LABEL.search(headline) or _SITE.search(headline)
    if m and m.start() >= 15:
        return headline[: m.start()], m.start()
    return headline, len(headline)
