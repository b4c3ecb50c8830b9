import pytest

from deckloom.paint.relations import HYPERLINK, SLIDE, Relations
from deckloom.paint.text import Ink, paragraphs, run_style, solid_fill
from deckloom.values.errors import BrokenPromise
from deckloom.values.facts import LevelStyle
from deckloom.values.plan import Colour, RunLook
from deckloom.values.text import ACCENT, BOLD, CODE, ITALIC, STRIKE, Para, Run, rich

HANGING = LevelStyle(20, False, False, 100, 0, 0, 228_600, -228_600, "•")


def ink(**more) -> Ink:
    return Ink("en-GB", more.pop("relations", Relations()), more.pop("numbers", {}), **more)


def painted(*paras: Para, **more) -> str:
    return paragraphs(paras, ink(**more))


@pytest.mark.parametrize(
    ("marks", "style"),
    [
        (0, '<a:rPr lang="en-GB"/>'),
        (BOLD, '<a:rPr lang="en-GB" b="1"/>'),
        (ITALIC, '<a:rPr lang="en-GB" i="1"/>'),
        (STRIKE, '<a:rPr lang="en-GB" strike="sngStrike"/>'),
        (CODE, '<a:rPr lang="en-GB" noProof="1"><a:latin typeface="Courier New"/></a:rPr>'),
        (ACCENT, '<a:rPr lang="en-GB"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:rPr>'),
        (BOLD | ITALIC, '<a:rPr lang="en-GB" b="1" i="1"/>'),
    ],
)
def test_a_mark_is_an_attribute_or_an_element_of_the_run(marks, style):
    assert run_style(Run("x", marks), ink(accent=Colour("accent2"))) == style


def test_a_look_is_written_on_the_run_and_aligns_the_paragraph_to_the_left():
    look = RunLook(12, True, Colour("accent1"), 40)
    assert painted(Para(rich("Research")), look=look) == (
        '<a:p><a:pPr algn="l"/><a:r><a:rPr lang="en-GB" sz="1200" b="1" spc="40"><a:solidFill>'
        '<a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr><a:t>Research</a:t></a:r></a:p>'
    )


def test_a_look_that_is_not_bold_says_so_and_gives_way_to_a_bold_run():
    look = RunLook(10, False, Colour("tx2"))
    assert ' sz="1000" b="0">' in painted(Para(rich("x")), look=look)
    assert ' sz="1000" b="1">' in painted(Para(rich("x", BOLD)), look=look)


def test_a_link_is_one_relationship_however_often_it_is_written():
    relations = Relations()
    runs = (Run("a", 0, "https://x.org/?a=1&b=2"), Run("b", 0, "https://x.org/?a=1&b=2"), Run("c", 0, "mailto:a@b.c"))
    xml = painted(Para(runs), relations=relations)
    assert [xml.count(f'<a:hlinkClick r:id="rId{number}"/>') for number in (1, 2, 3)] == [2, 1, 0]
    assert f'Type="{HYPERLINK}" Target="https://x.org/?a=1&amp;b=2" TargetMode="External"' in relations.xml()


def test_a_jump_points_at_the_slide_with_the_id():
    relations = Relations()
    xml = painted(Para((Run("see", 0, "#gap"),)), relations=relations, numbers={"gap": 7})
    assert '<a:hlinkClick r:id="rId1" action="ppaction://hlinksldjump"/>' in xml
    assert f'Type="{SLIDE}" Target="slide7.xml"/>' in relations.xml()


def test_a_jump_to_no_slide_is_a_fault_of_ours():
    with pytest.raises(BrokenPromise, match="`gap`"):
        painted(Para((Run("see", 0, "#gap"),)))


def test_a_part_that_may_not_point_at_slides_keeps_the_letters_of_a_jump():
    assert painted(Para((Run("see", 0, "#gap"),)), numbers=None) == (
        '<a:p><a:r><a:rPr lang="en-GB"/><a:t>see</a:t></a:r></a:p>'
    )


@pytest.mark.parametrize(
    ("para", "style"),
    [
        (Para(rich("x"), 2), '<a:pPr lvl="2"/>'),
        (Para(rich("x"), 0, "none"), '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'),
        (Para(rich("x"), 0, "disc"), '<a:pPr><a:buFontTx/><a:buChar char="•"/></a:pPr>'),
        (
            Para(rich("x"), 0, "number"),
            '<a:pPr marL="228600" indent="-228600"><a:buFontTx/><a:buAutoNum type="arabicPeriod"/></a:pPr>',
        ),
        (
            Para(rich("x"), 1, "number", 3),
            '<a:pPr lvl="1" marL="228600" indent="-228600"><a:buFontTx/>'
            '<a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>',
        ),
        (
            Para(rich("x"), 0, "inherit", 1, 4),
            '<a:pPr><a:buClr><a:schemeClr val="accent4"/></a:buClr></a:pPr>',
        ),
    ],
)
def test_a_paragraph_says_how_it_differs_from_its_level(para, style):
    assert painted(para, levels=(HANGING,)).startswith(f"<a:p>{style}<a:r>")


def test_a_bullet_hangs_by_itself_where_the_level_has_none():
    flat = HANGING._replace(margin=0, indent=0, bullet=None)
    assert '<a:pPr lvl="1" marL="457200" indent="-228600">' in painted(Para(rich("x"), 1, "disc"), levels=(flat,))


def test_a_text_without_paragraphs_and_a_paragraph_without_letters_are_an_empty_paragraph():
    empty = '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    assert painted() == painted(Para(())) == painted(Para(rich(""))) == empty


def test_letters_that_mean_something_in_xml_are_escaped():
    assert '<a:t>R&amp;D &lt;b&gt; "q"</a:t>' in painted(Para(rich('R&D <b> "q"')))


def test_a_line_break_in_a_run_is_an_element():
    assert painted(Para(rich("a\nb", BOLD))) == (
        '<a:p><a:r><a:rPr lang="en-GB" b="1"/><a:t>a</a:t></a:r><a:br><a:rPr lang="en-GB" b="1"/></a:br>'
        '<a:r><a:rPr lang="en-GB" b="1"/><a:t>b</a:t></a:r></a:p>'
    )


def test_a_colour_is_a_role_of_the_theme_with_its_changes_in_order():
    assert solid_fill(Colour("bg2", 70, 30, 50)) == (
        '<a:solidFill><a:schemeClr val="bg2"><a:lumMod val="70000"/><a:lumOff val="30000"/><a:alpha val="50000"/>'
        "</a:schemeClr></a:solidFill>"
    )


def test_elements_of_a_run_stand_in_the_order_of_the_schema():
    style = run_style(Run("漢字 שלום", ACCENT | CODE, "https://x.org"), ink(accent=Colour("accent1")))
    places = [style.index(f"<a:{name} ") for name in ("schemeClr", "latin", "ea", "cs", "hlinkClick")]
    assert places == sorted(places)
