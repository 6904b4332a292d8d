"""A battery for the ten statuses: negation, modality, tense, conditions and governing words, about ten sentences each."""

import re
from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.sentences import parse_text

# status: sentences with [the act's word] marked
CASES = """
done: Soldiers [stormed] the palace before dawn.
done: The governor has [pardoned] six rebels.
done: The ministers had already [met] twice that week.
done: Students [blocked] the bridge to demand a new election.
done: Students blocked the bridge to [demand] a new election.
done: The rebels managed to [capture] the airport.
done: The strike forced the cabinet to [lift] the ban.
done: Kenya did [send] troops to Somalia.
done: The deal was [signed] by both presidents on Monday.
done: The army, which [shelled] the town in March, has a new chief.
done: Having [arrested] the mayor, the police searched his house.
done: Chad never stopped [supporting] the rebels.
done: The general regretted [attacking] the convoy.
done: The king went on to [dissolve] the parliament.
ongoing: The army is [bombarding] the port.
ongoing: Doctors have been [protesting] outside the ministry for a week.
ongoing: Rebels are still [besieging] the garrison.
ongoing: Norway keeps [sending] weapons to Ukraine.
ongoing: The militia continues to [hold] the hostages.
ongoing: Troops began [withdrawing] from the valley.
ongoing: Peru started to [deport] migrants.
ongoing: Farmers are being [evicted] from the valley by the army.
ongoing: The navy has resumed [patrolling] the strait.
ongoing: The two governments are [negotiating] with the rebels.
planned: Ghana will [expel] the envoy.
planned: The president is to [visit] Chad in May.
planned: The president is due to [meet] the rebels on Friday.
planned: Togo intends to [deploy] troops along the border.
planned: The union has vowed to [march] on the capital.
planned: The rebels agreed to [free] the pilots.
planned: The court is set to [sentence] the general.
planned: Ministers are preparing to [impose] sanctions on Mali.
planned: The delegation flew to Lima to [meet] the guerrillas.
planned: The army is going to [attack] the camp.
planned: The pilots voted to [strike] next week.
planned: The government announced plans to [close] the border.
planned: The rebels threatened to [kill] the hostages.
planned: The senate has decided to [investigate] the minister.
planned: Chad promised that it would [release] the prisoners.
expected: The court is likely to [jail] the general.
expected: The rebels are expected to [surrender].
expected: The rebels could [attack] the town again.
expected: The army might [overthrow] the president.
expected: Uganda may [expel] the diplomats.
expected: It is likely that the rebels will [free] the hostages.
expected: Parliament is bound to [reject] the treaty.
expected: Analysts predict that Chad will [invade] Niger.
called-for: The bishop urged the rebels to [free] the hostages.
called-for: The army must [withdraw] from the capital.
called-for: Donors ought to [send] food to the camps.
called-for: Peru demanded that Chile [release] the sailors.
called-for: The rebels gave the garrison two days to [surrender].
called-for: The court ordered the police to [release] the editor.
called-for: Chad has asked Niger to [extradite] the general.
called-for: The senator called for the army to [withdraw] from the valley.
called-for: The union wants the minister to [resign].
called-for: The party is pressing the president to [resign].
called-for: The council told the rebels to [disarm].
called-for: The envoy insisted that the militia [hand] over its weapons.
called-for: The monks appealed to the army to [free] the students.
called-for: The governor advised the miners to [surrender].
conditional: If the talks fail, the army will [attack] the town.
conditional: The union will [strike] unless the minister resigns.
conditional: The rebels would [free] the hostages if the army withdrew.
conditional: Unless the rebels [surrender], the army will shell the town.
conditional: Should the rebels [attack] the port, Kenya will send troops.
conditional: Chad would only [sign] the treaty if Niger disarmed.
conditional: Provided that the truce holds, Norway will [lift] the sanctions.
conditional: The police may [arrest] the editor if he returns.
conditional: Norway will [lift] the sanctions once the hostages are freed.
conditional: The army could [invade] the island if the talks collapse.
refused: The governor refused to [resign].
refused: The rebels rejected calls to [disarm].
refused: Chad declined to [extradite] the general.
refused: The president will not [meet] the rebels.
refused: The army is unwilling to [withdraw] from the valley.
refused: The union would not [end] the strike.
refused: The rebels are reluctant to [release] the hostages.
refused: The minister ruled out [negotiating] with the rebels.
refused: The general has no intention of [resigning].
refused: Peru opposes [lifting] the sanctions.
denied: The army denied [shelling] the village.
denied: Chad has denied that its troops [shelled] the town.
denied: The general denies having [ordered] the killings.
denied: The minister rejected claims that the police had [tortured] the students.
denied: It is not true that Kenya [armed] the rebels.
denied: The governor dismissed reports that soldiers had [killed] farmers.
alleged: The rebels accused the army of [burning] the villages.
alleged: Witnesses claim that soldiers [looted] the shops.
alleged: The police reportedly [tortured] the students.
alleged: The general is accused of [killing] farmers.
alleged: The mayor is suspected of [arming] the gangs.
alleged: Three officers were charged with [abducting] a priest.
alleged: Chad is said to have [armed] the rebels.
alleged: The militia is believed to [hold] the hostages.
alleged: The navy may have [sunk] the trawler.
alleged: The rebels blame the army for [killing] the priest.
alleged: The envoy was allegedly [poisoned] by agents.
alleged: The army apparently [shelled] its own troops.
not-done: The rebels did not [attack] the convoy.
not-done: Chad has never [invaded] Niger.
not-done: The court failed to [punish] the general.
not-done: The police left without [arresting] the mayor.
not-done: Nobody [attacked] the convoy.
not-done: The army was unable to [recapture] the airport.
not-done: The truce kept the rebels from [attacking] the town.
not-done: The two ministers have yet to [meet].
done: The rebels [stopped] attacking convoys.
not-done: The storm prevented the envoy from [visiting] the camp.
not-done: Neither side [released] prisoners.
not-done: The government stopped short of [expelling] the ambassador.
not-done: The president abandoned plans to [visit] Chad.
not-done: No hostages were [released].
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_status(case: str, parser: Any) -> None:
    status, _, marked = case.partition(": ")
    word = re.search(r"\[(.*?)\]", marked)
    assert word is not None
    text = re.sub(r"[\[\]]", "", marked)
    found, _ = code_events(make_document(text), parse_text(text, parser), (), (), ())
    told = [str(e.status) for e in found if word[1] in [t.of(text) for t in e.trigger]]
    assert told and set(told) == {status}
