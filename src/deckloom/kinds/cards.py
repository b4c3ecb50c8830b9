"""Two to nine things of equal weight, each on a card."""

from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from deckloom.slide.items import Lead, lead_paras, leads_reader, leads_schema
from deckloom.slide.kind import SlideKind, SlideSpec
from deckloom.values.composition import Composition, Context, Reveal, TextPart
from deckloom.values.text import Para

LEAST, MOST = 2, 9
WORDS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

Items = Annotated[
    tuple[Lead, ...], PlainValidator(leads_reader(LEAST, MOST)), WithJsonSchema(leads_schema(LEAST, MOST))
]


class CardsSlide(SlideSpec):
    """Cards name things; findings that are counted and taken away are `takeaways`."""

    kind: Literal["cards"]
    items: Items = Field(description="Two to nine cards, each a lead with or without detail.")


def compose(slide: CardsSlide, context: Context) -> tuple[Composition, ...]:
    """The layout of as many cards as there are items, all in letters of one size."""
    parts = [TextPart("title", (Para(slide.title),), (*context.path, "title"), "title")]
    for at, item in enumerate(slide.items):
        parts.append(TextPart(f"card-{at + 1}", lead_paras(item), (*context.path, "items", at), group="cards"))
    reveals = tuple((Reveal(f"card-{at}"),) for at in range(1, len(slide.items) + 1))
    return (Composition((f"{WORDS[len(slide.items) - LEAST]} Cards",), tuple(parts), reveals=reveals),)


KIND = SlideKind(
    name="cards",
    spec=CardsSlide,
    compose=compose,
    builds=True,
    example="""\
- kind: cards
  title: The predictions cover three fields
  items:
    - {lead: Copyright, detail: Courts decide what may be trained on.}
    - {lead: Regulation, detail: Rules arrive before they can be kept.}
    - Reasoning
""",
)
