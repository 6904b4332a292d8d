"""Who acts, and on whom: the tree of a sentence -> actors and recipients as whole noun phrases."""

from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.records import Event
from rashomon.sentences import parse_text

# sentence | type | trigger | actors | recipients ("~" before the actors: reciprocal)
CASES = """
The army shelled the town on Monday. | ASSAULT | shelled | The army | the town
The minister was arrested by soldiers. | COERCE | arrested | soldiers | The minister
Soldiers who attacked the village were arrested by the government. | ASSAULT | attacked | Soldiers | the village
Soldiers who attacked the village were arrested by the government. | COERCE | arrested | the government | Soldiers
Sanctions imposed on Iran by the European Union were extended. | SANCTION | Sanctions imposed | the European Union | Iran
Norway will withdraw its contingent of some 100 soldiers after Chad demanded that they leave. | REQUEST | demanded | Chad | they
Iran struck what it called militant bases inside Pakistan on Tuesday. | ASSAULT | struck bases | Iran | Pakistan
Turkey bombed what it described as terrorist shelters in Iraq. | ASSAULT | bombed | Turkey | Iraq
Kenya deported what it said were spies to Sudan. | COERCE | deported | Kenya | spies
Russia's invasion of Ukraine shocked Europe. | ASSAULT | invasion | Russia | Ukraine
The bombing of Aleppo by Syrian warplanes killed at least 40 people. | ASSAULT | bombing | Syrian warplanes | Aleppo
The bombing of Aleppo by Syrian warplanes killed at least 40 people. | ASSAULT | killed | Syrian warplanes | at least 40 people
Turkey and Greece met in Vienna on Friday. | CONSULT | met | ~Turkey; Greece |
Turkey's president met Greek officials. | CONSULT | met | Turkey's president | Greek officials
Talks between Serbia and Kosovo resumed. | CONSULT | Talks | ~Serbia; Kosovo |
Togo shunned the sanctions imposed on Mali by the likes of Kenya and Ghana. | SANCTION | sanctions imposed | Kenya; Ghana | Mali
The measures were backed by the likes of Kenya, Ghana and Togo. | SUPPORT | backed | Kenya; Ghana; Togo |
Canada, which rejected the treaty, invited Mexico to new talks. | REJECT | rejected | Canada |
Canada, which rejected the treaty, invited Mexico to new talks. | AGREE | invited | Canada | Mexico
Brazil persuaded Argentina to sign the agreement. | SUPPORT | sign agreement | Argentina |
Norway gave Ukraine $50 million in aid. | AID | gave million | Norway | Ukraine
Ukraine received weapons from Poland. | AID | received weapons | Poland | Ukraine
Thousands of workers demonstrated against the government. | PROTEST | demonstrated | Thousands of workers | the government
Israel bombed Gaza and killed three commanders. | ASSAULT | killed | Israel | three commanders
Chad accused Niger of arming rebels and expelled its ambassador. | SANCTION | expelled ambassador | Chad | its ambassador
TOGO ACCUSED BENIN OF ARMING SMUGGLERS AND EXPELLED ITS AMBASSADOR | SANCTION | EXPELLED AMBASSADOR | TOGO | ITS AMBASSADOR
At least 30 people were reported killed in clashes between troops and gunmen. | ASSAULT | killed |  | At least 30 people
"Stop the war in Sudan," the protesters chanted. | RETREAT | Stop war |  | Sudan
Kenya has called for Hamas, the rebels' ally, to be expelled from the talks. | SANCTION | expelled |  | Hamas
It is the third day of an offensive by the army against villages in Mali. | ASSAULT | offensive | the army | villages in Mali
The army said on Sunday that jets hit a camp, killing ten soldiers. | ASSAULT | killing | jets | ten soldiers
Chad expelled the officers the army arrested on Friday. | COERCE | arrested | the army | the officers
The generals ousted the king after protests demanding his resignation. | REQUEST | demanding resignation |  | his
The UN said it was vital that Sudan halt the war and called on all states to help. | REQUEST | called states | The UN | all states
France condemned two killings blamed on the Irish militia. | ASSAULT | killings | the Irish militia |
General Diallo led the king's overthrow. | ASSAULT | led overthrow | General Diallo | the king
France condemned the king's overthrow. | ASSAULT | overthrow |  | the king
The bombs killed six near Mosul. | ASSAULT | killed |  | six
"We will not give in to the threats," the president of Togo said. | CONCEDE | give threats | We |
The president of Chile, on a visit to Bolivia, offered help. | CONSULT | visit | The president of Chile | Bolivia
Troops are trying to eliminate Maoist guerrillas. | ASSAULT | eliminate guerrillas | Troops | Maoist guerrillas
The police launched a crack down on Islamists. | COERCE | launched crack | The police | Islamists
Germany urged France to send troops to Mali. | REQUEST | urged | Germany | France
Germany urged France to send troops to Mali. | MOBILIZE | send troops | France | Mali
France refused to condemn Iran. | ACCUSE | condemn | France | Iran
Mali accused France of bombing a village. | ACCUSE | accused | Mali | France
Mali accused France of bombing a village. | ASSAULT | bombing | France | a village
By seizing the port, the rebels cut off the city. | ASSAULT | seizing port | the rebels | the port
Moscow lifted the ban on Polish fruit. | CONCEDE | lifted ban | Moscow | Polish
Hackers launched cyberattacks against ministries in Estonia. | COERCE | launched cyberattacks | Hackers | ministries in Estonia
Sudan's refusal to talk to the rebels angered mediators. | CONSULT | talk | Sudan | the rebels
Peru's foreign minister and his Chilean counterpart spoke. | CONSULT | spoke | ~Peru's foreign minister; his Chilean counterpart |
Both countries should stop the attacks, the pope said. | REQUEST | said | the pope | Both countries
Gunmen kidnapped 12 students. | ASSAULT | kidnapped | Gunmen | 12 students
It was Iran that attacked the tanker. | ASSAULT | attacked | Iran | the tanker
Egypt has ruled out talks with Ethiopia. | REJECT | ruled | Egypt | Ethiopia
Nine farmers killed, three wounded. | ASSAULT | killed |  | Nine farmers
Two nurses abducted 2 Mar were freed 10 Mar. | ASSAULT | abducted |  | Two nurses
The envoy is ill; he asked Chad for help. | REQUEST | asked | he | Chad
The rebels gave the garrison two days to surrender. | RETREAT | surrender | the garrison |
The junta has given the envoy 48 hours to leave. | REQUEST | given hours | The junta | the envoy
The monks appealed to the army to free the students. | RETREAT | free students | the army | the students
The consul flew to Lima for talks with the guerrillas. | CONSULT | talks | The consul | the guerrillas
The king held a session of talks with the premier. | CONSULT | held talks | The king | the premier
Chad thanked Niger for its welcome and for its help. | SUPPORT | thanked | Chad | Niger
Norway told its sailors not to land and withdrew its troops. | RETREAT | withdrew troops | Norway |
The army was sent in on Sunday. | MOBILIZE | army sent | The army |
A truck delivered 40 t of flour to the refugees. | AID | delivered flour |  | the refugees
On 4 March police arrested six nurses. | COERCE | arrested | police | six nurses
The opposition holds the army responsible for the fire. | ACCUSE | holds army | The opposition | the army
Miners have been on strike since May. | PROTEST | strike | Miners |
Peru stopped buying gas from Bolivia. | SANCTION | stopped buying | Peru | Bolivia
Chad ceased shelling the rebels. | RETREAT | ceased shelling | Chad | the rebels
Iran and Iraq failed to agree on a border line. | AGREE | agree | ~Iran; Iraq |
The senator called on President Lula to act. | REQUEST | called | The senator | President Lula
Each side blamed the other. | ACCUSE | blamed | Each side | the other
Jordan has taken in 9,000 Sudanese. | AID | taken | Jordan | 9,000 Sudanese
Dozens of activists gathered outside the embassy. | PROTEST | gathered | Dozens of activists |
Police arrested two men on charges of attacking soldiers. | ASSAULT | attacking | two men | soldiers
Chad criticised Niger for bombing a village. | ASSAULT | bombing | Niger | a village
The opposition attacked the president for declining. | ACCUSE | attacked | The opposition | the president
The party, with whom Togo cooperated, won. | COOPERATE | cooperated | Togo | The party
Peru called off a meeting. | REJECT | called meeting | Peru |
Chad said two boys were killed and condemned the raid by Niger. | ACCUSE | condemned | Chad | Niger
Chad, Niger agree to resume talks. | AGREE | agree | ~Chad; Niger |
The move was hailed by thousands. | SUPPORT | hailed | thousands |
Two frigates sailed through the strait. | MOBILIZE | sailed | Two frigates |
Hundreds of miners marched on Friday. | PROTEST | marched | Hundreds of miners |
Oslo brushed aside the offer of Chad. | REJECT | brushed offer | Oslo | Chad
The general was relieved of his command by the junta. | COERCE | relieved command | the junta | The general
""".strip().splitlines()


def told(text: str, event: Event) -> str:
    actors, recipients = ("; ".join(p.span.of(text) for p in ps) for ps in (event.actors, event.recipients))
    trigger = " ".join(t.of(text) for t in event.trigger)
    return f"{event.type} | {trigger} | {'~' if event.reciprocal else ''}{actors} | {recipients}".strip()


@pytest.mark.parametrize("case", CASES)
def test_roles(case: str, parser: Any) -> None:
    text, expected = (part.strip() for part in case.split("|", 1))
    found = [told(text, e) for e in code_events(make_document(text), parse_text(text, parser), (), (), ())[0]]
    assert expected in found


def test_groups_name_their_members(parser: Any) -> None:
    text = "Partners such as Japan, New Zealand and South Korea were invited by the alliance."
    (event,) = code_events(make_document(text), parse_text(text, parser), (), (), ())[0]
    assert [p.span.of(text) for p in event.recipients] == ["Partners", "Japan", "New Zealand", "South Korea"]
