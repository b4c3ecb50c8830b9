"""Which section every slide stands in."""

from collections.abc import Iterable, Sequence

from deckloom.kinds.section import SectionSlide
from deckloom.spec.deck import NAME_MOST, Entry
from deckloom.values.composition import SectionInfo
from deckloom.values.diagnostics import Diagnostic, error, warning
from deckloom.values.plan import SectionPlan
from deckloom.values.text import plain

ACCENTS = 6


def find_sections(entries: Sequence[Entry]) -> tuple[list[SectionInfo | None], list[Diagnostic]]:
    """The section of every slide in order, None before the first; with what is wrong with their names."""
    current: SectionInfo | None = None
    found: list[SectionInfo | None] = []
    findings: list[Diagnostic] = []
    main = appendices = 0
    for entry in entries:
        if isinstance(entry.spec, SectionSlide):
            spec = entry.spec
            sign = chr(ord("A") + appendices % 26) if spec.appendix else str(main + 1)
            current = SectionInfo(
                main + appendices,
                sign,
                _name(spec, entry.position, findings),
                (main + appendices) % ACCENTS + 1,
                entry.id,
                spec.title,
                spec.appendix,
                spec.divider,
                spec.hidden,
            )
            appendices += spec.appendix
            main += not spec.appendix
        found.append(current)
    return found, findings


def _name(spec: SectionSlide, position: int, findings: list[Diagnostic]) -> str:
    name, path = spec.name or plain(spec.title), ("slides", position, "name")
    if len(name) <= NAME_MOST:
        return name
    if spec.name:
        message = f"the section's name has {len(name)} characters, at most {NAME_MOST} fit"
        findings.append(error("name-too-long", message, path))
    else:
        hint = "give the section a short `name`"
        findings.append(
            warning("name-cut", f"the section's name is its title, cut to {NAME_MOST} characters", path, hint)
        )
    return cut_name(name)


def cut_name(name: str, most: int = NAME_MOST) -> str:
    """The name cut at a word, with an ellipsis, if it is longer."""
    if len(name) <= most:
        return name
    kept = name[: most - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:-") + "…"


def section_plans(starts: Iterable[tuple[int, str]], count: int, first: str) -> tuple[SectionPlan, ...]:
    """The sections of a slide sorter: unique names over all slides; none for a deck without sections.

    ``starts`` holds the first slide and the name of each section; slides before them stand under ``first``.
    """
    rows = list(starts)
    if not rows:
        return ()
    if rows[0][0] > 0:
        rows.insert(0, (0, first))
    ends = [start for start, _ in rows[1:]] + [count]
    taken: dict[str, int] = {}
    return tuple(SectionPlan(_unique(name, taken), start, end) for (start, name), end in zip(rows, ends, strict=True))


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else f"{name} ({taken[name]})"
