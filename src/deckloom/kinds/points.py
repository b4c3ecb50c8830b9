"""Two to four points of equal weight side by side, with a paragraph above them if wanted."""

from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from deckloom.slide.fields import Prose
from deckloom.slide.items import Lead, lead_paras, leads_reader, leads_schema
from deckloom.slide.kind import SlideKind, SlideSpec, paras
from deckloom.values.composition import Composition, Context, Reveal, TextPart
from deckloom.values.text import Para

LEAST, MOST = 2, 4
WORDS = ("Two", "Three", "Four")

Items = Annotated[
    tuple[Lead, ...], PlainValidator(leads_reader(LEAST, MOST)), WithJsonSchema(leads_schema(LEAST, MOST))
]


class PointsSlide(SlideSpec):
    """The title makes the claim, the points carry it; none of them outranks the others."""

    kind: Literal["points"]
    items: Items = Field(description="Two to four points, each a lead with or without detail.")
    text: Prose | None = Field(None, description="What the points have in common; stands above them.")


def compose(slide: PointsSlide, context: Context) -> tuple[Composition, ...]:
    """A column for each point, beneath the text if there is one."""
    parts = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")]
    if slide.text:
        parts.append(TextPart("text", paras(slide.text), (*context.path, "text"), "fixed"))
    for at, item in enumerate(slide.items):
        parts.append(TextPart(f"point-{at + 1}", lead_paras(item), (*context.path, "items", at), group="points"))
    name = f"{WORDS[len(slide.items) - LEAST]} Points"
    reveals = tuple((Reveal(f"point-{at}"),) for at in range(1, len(slide.items) + 1))
    return (Composition((f"Lede and {name}" if slide.text else name,), tuple(parts), reveals=reveals),)


KIND = SlideKind(
    name="points",
    spec=PointsSlide,
    compose=compose,
    builds=True,
    example="""\
- kind: points
  title: AI engineering turns models into reliable systems
  text: The work of the year was less about models than about what stands around them.
  items:
    - {lead: A fault-first mindset, detail: "Retries, fallbacks and careful error handling."}
    - {lead: Specialised tools, detail: Serverless infrastructure such as Modal.}
    - {lead: A community, detail: People who build meet and share what works.}
""",
)
