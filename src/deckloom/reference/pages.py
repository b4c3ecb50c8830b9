"""The reference of the deck language: one page for the deck, one for each kind of slide."""

from collections.abc import Iterable

from deckloom.reference.fields import FieldDoc, KindDoc, head_docs, kind_docs, shared_docs

MADE = "<!-- Made by `make regenerate` from the models; edits are overwritten. -->"

TYPES = {
    "text": "one paragraph; `**bold**`, `*italic*`, `` `code` ``, links, `~~struck~~` and `==accent==` are Markdown",
    "title": "the same, as a headline",
    "prose": "text; in a `|` block, a blank line begins a new paragraph",
    "notes": "Markdown: paragraphs, lists, links, bold, italic, code",
    "plain text": "text without marks",
    "path": "a file, relative to the spec, inside the root",
    "source": "a text, a mapping of `name` and `url`, a list of these, or `none`",
    "items": "a list of mappings or texts, or a `|` block with one Markdown list; a text is split at its bold start",
    "bullets": "a list of texts, where a list after a text is its next level; or a `|` block with one Markdown list",
}

TYPES_TOLD = frozenset({"source"})
"""Types whose own fields stand in the table of types already."""


def reference_pages() -> dict[str, str]:
    """Every page by its file name."""
    kinds = kind_docs()
    return {"README.md": _overview(kinds), **{f"{name}.md": _kind_page(kind) for name, kind in kinds.items()}}


def _overview(kinds: dict[str, KindDoc]) -> str:
    options = next(one for one in head_docs() if one.name == "options").inner
    rows = [f"| [`{one.name}`]({one.name}.md) | {_cell(one.summary)} |" for one in kinds.values()]
    return _page(
        MADE,
        "# The deck language, version 1",
        "A spec is a YAML file: some words about the deck, and a list of slides. Every text is shown as it is "
        "spelled: `no`, `1.10` and `2024-01-01` stay those letters. A key that is not named here is an error.",
        "## The deck",
        _table(head_docs(), ["| `slides` | list of slides | required | The slides, in order. |"]),
        "### `options`",
        _table(options),
        "## Every slide",
        _table(shared_docs()),
        "A `title` is left out only where a kind says so: there it has a default.",
        "## Kinds",
        "\n".join(("| Kind | What it is |", "| --- | --- |", *rows)),
        "## Types",
        "\n".join(("| Type | What is taken |", "| --- | --- |", *(f"| {name} | {text} |" for name, text in _types()))),
        "A text that holds `: ` or ` #`, or that begins with one of ``* & ! @ ` % [ { > | \" '``, needs quotes, or a "
        "`|` block.",
    )


def _types() -> Iterable[tuple[str, str]]:
    return ((name, text.replace("|", "\\|")) for name, text in TYPES.items())


def _kind_page(kind: KindDoc) -> str:
    own = {one.name for one in kind.own}
    parts = [
        MADE,
        f"# `{kind.name}`",
        kind.summary,
        kind.about,
        f"![A slide of kind {kind.name}](images/{kind.name}.webp)",
        "## Example",
        f"```yaml\n{kind.example.rstrip()}\n```",
    ]
    if own:
        parts += ["## Fields", _table(kind.own)]
    for one in kind.own:
        if one.inner and one.type not in TYPES_TOLD:
            parts += [f"### Inside `{one.name}`", _table(one.inner)]
    rest = [one for one in kind.fields if one.name not in own]
    parts += ["## Fields of every slide", _table(rest), "[All kinds](README.md#kinds), [types](README.md#types)"]
    return _page(*parts)


def _table(fields: Iterable[FieldDoc], more: Iterable[str] = ()) -> str:
    rows = [f"| `{one.name}` | {_cell(one.type)} | {_default(one)} | {_cell(one.description)} |" for one in fields]
    return "\n".join(("| Field | Type | Default | |", "| --- | --- | --- | --- |", *rows, *more))


def _default(field: FieldDoc) -> str:
    return "required" if field.required else f"`{field.default}`" if field.default else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
