"""Whether a template makes a sound deck: asked of a deck without slides, before any slide is planned on it."""

from functools import lru_cache
from io import BytesIO

from deckloom.facts.store import PictureStore
from deckloom.facts.themes import THEME_PATH, is_file
from deckloom.paint.deck import paint_deck
from deckloom.values.diagnostics import Diagnostic, Outcome, error
from deckloom.values.facts import TemplateFacts
from deckloom.values.plan import DeckPlan, Properties
from deckloom.verify.check import verify_package

_SAID_MOST = 5


class _Once:
    """A template as the key of what is known of it: two of the same bytes and name are the same."""

    def __init__(self, template: TemplateFacts) -> None:
        self.template = template
        self._key = (template.digest, template.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def sound(theme: Outcome[TemplateFacts]) -> Outcome[TemplateFacts]:
    """The theme, unless some reader would not open what a deck takes over from it; then its first faults.

    Without this they would come to light in the finished deck only, and would seem to be ours. Bundled themes are
    sound, which tests see to.
    """
    if theme.value is None or not is_file(theme.value.name):
        return theme
    faults = _faults(_Once(theme.value))
    return Outcome(None, (*theme.diagnostics, *faults)) if faults else theme


@lru_cache(maxsize=4)
def _faults(once: _Once) -> tuple[Diagnostic, ...]:
    template = once.template
    plan = DeckPlan(template.page, (), (), Properties("", "", "", "en-US", "1980-01-01T00:00:00Z"), "en-US")
    out = BytesIO()
    try:
        with PictureStore() as store:
            paint_deck(plan, template, store, out)
    except Exception as problem:  # the plan is empty, so only the template can be the reason
        return (_fault(template, f"{type(problem).__name__}: {problem}"),)
    broken = [one for one in verify_package(out) if one.level != "risk"]
    return tuple(_fault(template, f"{one.part}: {one.message}") for one in broken[:_SAID_MOST])


def _fault(template: TemplateFacts, what: str) -> Diagnostic:
    hint = "open it in PowerPoint and save it again"
    return error("template-unreadable", f"`{template.name}` is damaged ({what})", THEME_PATH, hint)
