"""Text that is too long for its slide ends in a handsome slide, in a split, or in a fault that names the line."""

from itertools import cycle, islice

import pytest
from PIL import Image

from deckloom import api
from deckloom.facts import shaping
from deckloom.values.plan import PictureItem, TextItem
from deckloom.values.text import plain, plain_paras

TEXT = """frontier labs drew level over the year as the gap between the best models closed and the price of a token fell
    by more than half while enterprises moved from pilots to contracts"""
TAKEAWAYS = (109, 136, 164, 192, 220, 247, 275, 303)


def words(length):
    """Words of so many characters, the last one filled up."""
    text = " ".join(islice(cycle(TEXT.split()), length))[:length]
    return text[:-1].rstrip() + "e" * (length - len(text[:-1].rstrip()))


@pytest.fixture
def checked(tmp_path):
    """What comes of slides written as YAML, which begin in line 4."""

    def check(slides, options=""):
        Image.new("L", (1600, 900)).save(tmp_path / "side.png")
        Image.new("L", (2400, 900)).save(tmp_path / "wide.png")
        head = f"deckloom: 1\ntitle: A deck\n{options}source: A report\nslides:\n"
        (tmp_path / "deck.yaml").write_text(head + slides, encoding="utf-8")
        return api.check(tmp_path / "deck.yaml")

    return check


def bullets(lengths, title="A claim", more=""):
    items = "".join(f"      - {words(length)}\n" for length in lengths)
    return f"  - kind: bullets\n    title: {title}\n{more}    items:\n{items}"


def told(checked):
    return [f"{one.span.line}:{one.span.column} {one.slug}: {one.message}" for one in checked.diagnostics]


def texts(slide, role):
    return [item for item in slide.items if isinstance(item, TextItem) and item.slot.role.startswith(role)]


def titles(checked):
    return [slide.title for slide in checked.plan.slides]


def sizes(checked):
    """The first-level sizes of all bullets of the deck."""
    found = set()
    for slide in checked.plan.slides:
        for item in texts(slide, "content"):
            found.add(item.steps[0].size if item.steps else item.slot.levels[0].size)
    return found


def test_eight_long_bullets_go_on_with_notes_and_id_on_the_first(checked):
    done = checked(bullets(TAKEAWAYS, more="    id: eight\n    notes: Say it.\n"))
    assert told(done) == []
    assert titles(done) == ["A claim (1 of 3)", "A claim (2 of 3)", "A claim (3 of 3)"]
    assert [slide.id for slide in done.plan.slides] == ["eight", "eight-2", "eight-3"]
    assert [plain(slide.notes[0].runs) for slide in done.plan.slides] == [
        "Say it.",
        *["Notes are on slide 1"] * 2,
    ]
    assert sum(len(item.paras) for slide in done.plan.slides for item in texts(slide, "content")) == 8


@pytest.mark.parametrize(
    ("lead", "layouts"),
    [
        ("**A lead of five words:** ", {"Key Takeaways - Two High Rows"}),
        ("", {"Key Takeaways - Three Rows", "Key Takeaways - Two Rows"}),
    ],
)
def test_eight_long_takeaways_get_higher_rows(checked, lead, layouts):
    items = "".join(f'      - "{lead}{words(length - len(lead))}"\n' for length in TAKEAWAYS)
    done = checked(f"  - kind: takeaways\n    title: Eight findings\n    items:\n{items}")
    assert told(done) == []
    assert {slide.layout_name for slide in done.plan.slides} == layouts


def test_takeaways_that_may_not_be_split_further_name_the_line(checked):
    items = "".join(f'      - "**A lead:** {words(length)}"\n' for length in TAKEAWAYS)
    done = checked(f"  - kind: takeaways\n    title: Eight findings\n    overflow: error\n    items:\n{items}")
    assert [row.split(": needs")[0] for row in told(done)] == [f"{line}:9 text-too-long" for line in (13, 14, 15, 16)]


def test_all_bullets_of_a_deck_share_a_size(checked):
    short, most = bullets([20] * 3), bullets([190] * 6)
    assert sizes(checked(short + bullets([150] * 6) + short)) == {20}  # the long one stands in two columns
    done = checked(most + most + short)
    assert sizes(done) == {18}
    assert {one.slug for one in done.diagnostics} == {"duplicate-title"}
    assert titles(checked(short * 2 + most)) == ["A claim", "A claim", "A claim (1 of 2)", "A claim (2 of 2)"]


def test_a_slide_may_shrink_with_a_warning(checked):
    done = checked(bullets([20] * 3) * 2 + bullets([190] * 6, more="    overflow: shrink\n"))
    assert sizes(done) == {18, 20}
    assert [row.split(": ")[1] for row in told(done) if "title" not in row] == [
        "the items fits at 18 pt only; on the slides like it the size is 20"
    ]


def test_a_slide_that_may_not_be_split_says_what_is_too_much(checked):
    text = bullets(TAKEAWAYS)
    message = "needs 14 lines at 18 pt, the box holds 13; cut about 45 characters or set overflow: split"
    assert told(checked(text, "options: {overflow: error}\n"))[0] == f"9:7 text-too-long: {message}"


@pytest.mark.parametrize(("count", "pages"), [(7, 1), (12, 1), (14, 1), (15, 2), (30, 3)])
def test_more_than_fourteen_bullets_are_split(checked, count, pages):
    done = checked(bullets([25] * count, more="    numbered: true\n"))
    assert len(done.plan.slides) == pages
    starts = [item.paras[0].start for slide in done.plan.slides for item in texts(slide, "content")]
    counts = [len(item.paras) for slide in done.plan.slides for item in texts(slide, "content")]
    assert sum(counts) == count
    assert starts == [1 + sum(counts[:at]) for at in range(len(counts))]


