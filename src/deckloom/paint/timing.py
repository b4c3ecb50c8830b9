"""What appears at each click, as the timing tree that PowerPoint writes for its plainest effect, "Appear"."""

from collections.abc import Iterator, Sequence
from itertools import count

from deckloom.values.plan import Revealed

FADE = '<p:transition spd="med"><p:fade/></p:transition>'

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_CLICKS = "".join(
    f'<p:{name}CondLst><p:cond evt="{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:{name}CondLst>'
    for name, event in (("prev", "onPrev"), ("next", "onNext"))
)


def timing(clicks: Sequence[Sequence[Revealed]], shapes: Sequence[int]) -> str:
    """``p:timing``; ``shapes`` are the ids of the slide's items. Empty where nothing waits for a click."""
    if not clicks:
        return ""
    ids = count(3)
    steps = "".join(_step(step, shapes, ids) for step in clicks)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{steps}</p:childTnLst></p:cTn>{_CLICKS}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"<p:bldLst>{''.join(_builds(clicks, shapes))}</p:bldLst></p:timing>"
    )


def _step(step: Sequence[Revealed], shapes: Sequence[int], ids: Iterator[int]) -> str:
    """One click: what it shows, all at the same time."""
    outer, inner = next(ids), next(ids)
    effects = "".join(_effect(one, shapes[one.item], at == 0, ids) for at, one in enumerate(step))
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(shown: Revealed, shape: int, first: bool, ids: Iterator[int]) -> str:
    effect, behaviour = next(ids), next(ids)
    node = "clickEffect" if first else "withEffect"
    part = ""
    if shown.para is not None:
        part = f'<p:txEl><p:pRg st="{shown.para}" end="{shown.para}"/></p:txEl>'
    target = f'<p:spTgt spid="{shape}">{part}</p:spTgt>' if part else f'<p:spTgt spid="{shape}"/>'
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0"'
        f' nodeType="{node}">{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{behaviour}" dur="1" fill="hold">'
        f"{_AT_ONCE}</p:cTn><p:tgtEl>{target}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
        '</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


def _builds(clicks: Sequence[Sequence[Revealed]], shapes: Sequence[int]) -> Iterator[str]:
    """The list of the shapes that are built, each once."""
    whole = {one.item: one.para is None for step in clicks for one in step}
    for item, all_of_it in whole.items():
        yield f'<p:bldP spid="{shapes[item]}" grpId="0"/>' if all_of_it else _by_paragraphs(shapes[item])


def _by_paragraphs(shape: int) -> str:
    return f'<p:bldP spid="{shape}" grpId="0" build="p"/>'
