"""What a sentence tells, without its speaker, and lines of credit: small own sentences."""

from typing import Any

from rashomon.comparisons.units import find_units
from tellings import read


def test_the_speaker_and_the_day_are_no_matter_of_a_statement(parser: Any, tables: Any) -> None:
    texts = ['"Fishing without nets is a crime," Jens Stoltenberg told reporters on Tuesday.']
    (unit,) = find_units(read(texts, parser, tables))
    assert {"fishing", "net", "crime"} & unit.matter
    assert not {"stoltenberg", "tuesday", "reporter"} & unit.matter
    assert "stoltenberg" in unit.words


def test_a_sentence_on_nobodys_word_keeps_all_its_words(parser: Any, tables: Any) -> None:
    (unit,) = find_units(read(["Two ferries collided near Oslo on Tuesday."], parser, tables))
    assert unit.matter == unit.words


def test_a_line_of_credit_is_no_unit(parser: Any, tables: Any) -> None:
    (unit,) = find_units(read(["Two ferries collided near Oslo.\n\n(Fjord Herald, with BOREA agency)"], parser, tables))
    assert "ferries" in unit.text
