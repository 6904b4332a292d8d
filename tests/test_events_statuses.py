"""What tense, modality, negation, conditions and governing verbs make of an act."""

import re
from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.records import Attribution, AttributionKind, Event, Force, Participant, Span
from rashomon.sentences import parse_text

# sentence, with [the act's word] marked; the status as a whole; the status of its own clause
CASES = """
The army [shelled] the town on Monday. | done | done
Rebels have been [shelling] the town for a week. | ongoing | ongoing
Chad [signed] no treaty with Niger. | not-done | not-done
Kenya [imposed] no sanctions on Mali. | not-done | not-done
"[Stop] the war in Sudan," the protesters chanted. | called-for | called-for
France will [send] troops to Mali. | planned | planned
France is to [send] troops to Mali. | planned | planned
France plans to [send] troops to Mali. | planned | planned
The [planned] summit between Turkey and Greece was postponed. | - | -
France is expected to [send] troops to Mali. | expected | expected
Officials are likely to [discuss] aid with Chad. | expected | expected
China might [invade] the island. | expected | expected
Germany urged France to [send] troops to Mali. | called-for | done
Germany called on France to [withdraw] its troops from Mali. | called-for | done
France should [withdraw] its troops from Mali. | called-for | called-for
Poland wants Germany to [deliver] tanks to Ukraine. | called-for | planned
Mali will [attack] the rebels if the talks fail. | conditional | conditional
If France [attacks] Mali, Russia will send weapons to the rebels. | conditional | conditional
Unless Serbia frees the officers, Kosovo will [close] the border. | conditional | conditional
France refused to [send] troops to Mali. | refused | refused
France will not [send] troops to Mali. | refused | refused
Estonia is unwilling to [condemn] the general. | refused | refused
France denied [attacking] the village. | denied | done
France denied that it had [attacked] the village. | denied | done
Mali accused France of [bombing] a village. | alleged | done
Police allegedly [beat] protesters in the capital. | alleged | alleged
France has not [sent] troops to Mali. | not-done | not-done
France failed to [release] the prisoners. | not-done | not-done
Neither Sweden nor Finland has [joined] the alliance. | not-done | not-done
Ghana prevented the rebels from [seizing] the airport. | not-done | done
This will be the first time a minister [attends] a summit of the alliance. | expected | expected
Peru demanded Chile be freed by Spain and [join] the pact. | called-for | done
Should Chad choose to back Kenya and [help] it, Uganda will close the border. | conditional | conditional
Chad insisted that it had [attacked] a camp of the rebels. | alleged | done
Chad insisted that Kenya [free] the pilots. | called-for | done
Chad closed the border after the airport had to be [shut]. | done | done
Chad had to [release] the prisoners. | done | done
Kenya has had to [release] the prisoners. | done | done
Chad did not have to [release] the prisoners. | called-for | called-for
Kenya said that Chad had to [release] the prisoners. | called-for | called-for
Chad had to [release] the prisoners, Kenya said. | called-for | called-for
Chad has to [release] the prisoners. | called-for | called-for
If Chad had to [release] the prisoners, Kenya would free the ships. | conditional | conditional
Chad wants to [attack] Kenya. | planned | planned
The parties are expected to urge Chad to [cease] hostilities. | called-for | done
""".strip().splitlines()


def events_of(text: str, parser: Any, attributions: tuple[Attribution, ...] = ()) -> tuple[Event, ...]:
    return code_events(make_document(text), parse_text(text, parser), (), attributions, ())[0]


def event_at(text: str, parser: Any, word: str, attributions: tuple[Attribution, ...] = ()) -> Event:
    found = [e for e in events_of(text, parser, attributions) if word in [t.of(text) for t in e.trigger]]
    assert found, f"no event at {word!r} of {text!r}"
    return found[0]


@pytest.mark.parametrize("case", [c for c in CASES if "| - |" not in c])
def test_status(case: str, parser: Any) -> None:
    marked, whole, clause = (part.strip() for part in case.split("|"))
    word = re.search(r"\[(.*?)\]", marked)
    assert word is not None
    event = event_at(marked.replace("[", "").replace("]", ""), parser, word[1])
    assert (event.status, event.clause_status) == (whole, clause)


