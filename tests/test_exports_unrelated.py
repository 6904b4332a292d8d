"""What is told of reports that share nothing: another event, or a language that is not read."""

from dataclasses import replace

from lake_reports import HARVEST, SUMMIT, reading
from rashomon.exports.unrelated import why_unrelated


def test_reports_in_other_languages_are_not_said_to_be_about_another_event() -> None:
    english, other = reading("doc:a", SUMMIT), reading("doc:b", HARVEST)
    french = replace(other, document=replace(other.document, language="fr"))
    assert why_unrelated([english, other]).startswith("they seem to be about different events")
    assert why_unrelated([english, french]) == "only English is analysed, and 1 of the 2 are in other languages (fr)."
