"""events/frames.csv: no row that another always beats, no class that is not there."""

from collections import Counter

from rashomon.events.frames import classes, frames


def test_no_frame_stands_twice() -> None:
    keys = Counter((f.lemma, f.noun, f.particle, f.objects) for rows in frames().values() for f in rows)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_class_of_an_object_has_words() -> None:
    known = {name for names in classes().values() for name in names}
    assert {o for rows in frames().values() for f in rows for o in f.objects if o.startswith("@")} <= known
