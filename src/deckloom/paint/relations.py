"""The relationships of one part, numbered in the order in which they are first needed."""

from deckloom.paint.xml import HEAD, OFFICE_RELATIONS, attribute

SLIDE = f"{OFFICE_RELATIONS}/slide"
LAYOUT = f"{OFFICE_RELATIONS}/slideLayout"
MASTER = f"{OFFICE_RELATIONS}/slideMaster"
NOTES = f"{OFFICE_RELATIONS}/notesSlide"
NOTES_MASTER = f"{OFFICE_RELATIONS}/notesMaster"
HANDOUT_MASTER = f"{OFFICE_RELATIONS}/handoutMaster"
IMAGE = f"{OFFICE_RELATIONS}/image"
HYPERLINK = f"{OFFICE_RELATIONS}/hyperlink"
CHART_RELATION = f"{OFFICE_RELATIONS}/chart"
WORKBOOK_RELATION = f"{OFFICE_RELATIONS}/package"
THEME = f"{OFFICE_RELATIONS}/theme"

_OPEN = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_OUTSIDE = ' TargetMode="External"'


def target(part: str, up: str = "../") -> str:
    """The part's name as seen from a folder in ``ppt/``; from ``ppt/`` itself ``up`` is empty."""
    return up + part.removeprefix("ppt/") if part.startswith("ppt/") else f"/{part}"


class Relations:
    """The relationships that a part has gathered while it was painted; one for each distinct kind and target."""

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def id(self, kind: str, to: str) -> str:
        """The id of the relationship, such as ``rId3``; a new one when the part did not have it yet."""
        return self._ids.setdefault((kind, to), f"rId{len(self._ids) + 1}")

    def xml(self) -> str:
        """The relationships part. Of all kinds only hyperlinks leave the package."""
        entries = "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target="{attribute(to)}"{_OUTSIDE if kind == HYPERLINK else ""}/>'
            for (kind, to), name in self._ids.items()
        )
        return f"{_OPEN}{entries}</Relationships>"
