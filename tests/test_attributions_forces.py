"""Three small reports and more for each force: verb, noun, passive, adjective, quotation; who, what, and whether it is negated."""

from typing import Any

import pytest

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.records import AttributionKind, Force
from rashomon.sentences import parse_documents

# force -> (report, holder, content, negated)
REPORTS: dict[Force, list[tuple[str, str, str, bool]]] = {
    Force.SAY: [
        ("The ferry is late. Its captain said that fog was thick.", "Its captain", "that fog was thick", False),
        ('"The lighthouse is out," the keeper told the harbour board.', "the keeper", '"The lighthouse is out,"', False),
        ("The envoy did not say when the convoy would leave.", "The envoy", "when the convoy would leave", True),
        ("According to the mayor, the dam is safe.", "the mayor", "the dam is safe", False),
        ("The council heard a statement from the bishop that the fast was over.", "the bishop", "that the fast was over", False),
    ],
    Force.REPORT: [
        ("The agency reported that two wells had run dry.", "The agency", "that two wells had run dry", False),
        ("The survey did not find that rents had risen.", "The survey", "that rents had risen", True),
        ("Leaked cables revealed a second pipeline.", "Leaked cables", "a second pipeline", False),
        ("Reports of looting in the old town reached the governor.", "", "looting in the old town", False),
    ],
    Force.CLAIM: [
        ("The rebels claimed that they held the airfield.", "The rebels", "that they held the airfield", False),
        ("The company insists the valve was sound.", "The company", "the valve was sound", False),
        ("The lawyer never alleged that his client had been beaten.", "The lawyer", "that his client had been beaten", True),
        ("The junta's claim that the vote was rigged found few friends.", "The junta's", "that the vote was rigged", False),
    ],
    Force.DENY: [
        ("The ministry denied that any tanks had crossed.", "The ministry", "that any tanks had crossed", False),
        ("Tallinn rejects the charge of spying.", "Tallinn", "the charge of spying", False),
        ("The broker denied taking the money.", "The broker", "taking the money", False),
        ("The governor did not deny that he had met the smuggler.", "The governor", "that he had met the smuggler", True),
        ("The report was dismissed by the embassy.", "the embassy", "The report", False),
    ],
    Force.ADMIT: [
        ("The pilot admitted that he had misread the chart.", "The pilot", "that he had misread the chart", False),
        ("The bank acknowledged a loss of nine million.", "The bank", "a loss of nine million", False),
        ("The regime has not conceded that its forces withdrew.", "The regime", "that its forces withdrew", True),
        ("The premier apologised for the delay.", "The premier", "the delay", False),
    ],
    Force.AGREE: [
        ("Both sides agreed that the posts should open.", "Both sides", "that the posts should open", False),
        ("Quito confirmed that its envoy had been recalled.", "Quito", "that its envoy had been recalled", False),
        ("The union never accepted the offer.", "The union", "the offer", True),
        ("The bloc reaffirmed its support for the mission.", "The bloc", "its support for the mission", False),
    ],
    Force.ACCUSE: [
        ("Lima accused the fishing fleet of dumping oil.", "Lima", "the fishing fleet of dumping oil", False),
        ("The colonel was accused of shelling a school.", "", "The colonel ... shelling a school", False),
        ("The prosecutor did not accuse the mayor of fraud.", "The prosecutor", "the mayor of fraud", True),
        ("Growers blamed the drought on the new dam.", "Growers", "the drought on the new dam", False),
        ("Divers searched for the alleged smuggling route.", "", "smuggling route", False),
    ],
    Force.CRITICISE: [
        ("The archbishop condemned the bombing of the market.", "The archbishop", "the bombing of the market", False),
        ("The plan was denounced by the miners.", "the miners", "The plan", False),
        ("The chancellor has not criticised the arms deal.", "The chancellor", "the arms deal", True),
        ("Farmers complained that the quota was too low.", "Farmers", "that the quota was too low", False),
        ("The party was furious about the levy.", "The party", "the levy", False),
    ],
    Force.PRAISE: [
        ("The commissioner praised the rescue teams.", "The commissioner", "the rescue teams", False),
        ("The accord was welcomed by the fishermen.", "the fishermen", "The accord", False),
        ("The senate did not endorse the candidate.", "The senate", "the candidate", True),
        ("The king thanked the crew for their courage.", "The king", "the crew for their courage", False),
    ],
    Force.DEMAND: [
        ("The strikers demanded that the mine be closed.", "The strikers", "that the mine be closed", False),
        ("Dakar urged the junta to free the judge.", "Dakar", "to free the judge", False),
        ("The council called for a ban on landmines.", "The council", "a ban on landmines", False),
        ("The envoy insists that the guard leave.", "The envoy", "that the guard leave", False),
        ("The envoy did not call for an inquiry.", "The envoy", "an inquiry", True),
        ("The governor repeated his demand that the blockade end.", "The governor", "that the blockade end", False),
    ],
    Force.ASK: [
        ("The island asked its neighbour to lend two pumps.", "The island", "to lend two pumps", False),
        ("The clinic requested a new generator.", "The clinic", "a new generator", False),
        ("The crew did not ask for help.", "The crew", "help", True),
        ("The president was asked to open the fair.", "", "to open the fair", False),
    ],
    Force.ASK_WHETHER: [
        ("A reporter asked whether the treaty was dead.", "A reporter", "whether the treaty was dead", False),
        ("Investors wondered why the plant was sold.", "Investors", "why the plant was sold", False),
        ("Nobody asked if the bridge was safe.", "Nobody", "if the bridge was safe", True),
        ("The talks dragged on.\n\nQ: Is the strait open?", "Q", "Is the strait open?", False),
    ],
    Force.WARN: [
        ("The observatory warned that the ice was thin.", "The observatory", "that the ice was thin", False),
        ("The marshal warned of a long siege.", "The marshal", "a long siege", False),
        ("The ministry had not warned that the levee was weak.", "The ministry", "that the levee was weak", True),
        ("The miller's warning that seed would run out went unheard.", "The miller's", "that seed would run out", False),
    ],
    Force.THREATEN: [
        ("The militia threatened to burn the depot.", "The militia", "to burn the depot", False),
        ("The carrier threatened that it would end all flights.", "The carrier", "that it would end all flights", False),
        ("The union has not threatened to strike.", "The union", "to strike", True),
        ("Its threat to cut the cable alarmed the bank.", "Its", "to cut the cable", False),
    ],
    Force.PROMISE: [
        ("The shipyard promised to deliver by June.", "The shipyard", "to deliver by June", False),
        ("Nairobi pledged two hundred police officers.", "Nairobi", "two hundred police officers", False),
        ("The premier never promised that taxes would fall.", "The premier", "that taxes would fall", True),
        ("The firm's pledge to plant a forest is not met.", "The firm's", "to plant a forest", False),
    ],
    Force.OFFER: [
        ("Montevideo offered to mediate.", "Montevideo", "to mediate", False),
        ("The landlord offered a truce.", "The landlord", "a truce", False),
        ("The navy did not offer to escort the tanker.", "The navy", "to escort the tanker", True),
        ("Bern's offer to host the talks stands.", "Bern's", "to host the talks", False),
    ],
    Force.REFUSE: [
        ("The captain refused to lower the flag.", "The captain", "to lower the flag", False),
        ("The minister declined to comment.", "The minister", "to comment", False),
        ("The admiral ruled out a landing.", "The admiral", "a landing", False),
        ("The judge did not refuse to hear the case.", "The judge", "to hear the case", True),
        ("The owners are unwilling to sell.", "The owners", "to sell", False),
    ],
    Force.BELIEVE: [
        ("Historians believe that the fort is older.", "Historians", "that the fort is older", False),
        ("The general is believed to be abroad.", "", "The general ... to be abroad", False),
        ("The staff do not think that the code is safe.", "The staff", "that the code is safe", True),
        ("The auditors are convinced that the ledger was forged.", "The auditors", "that the ledger was forged", False),
    ],
    Force.KNOW: [
        ("The villagers know that the well is poisoned.", "The villagers", "that the well is poisoned", False),
        ("The skipper realised that the engine had failed.", "The skipper", "that the engine had failed", False),
        ("The board did not know that the money was gone.", "The board", "that the money was gone", True),
        ("The palace is aware of the letter.", "The palace", "the letter", False),
    ],
    Force.DOUBT: [
        ("Traders doubt that the mill will reopen.", "Traders", "that the mill will reopen", False),
        ("The coroner is sceptical of the story.", "The coroner", "the story", False),
        ("Few observers do not doubt the figures.", "Few observers", "the figures", True),
        ("The abbot has doubts about the map.", "The abbot", "the map", False),
    ],
    Force.EXPECT: [
        ("The bureau expects rain by Friday.", "The bureau", "rain by Friday", False),
        ("The envoys are expected to meet in Riga.", "", "The envoys ... to meet in Riga", False),
        ("The bank does not expect that wages will rise.", "The bank", "that wages will rise", True),
        ("Forecasters predicted that the river would crest.", "Forecasters", "that the river would crest", False),
    ],
    Force.HOPE: [
        ("The nurses hope that the ward will stay open.", "The nurses", "that the ward will stay open", False),
        ("The nuncio hopes to visit the prison.", "The nuncio", "to visit the prison", False),
        ("He voiced hope that the ceasefire would hold.", "He", "that the ceasefire would hold", False),
        ("The players are optimistic about the final.", "The players", "the final", False),
    ],
    Force.WANT: [
        ("The tenants want the landlord to repair the roof.", "The tenants", "to repair the roof", False),
        ("Suva wants a seat on the panel.", "Suva", "a seat on the panel", False),
        ("The herders do not want to leave the valley.", "The herders", "to leave the valley", True),
        ("Its desire for a port is old.", "Its", "a port", False),
    ],
    Force.INTEND: [
        ("The airline plans to drop the route.", "The airline", "to drop the route", False),
        ("The ministry is considering a curfew.", "The ministry", "a curfew", False),
        ("The club does not intend to sell the ground.", "The club", "to sell the ground", True),
        ("The city's plan to flood the meadow was shelved.", "The city's", "to flood the meadow", False),
    ],
    Force.WORRY: [
        ("Beekeepers fear that the spray kills bees.", "Beekeepers", "that the spray kills bees", False),
        ("The parents are worried about the well.", "The parents", "the well", False),
        ("The garrison does not fear a siege.", "The garrison", "a siege", True),
        ("Fears of a run on the bank grew.", "", "a run on the bank", False),
    ],
    Force.DISCUSS: [
        ("The envoys discussed a swap of prisoners.", "The envoys", "a swap of prisoners", False),
        ("The two mayors talked about the ferry.", "The two mayors", "the ferry", False),
        ("The cabinet did not discuss the treaty.", "The cabinet", "the treaty", True),
        ("Parliament debated whether the fleet should sail.", "Parliament", "whether the fleet should sail", False),
    ],
}  # fmt: skip
CASES = [(force, *row) for force, rows in REPORTS.items() for row in rows]
NAMES = [f"{case[0].value}: {case[1][:45]}" for case in CASES]


@pytest.mark.parametrize(("force", "text", "holder", "content", "negated"), CASES, ids=NAMES)
def test_force(force: Force, text: str, holder: str, content: str, negated: bool, parser: Any) -> None:
    document = make_document(text)
    ((_, sentences),) = parse_documents([document], parser)
    found = [
        (
            a.force,
            " ... ".join(h.span.of(text) for h in a.holders),
            " ... ".join(s.of(text) for s in a.content),
            a.negated,
        )
        for a in find_attributions(document, sentences, ())
        if a.kind is not AttributionKind.TERM
    ]
    assert (force, holder, content, negated) in found, found


def test_each_force_has_three_reports_and_most_have_a_negated_one() -> None:
    assert {force for force, rows in REPORTS.items() if len(rows) >= 3} == set(Force)
    assert sum(any(negated for *_, negated in rows) for rows in REPORTS.values()) >= len(Force) - 1
