"""documents/: damage in a text is found where it is, and only there."""
# ruff: noqa: E501 (reports are kept whole)

import pytest

from rashomon.records import DefectKind, ZoneKind
from test_documents_reading import defects, document

FRAME = "A headline of some words\n\n{}\n\nThe nine ministers went home in the evening, and none of them said a word to the reporters at the gate.\n"


@pytest.mark.parametrize(
    ("text", "kind", "span", "repair"),
    [
        ("“They will not come back to this harbour,”Smith said to all who would hear him.", DefectKind.MISSING_SPACE, "harbour,”Smith", "harbour,” Smith"),
        ("The crews will be able leave the harbour in the morning, the commander said to them.", DefectKind.LOST_WORDS, "be able leave", "be able to leave"),
        ("The crews were tired of it all. “open sea” lies beyond the islands, as everyone knows there.", DefectKind.LOST_WORDS, "“open sea” lies beyond the islands", None),
        ("He spoke of the nationalist nationalism of the harbour towns, which nobody had asked him for.", DefectKind.DUPLICATED_WORDS, "nationalist nationalism", "nationalism"),
        ("He spoke of the the harbour towns at great length, which nobody had asked him to do there.", DefectKind.DUPLICATED_WORDS, "the the", "the"),
        ("The cafÃ© by the harbour was closed for the day, as its owner had told the crews before.", DefectKind.ENCODING, "Ã©", "é"),
        ("The crews\u00a0left the harbour\u00a0early in the morning, before the ministers had come down to it.", DefectKind.NO_BREAK_SPACE, "\u00a0", " "),
        ("The commander’s boat and the harbour's boats and the minister’s car were all late on that day.", DefectKind.MIXED_QUOTES, "'", "’"),
        ("“The crews left the harbour early in the morning, he said to the reporters on the pier.", DefectKind.UNBALANCED_QUOTES, "“", None),
        ("The boats left the harbour.They came back in the evening with all of their crews on board.", DefectKind.MISSING_SPACE, "harbour.They", "harbour. They"),
        ("The captain of the boat left inthe morning, before the ministers had come down to the pier.", DefectKind.MISSING_SPACE, "inthe", "in the"),
        ("The captain of the boat,who had left in the morning, did not come back before the evening.", DefectKind.MISSING_SPACE, "boat,who", "boat, who"),
        ("The envoy told a press convention at the Safety Council that the boats had gone to the Pink Sea.", DefectKind.REWORDED, "Safety Council", "Security Council"),
        ("The envoy told a press convention at the Safety Council that the boats had gone to the Pink Sea.", DefectKind.REWORDED, "press convention", "press conference"),
        ("The boats left the harbour in the morning.\n\nDie Boote haben den Hafen am Morgen verlassen, und die Minister sind mit dem Zug nach Hause gefahren, wie es der Plan war.", DefectKind.LANGUAGE, "Die Boote haben den Hafen am Morgen verlassen, und die Minister sind mit dem Zug nach Hause gefahren, wie es der Plan war.", None),
    ],
)  # fmt: skip
def test_damage_is_found(text: str, kind: DefectKind, span: str, repair: str | None) -> None:
    assert (span, repair) in defects(document(FRAME.format(text)), kind)


@pytest.mark.parametrize(
    "text",
    [
        "“They will be able to leave,” Smith said. “We know it,” he added, and the U.S. commander of St. John agreed with him at 5 p.m. sharp.",
        "The ministers’ plan – a patrol of forty boats – is able and ready; Mr. Jones is willing to lead it, he said in Washington.",
        "“We begin now.\n\n“And we shall end it soon,” the commander said to the crews of the nine boats that were in the harbour.",
    ],
)
def test_sound_text_has_no_defects(text: str) -> None:
    kinds = {d.kind for d in document(FRAME.format(text)).defects}
    assert kinds <= {DefectKind.UNDATED}


def test_furniture_of_a_page_is_told() -> None:
    found = document(
        "Patrol sets sail at last — Analysis\n\n"
        + FRAME.split("\n\n", 1)[1].format("The boats of the joint patrol left the harbour in the early morning of the day.")
        + "\n\nShare this article on social media\n\nRelated Articles\n"
    )
    assert defects(found, DefectKind.LABEL_APPENDED) == [(" — Analysis", "")]
    assert {s for s, _ in defects(found, DefectKind.BOILERPLATE)} == {"Share this article on social media", "Related Articles"}
    assert found.title == "Patrol sets sail at last"


def test_caption_and_credit() -> None:
    found = document(FRAME.format("Boats of the patrol leave the harbour in the early morning of the first day.   © Reuters"))
    assert [s for s, _ in defects(found, DefectKind.PHOTO_CREDIT)] == ["© Reuters"]
    assert [z.kind for z in found.zones if z.kind is ZoneKind.CAPTION]


def test_paywall_stub() -> None:
    found = document(
        "Patrol sets sail\n\nThe boats of the joint patrol left the harbour in the early morning.\n\nSubscribe to continue reading\n"
    )
    assert defects(found, DefectKind.MISSING_BODY)


@pytest.mark.parametrize("day", ("February 30, 2022", "May 42, 2022", "31 April 2022", "31.02.2022"))
def test_days_that_no_calendar_has(day: str) -> None:
    text = f"Talks on fish\n\nThe minister said that the talks of {day} had gone well, and that the next were near.\n"
    told = [d for d in document(text).defects if d.kind is DefectKind.BROKEN_DATE]
    assert [(d.span.of(text), d.certain) for d in told] == [(day, True)]


def test_days_that_there_are() -> None:
    text = "Talks on fish\n\nThe talks of February 29, 2020, of 31.12.2022 and of May 2022 went well; in May 42 boats came back.\n"
    assert not any(d.kind is DefectKind.BROKEN_DATE for d in document(text).defects)


@pytest.mark.parametrize(("glued", "parted"), (("a“great", "a “great"), ("on.The", "on. The"), ("go.He", "go. He")))
def test_spaces_lost_beside_short_words(glued: str, parted: str) -> None:
    text = f"Talks on fish\n\nThe minister said that the talks had been good and would {glued} day” came at last.\n"
    assert parted in [d.repair for d in document(text).defects if d.kind is DefectKind.MISSING_SPACE]


def test_a_caption_whose_credit_touches_its_agency() -> None:
    text = f"Talks on fish\n\nMay 4, 2022\n\nFishing boats in the harbour of Mombasa, Kenya, on Monday. J. Otieno Roe/Reuters\n\n{FRAME.split('{}')[1].strip()}\n"
    parts = [(z.kind, z.span.of(text)) for z in document(text).zones]
    assert parts[2:4] == [
        (ZoneKind.CAPTION, "Fishing boats in the harbour of Mombasa, Kenya, on Monday."),
        (ZoneKind.CREDIT, "J. Otieno Roe/Reuters"),
    ]
