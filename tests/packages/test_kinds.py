"""Every kind, built: its example, and its texts from short to as long as they may be, in the eyes of other readers."""

import pptx
import pytest

import deckloom
from deckloom.kinds import all_kinds
from tests.house.tree import ROOT

HEAD = "deckloom: 1\ntitle: Kinds\nname: Kinds\nsource: A source\noptions: {build: items, transition: fade}\nslides:\n"
LONG = "Retries, fallbacks and careful error handling, borrowed from distributed systems, tame unpredictable models. "

IMAGE = "{image: assets/state-of-ai-2024/2.jpg, alt: A line rises, caption: A caption}"

SPECS = {
    "code": """
- {kind: code, title: A line of code, code: x = 1, language: python}
- kind: code
  title: Code with lines to look at
  language: yaml
  highlight: [1, 3-4]
  code: |
    a: "a text that is long enough"

    b:
      - 1  # why
"""
    + "- kind: code\n  title: A slide full of code\n  language: python\n  code: |\n"
    + "    retry(3, 'of a call that may fail')  # wait\n" * 20,
    "flow": """
- {kind: flow, title: A flow is short, items: [A, B]}
- {kind: flow, title: A flow is long, items: ["**A** with more", "[b](https://example.org)", C, D, E, F, G, H]}
- kind: flow
  title: A flow goes back
  items: [A, B, C]
  links: [{from: A, to: B}, {from: B, to: C}, {from: C, to: A, label: again}, {from: A, to: C}]
""",
    "images": "".join(
        f"- {{kind: images, title: There are {count} pictures in a {layout}, layout: {layout}, "
        f"items: [{', '.join([IMAGE] * count)}]}}\n"
        for count in range(2, 7)
        for layout in ("row", "grid")
    ),
    "bullets": f"""
- {{kind: bullets, title: A picture stands beside, items: [A], {IMAGE[1:]}
- {{kind: bullets, title: A picture stands beside much text, items: ["LONG", "LONG"], {IMAGE[1:]}
""",
    "title": f"- {{kind: title, title: The cover has a picture, {IMAGE[1:].partition(', caption')[0]}}}\n",
    "points": """
- {kind: points, title: Two points are short, items: [A, B]}
- {kind: points, title: Three points are long, text: "LONG", items: ["**A** LONG", "**B** LONG", "**C** LONG"]}
- {kind: points, title: Four points are full, items: ["**A** LONGLONG", "**B** LONGLONG", "**C** LONG", "**D** x"]}
""",
    "cards": "".join(
        f"- {{kind: cards, title: There are {count} cards, items: [{', '.join(['Some **lead** here'] * count)}]}}\n"
        for count in range(2, 10)
    )
    + '- {kind: cards, title: Two cards are full, items: ["**A** LONG", "**B** LONG"]}\n',
    "quote": """
- {kind: quote, title: It works, by: A}
- {kind: quote, title: "LONG", by: "LONG"}
""",
    "change": """
- {kind: change, title: A short change, from: A, to: B}
- {kind: change, title: A long change, from: "LONG", to: {label: Now, text: "LONG"}, text: "LONG"}
""",
    "timeline": "".join(
        f"- {{kind: timeline, title: There are {count} steps, "
        f"items: [{', '.join(['{when: Mar 2027, lead: A longer lead, detail: And a detail}'] * count)}]}}\n"
        for count in range(3, 6)
    ),
}


def _build(slides: str, folder):
    """The deck of some slides; a spec in the root may name the project's pictures."""
    spec = folder / "kinds.yaml"
    spec.write_text(HEAD + slides.replace("LONG", LONG.strip()), encoding="utf-8")
    settings = deckloom.Settings(root=folder, allow_dirs=(ROOT,))
    built = deckloom.build(spec, folder / "kinds.pptx", settings)
    assert [str(one) for one in built.checked.diagnostics] == []
    return built.target


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    """All specs of this file, and each kind's example, in one deck."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "assets").symlink_to(ROOT / "assets")
    examples = "".join(kind.example for kind in all_kinds().values())
    return _build(examples + "".join(SPECS.values()), folder)


def test_openxml_audit_finds_nothing(deck, audit_findings):
    assert audit_findings(deck) == []


@pytest.mark.judge
def test_the_open_xml_sdk_finds_nothing(deck, sdk_findings):
    assert sdk_findings(deck) == []


@pytest.mark.render
def test_libreoffice_makes_a_page_of_each_slide(deck, soffice_pdf, pages):
    assert len(pages(soffice_pdf(deck))) == len(pptx.Presentation(str(deck)).slides)


def test_python_pptx_reads_a_title_on_each_slide_and_text_in_each_placeholder(deck):
    for slide in pptx.Presentation(str(deck)).slides:
        assert slide.shapes.title.text
        assert [one.name for one in slide.placeholders if one.has_text_frame and not one.text_frame.text] == []
