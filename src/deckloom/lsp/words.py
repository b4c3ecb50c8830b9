"""What the language says of a place: the fields it takes, and how a field or a kind is told."""

from deckloom.lsp.lines import ENTRY
from deckloom.reference.fields import FieldDoc, KindDoc, head_docs, kind_docs

SLIDES = FieldDoc("slides", "list of slides", True, "", "The slides, in order. Each begins with `- kind:`.", {})
KIND = "kind"


def fields_at(path: tuple[str, ...], kind: str | None) -> tuple[FieldDoc, ...]:
    """The fields of the mapping that a path leads to; on a slide without a known kind only ``kind``."""
    if not path:
        return (*head_docs(), SLIDES)
    if path[:2] == ("slides", ENTRY):
        known = kind_docs().get(kind or "")
        return _inside(known.fields if known else _only_kind(), path[2:])
    return () if path[0] == "slides" else _inside(head_docs(), path)


def _only_kind() -> tuple[FieldDoc, ...]:
    first = next(iter(kind_docs().values()))
    return tuple(one for one in first.fields if one.name == KIND)


def _inside(fields: tuple[FieldDoc, ...], path: tuple[str, ...]) -> tuple[FieldDoc, ...]:
    for step in path:
        if step != ENTRY:
            fields = next((one.inner for one in fields if one.name == step), ())
    return fields


def field_at(path: tuple[str, ...], kind: str | None, name: str) -> FieldDoc | None:
    """The field of this name there."""
    return next((one for one in fields_at(path, kind) if one.name == name), None)


def told_field(field: FieldDoc) -> str:
    """A field in Markdown."""
    facts = [field.type, *(["required"] if field.required else [])]
    facts += [f"default `{field.default}`"] if field.default else []
    return f"**{field.name}**: {', '.join(facts)}\n\n{field.description}".rstrip()


def told_kind(kind: KindDoc) -> str:
    """A kind in Markdown, with its example."""
    parts = (f"**{kind.name}**", kind.summary, kind.about, f"```yaml\n{kind.example.rstrip()}\n```")
    return "\n\n".join(part for part in parts if part)