def test_children_stay_with_their_bullet(checked):
    items = "".join(f"      - {words(60)}\n      - [{words(60)}, {words(60)}]\n" for _ in range(7))
    done = checked(f"  - kind: bullets\n    title: A claim\n    items:\n{items}")
    assert len(done.plan.slides) > 1
    assert all(item.paras[0].level == 0 for slide in done.plan.slides for item in texts(slide, "content"))


def test_a_bullet_higher_than_a_slide_is_named(checked):
    found = told(checked(bullets([60, 60, 2000, 60, 60])))
    assert len(found) == 1
    assert "text-too-long: from item 3 on: needs" in found[0]


def test_one_bullet_is_a_paragraph(checked):
    (item,) = texts(checked(bullets([60])).plan.slides[0], "content")
    assert (item.paras[0].bullet, item.steps[0].size) == ("none", 22)


def caption(picture, text, more=""):
    fields = f"image: {picture}.png\n    alt: A grey field\n{more}    caption: {text}\n"
    return f"  - kind: image\n    title: A claim\n    {fields}"


@pytest.mark.parametrize("picture", ["side", "wide"])
def test_a_caption_of_320_characters_fits(checked, picture):
    done = checked(caption(picture, words(320)))
    assert told(done) == []
    (text,) = texts(done.plan.slides[0], "caption")
    (shown,) = [item for item in done.plan.slides[0].items if isinstance(item, PictureItem)]
    assert shown.box.right <= text.box.x or text.box.right <= shown.box.x or shown.box.bottom < text.box.y


def test_a_picture_over_a_short_caption_takes_its_room(checked):
    boxes = []
    for text in (words(60), words(320)):
        slide = checked(caption("wide", text)).plan.slides[0]
        boxes += [item.box for item in slide.items if isinstance(item, PictureItem)]
    assert boxes[0].h > boxes[1].h
    assert boxes[0].y == boxes[1].y


def test_the_end_of_a_caption_goes_to_the_notes(checked):
    text = f"First sentence. {words(300)}. {words(400)}."
    done = checked(caption("side", text))
    (shown,) = texts(done.plan.slides[0], "caption")
    assert plain_paras(shown.paras) == text[:317]
    assert plain_paras(done.plan.slides[0].notes) == text
    assert any(row.place.endswith("notes (the layout has no room for it)") for row in done.ledger)
    assert [row.split(": ")[0].split()[1] for row in told(done)] == ["caption-small"]
    assert [row.split(": ")[0].split()[1] for row in told(checked(caption("side", text, "    overflow: error\n")))] == [
        "text-too-long"
    ]


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            bullets([30, 30], title=words(200)),
            "6:12 title-long: the title needs 3 lines at 22 pt; two lines read better",
        ),
        (bullets([30, 30], title=words(330)), "6:12 title-too-long: the title needs 5 lines at 22 pt, 3 are the most"),
        (
            caption("side", "Donaudampfschifffahrtskapitänspatentamts"),
            "9:14 word-too-wide: the word `Donaudampfschifffahrtskapitänspatentamts` is wider than its line at 16 pt",
        ),
        (
            caption("side", "https://example.org/reports/2024/state/of/the/industry/page1"),
            "9:14 word-too-wide: the word `https://example.org/reports/2024/state/of/the/industry/page1` is wider",
        ),
    ],
)
def test_what_cannot_be_set_well_is_named_with_its_line(checked, slides, expected):
    assert [row[: len(expected)] for row in told(checked(slides))] == [expected]


def test_long_words_have_room_in_bullets(checked):
    items = "[Donaudampfschifffahrtskapitänspatentamts, 'https://example.org/reports/2024/state/of/the/industry/page1']"
    assert told(checked(f"  - kind: bullets\n    title: A claim\n    items: {items}\n")) == []


def test_the_fit_of_every_text_agrees_with_the_plan(checked):
    slides = bullets(TAKEAWAYS, title=words(150)) + caption("wide", words(320)) + bullets([30] * 16) + bullets([60])
    done = checked(slides + bullets([20], title="כותרת אחת בעברית"))
    planned = [item for slide in done.plan.slides for item in slide.items if isinstance(item, TextItem)]
    assert [row.lines for row in done.fit] == [item.lines for item in planned]
    assert all(row.slack >= 0 for row in done.fit)
    assert {row.certainty for row in done.fit} == {"known"}


@pytest.mark.parametrize(
    ("title", "certainty"),
    [
        ("Größe, Ελλάδα, модель – 12 %", "known"),
        ("業績は好調です。", "known"),
        ("실적이 좋았다", "estimated"),
        ("業績 in Q3", "estimated"),
        ("Done 🎉", "estimated"),
        ("हिन्दी", "estimated"),
    ],
)
def test_a_text_with_letters_of_unknown_width_is_estimated(checked, title, certainty):
    assert checked(bullets([20, 20], title=title)).fit[0].certainty == certainty


def test_arabic_without_a_shaper_is_a_warning(checked, monkeypatch):
    text = bullets([20, 20], title="ارتفعت الإيرادات بنسبة كبيرة")
    monkeypatch.setattr(shaping, "NEEDED", ("no_such_module",))
    assert [one.slug for one in checked(text, "lang: ar\n").diagnostics] == ["font-unknown"]
