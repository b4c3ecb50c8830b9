"""Which parts of a template a deck takes over: what its masters need. Its own slides stay behind, and with them
everything that only they use."""

from dataclasses import dataclass, field

from deckloom.facts.intake import Link, Package, Refused, damaged, rels_name

FIRST = ("slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "viewProps", "tableStyles")
SETTINGS = frozenset({"presProps", "viewProps", "tableStyles"})
SLIDES = frozenset({"slide", "notesSlide"})
ACTIVE = {
    "oleObject": "an embedded object",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "vbaProject": "macros",
    "attachedToolbars": "toolbars",
}
SAFE_ADDRESSES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Kept:
    """Names of the parts to take over in the order they were reached, and the links to sample slides to cut."""

    names: list[str] = field(default_factory=list)
    jumps: dict[str, frozenset[str]] = field(default_factory=dict)


def kept(package: Package, main: str) -> Kept:
    """What the presentation part ``main`` needs besides slides. Raises Refused for active or outside content in it."""
    found = Kept()
    waiting = [link for link in package.links(main) if link.kind in FIRST]
    seen: set[str] = set()
    while waiting:
        link = waiting.pop(0)
        if link.target in seen:
            continue
        seen.add(link.target)
        links = package.links(link.target)
        if link.kind in SETTINGS and links:
            continue  # it points at sample slides; the deck gets an empty one
        _judge_part(package, main, link)
        found.names.append(link.target)
        jumps = frozenset(one.id for one in links if one.kind in SLIDES)
        if jumps:
            found.jumps[link.target] = jumps
        waiting += [one for one in links if _followed(one, link.target)]
    return found


def _judge_part(package: Package, source: str, link: Link) -> None:
    if link.external:
        raise Refused(f"keeps a part of itself in another file, `{link.target}`")
    if link.target not in package.parts:
        raise damaged(f"{source} needs {link.target}, which is missing")
    if not package.type_of(link.target):
        raise damaged(f"{link.target} has no content type")


def _followed(link: Link, source: str) -> bool:
    """Whether the part at the link's end comes along. Raises Refused for what no deck may hold."""
    if link.kind in ACTIVE:
        raise Refused(f"holds {ACTIVE[link.kind]} (in {source})", "delete it in PowerPoint and save the template again")
    if link.external:
        if link.kind != "hyperlink" or not link.target.lower().startswith(SAFE_ADDRESSES):
            raise Refused(
                f"links to something outside itself, `{link.target}` (in {source})",
                "embed it, or delete it in PowerPoint, and save the template again",
            )
        return False
    return link.kind not in SLIDES


def left_behind(package: Package, found: Kept) -> bool:
    """Whether parts that stay behind hold active content or use files outside, which the author should know."""
    names = {rels_name(name): name for name in package.parts}
    dropped = [names[rels] for rels in package.parts if rels in names and names[rels] not in found.names]
    return any(
        link.kind in ACTIVE or (link.external and link.kind != "hyperlink")
        for name in dropped
        for link in package.links(name)
    )
