"""A program, or a piece of one, as text in the colours of the theme."""

import re
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema

from deckloom.slide.fields import Fault, FilePath, Plain, read_verbatim
from deckloom.slide.kind import Checking, SlideKind, SlideSpec
from deckloom.source.highlight import highlighted, language_of, languages
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.spelling import did_you_mean
from deckloom.values.text import BOLD, CODE, QUIET, Para, RichText

TAB = 4
_ONE_LINE = [{"type": "string"}, {"type": "integer"}]
_LINES = re.compile(r"([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?")


def _read_lines(value: object, info: ValidationInfo) -> tuple[int, ...]:
    """Line numbers from 1, in order: one, a range, or a list of such."""
    found: set[int] = set()
    for one in value if isinstance(value, list) else [value]:
        match = _LINES.fullmatch(one.strip()) if isinstance(one, str) else None
        if match is None:
            raise Fault("bad-value", "`highlight` takes line numbers", "write 4, 3-5, or a list of such")
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return tuple(sorted(found))


Lines = Annotated[
    tuple[int, ...],
    PlainValidator(_read_lines),
    WithJsonSchema({"anyOf": [*_ONE_LINE, {"type": "array", "items": {"anyOf": _ONE_LINE}}], "x-type": "line numbers"}),
]
Code = Annotated[str, PlainValidator(read_verbatim), WithJsonSchema({"type": "string"})]


class CodeSlide(SlideSpec):
    """Write it as a `|` block, which keeps every character. Lines are not broken; about 20 of 90 characters fit."""

    kind: Literal["code"]
    code: Code | None = Field(None, description="The program's text.")
    file: FilePath | None = Field(None, description="A file that holds it, instead of `code`.")
    language: Plain | None = Field(None, description="Its language: python, yaml, sql; default: by the file's name.")
    highlight: Lines | None = Field(None, description="The lines to look at: 4, 3-5, or a list; the others step back.")


def compose(slide: CodeSlide, context: Context) -> tuple[Composition, ...]:
    """The program's lines on a panel, each a paragraph."""
    text = slide.code or context.files.get(slide.file or "") or slide.file or ""
    language = slide.language or (language_of(slide.file) if slide.file else None)
    lines = highlighted(text.strip("\n").expandtabs(TAB), language)
    if slide.highlight:
        lines = tuple(_seen(line, number in slide.highlight) for number, line in enumerate(lines, 1))
    path = (*context.path, "file" if slide.file else "code")
    parts = (
        TextPart("title", (Para(slide.title),), (*context.path, "title"), "title"),
        TextPart("code", tuple(map(Para, lines)), path, "code"),
    )
    return (Composition(("Code",), parts),)


def _seen(line: RichText, looked_at: bool) -> RichText:
    """A line to look at is bold in its colours, another one is plain and quiet."""
    return tuple(run._replace(marks=run.marks | BOLD if looked_at else CODE | QUIET) for run in line)


def code_rule(slide: CodeSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """Either code or a file, in a language that is known, with lines that are there."""
    found: list[Diagnostic] = []
    if (slide.code is None) == (slide.file is None):
        both = slide.code is not None
        message = "a `code` slide has `code` or `file`, not both" if both else "a `code` slide needs `code` or `file`"
        hint = "delete one of them" if both else "add `code: |`"
        path = (*checking.path, "file") if both else checking.path
        found.append(error("bad-value" if both else "missing-field", message, path, hint))
    if slide.language and slide.language.lower() not in languages():
        hint = did_you_mean(slide.language.lower(), languages(), "languages")
        path = (*checking.path, "language")
        found.append(error("bad-value", f"`{slide.language}` is not a language that can be coloured", path, hint))
    lines = len(slide.code.strip("\n").split("\n")) if slide.code else 0
    if lines and slide.highlight and slide.highlight[-1] > lines:
        message = f"there is no line {slide.highlight[-1]}, the code has {lines}"
        found.append(error("bad-value", message, (*checking.path, "highlight"), "count the lines from 1"))
    return tuple(found)


KIND = SlideKind(
    name="code",
    spec=CodeSlide,
    compose=compose,
    rules=(code_rule,),
    example="""\
- kind: code
  title: One call closes the books
  language: python
  highlight: 4
  code: |
    from ledger import books

    # "|" keeps every character
    books.close(quarter=3, dry_run=False)
""",
)
