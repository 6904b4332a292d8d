"""The trained readers on small reports of our own; and one clear error where a file of weights is absent or altered."""

import json
import shutil

import pytest

from rashomon import models
from rashomon.errors import ModelError
from rashomon.models import taggers, verify

REPORT = """The foreign minister of Norland, Ada Berg, said on Monday that the border would stay closed until spring.

"We will not reopen it under pressure," Berg told reporters.

According to two diplomats, the neighbours had asked for a meeting. The harbour lies in the north of the country."""


@pytest.fixture(scope="module")
def tagger():
    return models.load_attribution_tagger()


@pytest.fixture(scope="module")
def reader():
    return models.load_event_reader()


def words(tagged, text):
    """(source, cue, contents) of each link, as text."""

    def of(i):
        return None if i is None else text[tagged.spans[i].start : tagged.spans[i].end]

    return [(of(link.source), of(link.cue), " ".join(map(of, link.contents))) for link in tagged.links]


def test_tagger_links_source_cue_and_content(tagger):
    (tagged,) = tagger.tag([REPORT])
    found = words(tagged, REPORT)
    assert len(found) == 3
    (first, said, closed), (second, told, quoted), (third, according, meeting) = found
    assert "Ada Berg" in first
    assert said.startswith("said")
    assert closed.endswith("the border would stay closed until spring")
    assert second == "Berg"
    assert told.startswith("told")
    assert "reopen it under pressure" in quoted
    assert third.endswith("two diplomats")
    assert according.startswith("According to")
    assert "asked for a meeting" in meeting


def test_tagger_reads_each_text_by_itself(tagger):
    alone = tagger.tag([REPORT])
    assert [len(t.spans) for t in tagger.tag(["", REPORT, "\n \n"])] == [0, len(alone[0].spans), 0]


def test_spans_lie_in_the_text_and_links_point_at_them(tagger):
    (tagged,) = tagger.tag([REPORT * 12])
    assert all(0 <= s.start < s.end <= len(REPORT) * 12 and 0 <= s.score <= 1 for s in tagged.spans)
    for link in tagged.links:
        assert {tagged.spans[i].label for i in link.contents} == {"content"}
        assert link.cue is None or tagged.spans[link.cue].label == "cue"
        assert link.source is None or tagged.spans[link.source].label == "source"


def pair(reader, sentence, source, target):
    readings = reader.read_sentences([sentence])
    places = [(sentence.index(name), sentence.index(name) + len(name)) for name in (source, target)]
    (found,) = reader.read_pairs(readings, [(0, *places)])
    return max(found.roots, key=found.roots.get), found.conflict


@pytest.mark.parametrize(
    ("sentence", "source", "target", "root", "conflict"),
    [
        ("Norland's navy shelled two villages held by the Sudmark militia.", "Norland's navy", "the Sudmark militia", "ASSAULT", 1),
        ("Norland's king met the Sudmark delegation for talks.", "Norland's king", "the Sudmark delegation", "CONSULT", 0),
        ("Norland recalled its ambassador from Sudmark on Friday.", "Norland", "Sudmark", "SANCTION", 1),
        ("Norland shipped grain and medicine to Sudmark after the drought.", "Norland", "Sudmark", "AID", 0),
    ],
)  # fmt: skip
def test_reader_types_a_pair(reader, sentence, source, target, root, conflict):
    best, chance = pair(reader, sentence, source, target)
    assert best == root
    assert (chance > 0.5) == bool(conflict)


def test_reader_finds_actors_and_class(reader):
    text = "Norland's police arrested three Sudmark journalists on Friday."
    (reading,) = reader.read_sentences([text])
    assert max(reading.penta, key=reading.penta.get) in {"M-CONF", "V-CONF"}
    labels = {s.label: text[s.start : s.end] for s in reading.spans}
    assert "police" in labels["source"]
    assert "journalists" in labels["target"]


def test_sentence_without_words_and_pair_out_of_reach(reader):
    long = "Norland waited. " * 300 + "Sudmark answered."
    readings = reader.read_sentences(["", long])
    assert readings[0].spans == () and readings[0].codable == 0.0
    assert reader.read_pairs(readings, [(0, (0, 1), (2, 3)), (1, (0, 7), (len(long) - 17, len(long)))]) == [None, None]


@pytest.fixture
def copied(tmp_path, monkeypatch):
    shutil.copytree(models.models_folder(), tmp_path / "models")
    monkeypatch.setattr(verify, "models_folder", lambda: tmp_path / "models")
    taggers.load_attribution_tagger.cache_clear()
    yield tmp_path / "models"
    taggers.load_attribution_tagger.cache_clear()


def test_an_altered_file_is_refused(copied):
    path = copied / "attribution" / "decoder.json"
    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    with pytest.raises(ModelError, match="altered"):
        models.load_attribution_tagger()


def test_an_absent_file_is_refused(copied):
    (copied / "attribution" / "model.onnx").unlink()
    with pytest.raises(ModelError, match="missing"):
        models.load_attribution_tagger()


def test_cards_name_what_the_weights_were_trained_on():
    for name in ("attribution", "events"):
        card = json.loads(models.verified_card(name).read_text("utf-8"))
        assert card["trained_on"] and card["scores"] and card["rebuild"]
        for file in card["files"]:
            assert models.verified(name, file).stat().st_size < 25_000_000