def test_an_adjective_can_put_a_noun_ahead(parser: Any) -> None:
    text = "The planned summit between Turkey and Greece was announced."
    assert event_at(text, parser, "summit").status == "planned"


def test_the_condition_is_kept_as_a_span(parser: Any) -> None:
    text = "China warned that it would impose sanctions on Lithuania if the office opened."
    for word in ("warned", "impose"):
        condition = event_at(text, parser, word).condition
        assert condition is not None and condition.of(text) == "if the office opened"


def test_an_inverted_condition(parser: Any) -> None:
    text = "Kenya threatened the rebels with war should they choose to attack the port."
    condition = event_at(text, parser, "threatened").condition
    assert condition is not None and condition.of(text) == "should they choose to attack the port"


def say(text: str, words: str, cue: str, force: Force) -> Attribution:
    start, at = text.index(words), text.index(cue)
    holder = Participant(Span(0, text.index(" ")))
    return Attribution(
        f"att:{cue}",
        "d",
        0,
        (holder,),
        (Span(at, at + len(cue)),),
        (Span(start, start + len(words)),),
        AttributionKind.INDIRECT,
        force,
    )


@pytest.mark.parametrize(
    ("force", "status"),
    [(Force.SAY, "done"), (Force.CLAIM, "alleged"), (Force.BELIEVE, "alleged"), (Force.DENY, "denied"), (Force.KNOW, "done")],
)
def test_the_attribution_around_an_act_counts(force: Force, status: str, parser: Any) -> None:
    text = "Peru stated on Friday that Chile shelled a border post."
    around = say(text, "Chile shelled a border post", "stated", force)
    event = event_at(text, parser, "shelled", (around,))
    assert (event.status, event.clause_status, event.attribution) == (status, "done", around.id)


def test_what_is_taken_for_granted_stays_done(parser: Any) -> None:
    text = "Peru claims that the Chilean invasion was unprovoked."
    around = say(text, "the Chilean invasion was unprovoked", "claims", Force.CLAIM)
    assert event_at(text, parser, "invasion", (around,)).status == "done"


def test_a_speech_act_is_an_event_linked_to_its_attribution(parser: Any) -> None:
    text = "Peru claims that the Chilean invasion was unprovoked."
    around = say(text, "the Chilean invasion was unprovoked", "claims", Force.CLAIM)
    spoken = [e for e in events_of(text, parser, (around,)) if e.speech == around.id]
    assert [e.type for e in spoken] == ["STATEMENT"]
    assert spoken[0].actors[0].span.of(text) == "Peru"
    assert spoken[0].attribution is None


def test_a_position_without_a_verb_frame_is_an_event_too(parser: Any) -> None:
    text = "Peru deems the treaty void."
    around = say(text, "the treaty void", "deems", Force.BELIEVE)
    assert [(e.type, e.speech, e.rule) for e in events_of(text, parser, (around,))] == [("POSITION", around.id, "attribution")]


def test_nobody_s_words_are_no_event(parser: Any) -> None:
    text = "It is believed that the treaty is void."
    nobody = Attribution("att:x", "d", 0, (), (Span(6, 14),), (Span(20, 38),), AttributionKind.INDIRECT, Force.BELIEVE)
    assert events_of(text, parser, (nobody,)) == ()


def test_whom_a_participle_describes_says_nothing(parser: Any) -> None:
    text = "Officers suspected of theft were promoted."
    around = say(text, "theft", "suspected", Force.ACCUSE)
    assert events_of(text, parser, (around,)) == ()


def test_a_refusal_to_act_is_one_event(parser: Any) -> None:
    for text in ("Chad refused to condemn Kenya.", "Chad declined to condemn Kenya."):
        assert [(str(e.type), str(e.status)) for e in events_of(text, parser)] == [("ACCUSE", "refused")]
