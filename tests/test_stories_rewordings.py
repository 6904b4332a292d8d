"""Rewordings and weakening claims: the order of scores, not their size."""

from lake_reports import encode
from rashomon.comparisons.weakening import pair_features as claim_features
from rashomon.comparisons.weakening import weakening_scores
from rashomon.comparisons.weights import WEAKENING
from rashomon.stories.rewordings import FEATURES, PAIR_FEATURES, pair_features, rewording_features, rewording_scores
from rashomon.stories.weights import REWORDED

SENTENCE = "The council of Aarau approved a loan of 12 million francs for the new bridge."


def test_a_reworded_sentence_scores_above_another_of_the_topic() -> None:
    reworded = "A loan of 12 million francs for the new bridge was approved by the council of Aarau."
    other = "Divers searched the river under the old bridge for two hours on Sunday."
    near, far = rewording_scores([(SENTENCE, reworded), (SENTENCE, other)], encode)
    assert near > 0.5 > far


def test_features_are_as_many_as_named_and_bounded() -> None:
    features = rewording_features(SENTENCE, "", 0.0)
    assert len(features) == len(FEATURES)
    assert len(pair_features(SENTENCE, "", 0.0)) == len(PAIR_FEATURES)
    assert all(-1 <= f <= 1 for f in features)


def test_no_pairs_no_scores() -> None:
    assert rewording_scores([], encode) == []
    assert weakening_scores([], encode) == []


def test_a_denial_weakens_more_than_a_further_figure() -> None:
    denial = 'The mayor denied it, however: "There is no such loan," he said.'
    figure = "The council of Aarau approved 3 more loans worth 40 million francs in all."
    doubt, support = weakening_scores([(SENTENCE, denial), (SENTENCE, figure)], encode)
    assert doubt > support


def test_there_is_a_weight_for_every_feature() -> None:
    one, other = encode([SENTENCE, "There is no such loan."])
    assert len(claim_features(SENTENCE, "There is no such loan.", one, other)) == len(WEAKENING.weights)
    assert len(PAIR_FEATURES) == len(REWORDED.weights)
