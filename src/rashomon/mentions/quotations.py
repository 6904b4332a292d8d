"""Text -> the stretches between quotation marks, so that a name in a quotation is not taken for what a pronoun outside means."""

from __future__ import annotations

import re

from ..records import Sentence

MARKS = re.compile('["“”„«»]')
OPENING = {"“", "„", "«"}
CLOSING = {"”", "»"}


def quoted_tokens(sentence: Sentence, within: bool) -> tuple[list[bool], bool]:
    """For each token whether it stands in a quotation; `within` says whether the sentence begins in one, and the answer's
    second part whether it ends in one."""
    flags = []
    for token in sentence.tokens:
        if token.text in CLOSING:
            within = False
        flags.append(within)
        if token.text in OPENING:
            within = True
        elif token.text == '"':
            within = token.tag == "``" if token.tag in {"``", "''"} else not within
        elif len(token.text) > 1 and MARKS.search(token.text):
            within = token.text[0] in OPENING
    return flags, within
