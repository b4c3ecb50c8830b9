"""The JSON Schema takes what deckloom takes, as far as a schema can say it, and refuses what is plainly wrong."""

from textwrap import indent
from typing import ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator

from deckloom.kinds import all_kinds
from deckloom.reference.schema import deck_schema
from tests.house.tree import ROOT
from tests.support.specs import HEAD

SCHEMA = Draft7Validator(deck_schema())
TYPES = ("bool", "int", "float", "null")


class EditorYaml(yaml.SafeLoader):
    """YAML as editors read it: numbers, true, false and null have types, dates do not."""

    yaml_implicit_resolvers: ClassVar = {
        sign: [(tag, pattern) for tag, pattern in rows if tag.endswith(TYPES)]
        for sign, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def faults(text: str) -> list[str]:
    return [one.message for one in SCHEMA.iter_errors(yaml.load(text, EditorYaml))]


def test_the_schema_is_a_schema():
    Draft7Validator.check_schema(deck_schema())


@pytest.mark.parametrize("path", sorted(ROOT.glob("decks/*.yaml")), ids=lambda path: path.name)
def test_our_decks_pass(path):
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", all_kinds().values(), ids=all_kinds())
def test_the_example_of_every_kind_passes(kind):
    assert faults(HEAD + indent(kind.example, "  ")) == []


@pytest.mark.parametrize(
    "slide",
    [
        "{kind: statement, title: 2024}",
        "{kind: statement, title: 1.10}",
        "{kind: statement, title: true}",
        "{kind: statement, title: no}",
        "{kind: statement, title: 2024-10-10, hidden: true}",
        "{kind: bullets, title: T, items: [1, true, [0.5, deep]]}",
        '{kind: bullets, title: T, items: "- one"}',
        "{kind: takeaways, title: T, items: [1, {lead: 2, detail: 3}]}",
        "{kind: section, title: T, name: 7, divider: false}",
        "{kind: title}",
        "{kind: title, date: 2024-10-10}",
        "{kind: image, title: T, image: 1.png, alt: 7, focus: [0, 0.5], source: none}",
        "{kind: image, title: T, image: 1.png, alt: a, source: {name: 2024, url: https://example.org}}",
        "{kind: image, title: T, image: 1.png, alt: a, source: [A, {name: B}]}",
    ],
)
def test_what_users_write_passes(slide: str):
    assert faults(f"{HEAD}  - {slide}\n") == []


def test_a_date_and_numbers_in_the_head_pass():
    assert faults("deckloom: 1\ntitle: 2024\ndate: 2024-10-10\nauthor: 7\nslides: [{kind: title}]\n") == []


WRONG = [
    "",
    "slides: []",
    "deckloom: 1\nslides: [{kind: title}]",
    "deckloom: 1\ntitle: T",
    "title: T\nslides: [{kind: title}]",
    "deckloom: 2\ntitle: T\nslides: [{kind: title}]",
    "deckloom: 1\ntitle: T\nslides: []",
    "deckloom: 1\ntitle: T\nslides: {kind: title}",
    "deckloom: 1\ntitle: T\nslides: [text]",
    "deckloom: 1\ntitle: [T]\nslides: [{kind: title}]",
    "deckloom: 1\ntitle:\nslides: [{kind: title}]",
    "deckloom: 1\ntitle: T\ntemplate: ledger\nslides: [{kind: title}]",
    "deckloom: 1\ntitle: T\noptions: {progress: dots}\nslides: [{kind: title}]",
    "deckloom: 1\ntitle: T\noptions: {page_number: true}\nslides: [{kind: title}]",
    f"deckloom: 1\ntitle: T\nname: {'long' * 11}\nslides: [{{kind: title}}]",
    "deckloom: 1\ntitle: T\nsource: {url: https://example.org}\nslides: [{kind: title}]",
]
WRONG_SLIDES = [
    "{title: T}",
    "{kind: bulets, title: T, items: [a]}",
    "{kind: statement}",
    "{kind: statement, title: }",
    "{kind: statement, title: {a: b}}",
    "{kind: statement, title: T, notes: [a, b]}",
    "{kind: statement, title: T, content: X}",
    "{kind: statement, title: T, hidden: yes please}",
    "{kind: statement, title: T, source: {nam: X}}",
    "{kind: bullets, title: T}",
    "{kind: bullets, title: T, items: {a: b}}",
    "{kind: bullets, title: T, items: [a], layout: three}",
    "{kind: bullets, title: T, items: [a], numbered: 1}",
    "{kind: takeaways, title: T, items: [a]}",
    "{kind: takeaways, title: T, items: [{detail: D}, b]}",
    "{kind: takeaways, title: T, items: [{lead: L, text: D}, b]}",
    "{kind: image, title: T, alt: A}",
    "{kind: image, title: T, image: [a.png], alt: A}",
    "{kind: image, title: T, image: a.png, alt: A, fit: stretch}",
    "{kind: image, title: T, image: a.png, alt: A, focus: [2, 0]}",
    "{kind: image, title: T, image: a.png, alt: A, focus: [0.5]}",
    "{kind: image, title: T, image: a.png, alt: A, width: 3}",
]


@pytest.mark.parametrize("text", WRONG + [f"{HEAD}  - {slide}\n" for slide in WRONG_SLIDES])
def test_a_wrong_spec_is_refused(text: str):
    assert faults(text) != []


def test_fields_come_with_what_an_editor_shows():
    layout = deck_schema()["definitions"]["image"]["properties"]["layout"]
    assert layout["description"]
    assert layout["default"] == "auto"
    assert "framed" in layout["enum"]
    assert deck_schema()["definitions"]["image"]["properties"]["image"]["examples"] == ["assets/state-of-ai-2024/2.jpg"]


@pytest.mark.parametrize("kind", all_kinds())
def test_every_field_of_every_kind_is_described(kind: str):
    fields = deck_schema()["definitions"][kind]["properties"]
    assert [name for name, one in fields.items() if not one.get("description")] == []
