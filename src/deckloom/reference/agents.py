"""The deck language on one page that fits into a prompt."""

from collections.abc import Iterable

from deckloom.reference.fields import FieldDoc, KindDoc, field_docs, head_docs, kind_docs, model_schema, shared_docs
from deckloom.reference.pages import MADE, TYPES_TOLD
from deckloom.slide.kind import PictureFields

WORDS_MOST = 1_500

RULES = """\
A deck is one YAML file. `deckloom check talk.yaml --format json` lists every fault with its place and, where it can,
the edit that mends it; `deckloom build talk.yaml` writes talk.pptx. `deckloom explain CODE` says more about a fault.

Rules:

- Write `kind` on every slide. A key that is not listed here is an error; there are no aliases.
- A title is one sentence that makes a claim, at most two lines. One idea a slide; keep bullets to one line.
- Texts are shown as spelled. Quote a text that holds `: ` or ` #`, or begins with one of ``* & ! @ ` % [ { > | " '``;
  or write it as a `|` block. An empty value is an error: delete the key.
- Inline Markdown in texts: `**bold**`, `*italic*`, `` `code` ``, `[text](https://...)`, `~~struck~~`, `==accent==`;
  `[text](#id)` jumps to a slide. No headings, HTML or pictures.
- `items` is a YAML list, or a `|` block with one Markdown list. An item `**Lead,** detail` is split at its bold start.
- Paths are relative to the spec and stay inside its folder. Every picture has `alt`, or `decorative: true`.
- No field sets a size, colour, font or position; the theme decides. `layout` is `auto` unless there is a reason.
- Facts have a `source`, on the slide or for the whole deck. `notes` hold what to say, in Markdown.
"""

HEAD = """\
```yaml
deckloom: 1
title: "State of AI 2024: what changed"
author: Ada Example
date: 2024-10-10
source: {name: State of AI Report 2024, url: "https://www.stateof.ai/"}
slides:
  - kind: title
  # the slides below, each indented by two spaces
```"""


def agents_page() -> str:
    """The page, as it is committed."""
    parts = [
        MADE,
        "# The deckloom language, version 1",
        RULES.rstrip(),
        "`!` marks what is required, `()` the words a field takes, `{}` the fields inside it or its entries.",
        "## Deck",
        f"{_fields(head_docs())} `slides`!",
        HEAD,
        "## Slides",
        f"Every slide: {_fields(shared_docs())}. Below, only what a kind adds.",
        f"A *picture* is {' '.join(map(_field, field_docs(model_schema(PictureFields))))}.",
        *map(_kind, kind_docs().values()),
    ]
    return "\n\n".join(parts) + "\n"


def _kind(kind: KindDoc) -> str:
    own = f"\n{_fields(kind.own)}" if kind.own else ""
    return f"### {kind.name}\n\n{kind.summary}{own}\n\n```yaml\n{kind.example.rstrip()}\n```"


def _fields(fields: Iterable[FieldDoc]) -> str:
    """The fields in a row; those of a picture are told once and named together."""
    fields = list(fields)
    if not PictureFields.model_fields.keys() <= {one.name for one in fields}:
        return " ".join(map(_field, fields))
    must = next(one.required for one in fields if one.name == "image")
    rest = [_field(one) for one in fields if one.name not in PictureFields.model_fields]
    return " ".join((f"*picture*{'!' * must}", *rest))


def _field(field: FieldDoc) -> str:
    words = f"({'|'.join(field.words)})" if field.words else "(true|false)" if field.type == "true or false" else ""
    inner = f"{{{_fields(field.inner)}}}" if field.inner and field.type not in TYPES_TOLD else ""
    return f"`{field.name}`{'!' * field.required}{words}{inner}"
