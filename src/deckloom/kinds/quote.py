"""One sentence that somebody said, and who."""

from typing import Literal

from pydantic import Field

from deckloom.slide.fields import Text
from deckloom.slide.kind import Checking, SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, TextPart
from deckloom.values.diagnostics import Diagnostic, error
from deckloom.values.text import Para, Run, plain

MARKS = "\"'“”„‟«»‹›‘’‚‛"


class QuoteSlide(SlideSpec):
    """The title is the sentence as it was said; the quotation marks of the deck's language are put around it."""

    kind: Literal["quote"]
    by: Text = Field(description="Who said it, and where.")


def compose(slide: QuoteSlide, context: Context) -> tuple[Composition, ...]:
    """The sentence in quotation marks, its author beneath."""
    before, _, after = context.words["quote"].partition("{text}")
    quoted = Para((Run(before), *slide.title, Run(after)))
    parts = (
        TextPart("title", (quoted,), (*context.path, "title"), "quote"),
        TextPart("text", (Para(slide.by),), (*context.path, "by"), "fixed"),
    )
    return (Composition(("Quote", "Title Only"), parts),)


def unquoted_rule(slide: QuoteSlide, checking: Checking) -> tuple[Diagnostic, ...]:
    """The title brings no quotation marks of its own."""
    text = plain(slide.title)
    if not (text[0] in MARKS and text[-1] in MARKS):
        return ()
    message = "the title of a `quote` slide is written without quotation marks"
    return (error("bad-value", message, (*checking.path, "title"), "delete them; the deck's language adds its own"),)


KIND = SlideKind(
    name="quote",
    spec=QuoteSlide,
    compose=compose,
    rules=(unquoted_rule,),
    example="""\
- kind: quote
  title: I stopped dreading the month end
  by: Controller, pilot customer
""",
)
