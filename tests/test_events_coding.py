"""Types, modes, codes, circumstances; and that no text, however odd, stops the coder."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import make_document
from rashomon.events import code_events, plover_view, relate
from rashomon.records import Event, EventType, Span, Status
from rashomon.sentences import parse_text
from rashomon.times import find_times

# sentence | type | mode | CAMEO
KINDS = """
Norway and Iceland agreed to cooperate on rescue at sea. | AGREE | - | 031
The king visited Jordan. | CONSULT | visit | 042
Iceland praised Norway for its help. | SUPPORT | - | 051
Spain lifted sanctions on Cuba. | CONCEDE | - | 085
Kenya shared intelligence with Uganda. | COOPERATE | - | 064
Japan sent food to Nepal. | AID | - | 073
The rebels released two hostages. | RETREAT | release | 0841
Chad withdrew its troops from Niger. | RETREAT | withdraw | 0874
The union demanded the resignation of the minister. | REQUEST | change | 104
Iceland condemned Norway over the whales. | ACCUSE | disapprove | 111
Prosecutors opened an investigation into the minister. | ACCUSE | investigate | 090
Chile vetoed the resolution. | REJECT | - | 129
The general issued an ultimatum to the rebels. | THREATEN | - | 130
Prisoners started a hunger strike against the government. | PROTEST | hunger | 142
Chad imposed sanctions on Niger. | SANCTION | - | 163
Chad expelled the ambassador of Niger. | SANCTION | expel | 166
Chad deployed troops along the border with Niger. | MOBILIZE | troops | 154
Police arrested the leader of the opposition. | COERCE | arrest | 173
The government imposed a curfew in the capital. | COERCE | curfew | 1723
The army carried out an air strike on the camp. | ASSAULT | aerial | 195
Gunmen opened fire on villagers. | ASSAULT | firearms | 193
Kenya blocked a statement on Chad. | REJECT | - | 129
Police searched the home of a senator. | ACCUSE | investigate | 090
Kenya gave information to Uganda. | COOPERATE | - | 064
Kenya launched an air strike against Uganda. | ASSAULT | aerial | 195
Students staged a protest in Kenya. | PROTEST | demo | 141
A court fined the governor. | SANCTION | convict | 160
Chad asked Niger to withdraw its troops. | REQUEST | yield | 025
Chad demanded that Niger pay compensation. | REQUEST | yield | 105
Chad refused to withdraw its troops. | RETREAT | withdraw | 0874
The governor left for Chad for talks. | CONSULT | visit | 042
Chad vowed to bomb the rebels. | THREATEN | - | 138
Pilots voted to strike over pensions. | PROTEST | strike | 143
The rebels walked out in anger. | REJECT | meet | 125
Students walked out in anger. | PROTEST | strike | 143
Chad halted joint drills with Niger. | SANCTION | discontinue | 161
Chad allowed its airfields to be used by Niger. | COOPERATE | - | 062
The army said that its tanks had pulled back. | RETREAT | withdraw | 0874
The troops returned to barracks. | RETREAT | withdraw | 0874
Japan handed out rice to the refugees. | AID | - | 073
The two armies exchanged prisoners. | RETREAT | release | 0841
The cabinet cancelled the increase. | CONCEDE | - | 080
Chad took Niger to court. | ACCUSE | disapprove | 115
""".strip().splitlines()


def events_of(text: str, parser: Any) -> tuple[Event, ...]:
    sentences = parse_text(text, parser)
    document = make_document(text)
    return code_events(document, sentences, (), (), find_times(text, sentences, document.published))[0]


# sentence | type that none of its events has
NOT_SO = """
Crowds dispersed peacefully. | ASSAULT
The officers suspected of theft were promoted. | ACCUSE
The general trained in Sweden. | AID
We are not at war with the people. | ASSAULT
The board defended itself. | SUPPORT
The king let it be known that he was ill. | CONCEDE
I asked the minister whether he knew. | REQUEST
The kingdom will not allow any party to threaten its security. | THREATEN
The plan was met with silence. | CONSULT
Wages fell, and a strike by the union began. | ASSAULT
The clerk signed the register. | SUPPORT
Iraq may sell oil. | COOPERATE
She was to name the source of the shooting, which she refused to do. | ASSAULT
""".strip().splitlines()


@pytest.mark.parametrize("case", NOT_SO)
def test_what_is_no_act_of_that_type(case: str, parser: Any) -> None:
    text, kind = (part.strip() for part in case.split("|"))
    assert kind not in [str(e.type) for e in events_of(text, parser)]


@pytest.mark.parametrize("case", KINDS)
def test_type_mode_and_code(case: str, parser: Any) -> None:
    text, *expected = (part.strip() for part in case.split("|"))
    found = [[str(e.type), e.mode or "-", e.cameo] for e in events_of(text, parser)]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "The company released its annual report.",
        "The team beat the champions in the final.",
        "Heavy rain fell over the hills and rivers rose.",
        "The new law meets the needs of farmers.",
        "The sun sets late in June.",
    ],
)
def test_no_event_where_there_is_none(text: str, parser: Any) -> None:
    assert [e for e in events_of(text, parser) if e.type is not EventType.STATEMENT and e.actors and e.recipients] == []


def test_when_where_and_how_many(parser: Any) -> None:
    text = "Gunmen killed at least 12 soldiers in Gao on Monday and wounded more than 30 others."
    killed, wounded = events_of(text, parser)
    assert [(q.value, q.unit, q.bound) for q in killed.quantities] == [(12.0, "killed", ">=")]
    assert [(q.value, q.unit, q.bound) for q in wounded.quantities] == [(30.0, "wounded", ">")]
    assert killed.when is not None and killed.when.value == "2022-04-04"
    assert killed.place is not None and killed.place.span.of(text) == "Gao"


def test_a_date_inside_reported_speech_is_not_that_of_the_saying(parser: Any) -> None:
    text = "The spokesman said on Tuesday that Chad will host a summit in June 2023."
    said, host = events_of(text, parser)[:2]
    assert said.when_span is not None and said.when_span.of(text) == "Tuesday"
    assert host.when_span is not None and host.when_span.of(text) == "June 2023"


def test_money(parser: Any) -> None:
    text = "Norway gave Kenya $1.5 billion in loans."
    (event,) = events_of(text, parser)
    assert [(q.value, q.unit) for q in event.quantities] == [(1.5e9, "USD")]


def test_plover_knows_no_status() -> None:
    assert plover_view(EventType.AID, "073", Status.PLANNED) == (EventType.AGREE, "033")
    assert plover_view(EventType.ASSAULT, "190", Status.PLANNED) == (EventType.THREATEN, "138")
    assert plover_view(EventType.AID, "073", Status.REFUSED) == (EventType.REJECT, "122")
    assert plover_view(EventType.AID, "073", Status.CALLED_FOR) == (EventType.REQUEST, "023")
    assert plover_view(EventType.AID, None, Status.DONE) == (EventType.AID, "070")
    for kind in EventType:
        for status in Status:
            assert plover_view(kind, None, status)[1].isdigit()


def test_the_act_between_two_given_phrases(parser: Any) -> None:
    text = "Kenya praised Uganda after it had rejected a request by Rwanda."
    (sentence,) = parse_text(text, parser)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    praised = relate(sentence, span("Kenya"), span("Uganda"))
    rejected = relate(sentence, span("it"), span("Rwanda"))
    assert praised is not None and rejected is not None
    assert (praised.type, rejected.type) == (EventType.SUPPORT, EventType.REJECT)
    (nothing,) = parse_text("Kenya and Uganda.", parser)
    assert relate(nothing, Span(0, 5), Span(10, 16)) is None


ODD = [
    "",
    "Kenya",
    "of of of of of in in by by to to",
    "1 | Kenya | 2 | Uganda | 34,5 % | - | -",
    "DIE REGIERUNG HAT DEN BOTSCHAFTER AUSGEWIESEN UND SANKTIONEN VERHÄNGT.",
    "MINISTER SAYS ARMY TO ATTACK REBELS IF TALKS FAIL",
    "“”’‘ ... --- !!! ((( ]]]",
    "Kenya " * 500,
    "said that " * 300,
    " and ".join(["Kenya attacked Uganda"] * 700),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str, parser: Any) -> None:
    for event in events_of(text, parser):
        assert all(0 <= s.start < s.end <= len(text) for s in (event.span, *event.trigger))


WORDS = """
Kenya Uganda the army rebels attacked met will not if said
refused to talks with of by and , sanctions on who was accused
""".split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_spans_lie_in_the_text_and_ids_are_unique(words: list[str], parser: Any) -> None:
    text = " ".join(words)
    events = events_of(text, parser)
    assert len({e.id for e in events}) == len(events)
    assert events == events_of(text, parser)
    for event in events:
        for span in (event.span, *event.trigger, *(p.span for p in (*event.actors, *event.recipients))):
            assert 0 <= span.start < span.end <= len(text)
            assert event.span.holds(span)
