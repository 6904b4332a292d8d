"""Figure x Figure -> whether nothing tells two counts apart: other owners, another fate, a toll that grew."""

from __future__ import annotations

from ..records import Sentence
from ..sentences.trees import subtree
from .acts import one_act
from .figures import Figure
from .frames import LIGHT, VERBS
from .tellings import Telling

# What befalls those who are counted, by the verb, the noun counted or a word beside it.
_FATES = tuple(
    frozenset(line.split())
    for line in (
        "kill die dead perish slay murder execute death fatality body corpse",
        "injure wound hurt injury injured wounded",
        "arrest detain jail arrested detained custody",
        "missing disappear vanish",
        "rescue save rescued survive survivor",
        "displace evacuate flee displaced homeless",
    )
)
SIGNS = set("$€£¥%")
_SUBJECTS = {"nsubj", "nsubjpass"}


def of_one_thing(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether nothing speaks for two counts: each name that one of them belongs to is in the other sentence, what befell the
    counted is not told to be two things, and no toll grew from one day to the next."""
    if _theirs(a, left) or _theirs(b, right):
        return False
    ours, theirs = _fates(a, left), _fates(b, right)
    one_verb = one_act(a.verb, b.verb) and (a.verb not in LIGHT or a.verb == "give")
    if ours and theirs and (_may_have_grown(a, left, b, right) or not (ours & theirs or one_verb)):
        return False
    # What is given is often told without who gave it.
    return a.verb == "give" or (_knows(right, a, left) and _knows(left, b, right))


def other_fates(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether what befell those who are counted is told of both, and not the same."""
    ours, theirs = _fates(a, left), _fates(b, right)
    return bool(ours and theirs) and not ours & theirs and not one_act(a.verb, b.verb)


def share_fate(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether what befell those who are counted is told of both, and alike."""
    return bool(_fates(a, left) & _fates(b, right))


def one_fate(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether what befell those who are counted is told of both alike, or of neither."""
    ours, theirs = _fates(a, left), _fates(b, right)
    return bool(ours & theirs) or not (ours or theirs)


def other_owners(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether both counts are of somebody named, and not of the same, who has a count of that unit beside the other, or is not
    named there at all ("Vega scored 20 points and Sanz 12", "Sanz added 14")."""
    ours, theirs = _named_owners(a, left), _named_owners(b, right)
    if not (ours and theirs) or ours & theirs:
        return False
    beside = [_named_owners(f, left) & theirs for f in left.figures if f is not a and f.unit == a.unit]
    beside += [_named_owners(f, right) & ours for f in right.figures if f is not b and f.unit == b.unit]
    return any(beside) or not (_knows(right, a, left) or _knows(left, b, right))


def same_owner(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether both counts are of one who is named."""
    return bool(_named_owners(a, left) & _named_owners(b, right))


def _named_owners(figure: Figure, telling: Telling) -> set[str]:
    """The names of those whose count it is, in small letters, and their ids."""
    sentence, out = telling.unit.sentence, set[str]()
    for i in _owners(figure, sentence):
        if sentence.tokens[i].pos == "PROPN":
            out |= {t.lemma.lower() for k in subtree(sentence, i) if (t := sentence.tokens[k]).pos == "PROPN"}
            out |= telling.actors(sentence.tokens[i].span)
    return out


def other_things(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether the figures describe two things: "a $43,000 watch", "a $4,600 hat"."""
    ours, theirs = _described(a, left), _described(b, right)
    return bool(ours and theirs) and ours != theirs


def _described(figure: Figure, telling: Telling) -> str:
    tokens = telling.unit.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if figure.span.overlaps(t.span) and t.dep in {"nummod", "compound", "nmod"}), None)
    if at is None or figure.unit not in SIGNS:
        return ""
    head = tokens[tokens[at].head]
    return head.lemma.lower() if head.pos in {"NOUN", "PROPN"} else ""


def _theirs(figure: Figure, telling: Telling) -> bool:
    """Whether the counted are somebody's who is not named there ("their three children")."""
    tokens = telling.unit.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if figure.span.overlaps(t.span) and t.pos == "NUM"), None)
    return at is not None and any(tokens[k].dep == "poss" and tokens[k].pos == "PRON" for k in tokens[tokens[at].head].children)


def _knows(other: Telling, figure: Figure, telling: Telling) -> bool:
    """Whether all named whose count it is ("Vega's 20 points", "Vega scored 20 points") are in the other sentence too."""
    sentence = telling.unit.sentence
    there = {t.lemma.lower() for t in other.unit.sentence.tokens}
    for i in _owners(figure, sentence):
        token = sentence.tokens[i]
        if token.pos == "PROPN":
            below = [sentence.tokens[k] for k in subtree(sentence, i)]
            known = {t.lemma.lower() for t in below if t.pos == "PROPN"} & there
            if not known and not telling.actors(token.span) & other.named():
                return False
    return True


def _owners(figure: Figure, sentence: Sentence) -> list[int]:
    """The tokens of those whose count it is: the genitive of what is counted, and who does what the count hangs on."""
    tokens, out = sentence.tokens, list[int]()
    at = next((i for i, t in enumerate(tokens) if figure.span.overlaps(t.span) and t.pos == "NUM"), None)
    while at is not None and tokens[at].dep not in _SUBJECTS:
        out += [k for k in tokens[at].children if tokens[k].dep == "poss"]
        above = tokens[at].head
        if tokens[at].pos in VERBS:
            out += [above] if tokens[at].dep == "relcl" else [k for k in tokens[at].children if tokens[k].dep == "nsubj"]
            break
        at = above if above != at else None
    return out


def _fates(figure: Figure, telling: Telling) -> set[int]:
    """What befell those who are counted, as numbers of _FATES: by the words of the count itself and its verb; only where these say
    nothing by those beside it, which may be of another count ("40 were killed and 60 wounded")."""
    tokens = telling.unit.sentence.tokens
    own, beside = {figure.verb, figure.unit}, set[str]()
    for i, token in enumerate(tokens):
        if figure.span.overlaps(token.span) or (token.head != i and figure.span.overlaps(tokens[token.head].span)):
            own |= {token.lemma.lower()}
        if figure.span.overlaps(token.span):
            around = [token.head, *tokens[token.head].children, tokens[token.head].head]
            beside |= {tokens[k].lemma.lower() for k in around}
        sign = tokens[token.head]
        if token.dep == "pobj" and sign.text.lower() == "of" and figure.span.overlaps(tokens[sign.head].span):
            own |= {token.lemma.lower()}  # "eleven of the dead"
        if token.dep in {"acomp", "oprd"} and tokens[token.head].lemma.lower() == figure.verb:
            own |= {token.lemma.lower()}
    return _of(own) or _of(beside)


def _of(words: set[str]) -> set[int]:
    return {n for n, fate in enumerate(_FATES) if fate & words}


def _may_have_grown(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether the higher of two counts of what befell somebody is in the later report: more were found."""
    one, other = (t.reading.document.published for t in (left, right))
    if one is None or other is None or one.latest is None or other.latest is None or one.latest == other.latest:
        return False
    return (one.latest < other.latest) is (a.value < b.value)
