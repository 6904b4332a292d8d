"""The drawing of which report derives from which."""

import re

from rashomon.exports.citations import report_letter
from rashomon.exports.graphs import derivation_graph
from rashomon.records import Derivation, Relation, Story


def test_reports_stand_on_the_ring_in_the_order_of_their_letters() -> None:
    documents = tuple(f"doc:{i}" for i in range(30))
    letters = {document: report_letter(i) for i, document in enumerate(documents)}
    copy = Derivation(("doc:0", "doc:1"), Relation.COPY, "doc:0", (), 0.9)
    drawn = derivation_graph(Story("sto:1", documents, "", None, (), (copy,), ()), letters)
    assert re.findall(r">([A-Z]+)</text>", drawn) == list(letters.values())
