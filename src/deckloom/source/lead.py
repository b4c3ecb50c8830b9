"""An item that is one text: its bold start leads."""

import re

from deckloom.values.text import BOLD, CODE, RichText, Run


def split_lead(text: RichText) -> tuple[RichText, RichText | None]:
    """An item's lead, which is its bold start, and its detail; without a bold start all of it is the lead.

    The lead loses its bold mark and a closing ``,``, ``:`` or ``.``; the detail gains a capital.
    """
    bold = 0
    while bold < len(text) and text[bold].marks & BOLD:
        bold += 1
    if not bold:
        return text, None
    lead = _without_stop([run._replace(marks=run.marks & ~BOLD) for run in text[:bold]])
    rest = _with_capital(text[bold:])
    return lead, rest if any(run.text.strip() or run.link for run in rest) else None


def _without_stop(lead: list[Run]) -> RichText:
    last = lead[-1].text.rstrip()
    if last.endswith((",", ":", ".")) and not last.endswith(".."):
        last = last[:-1]
    return (*lead[:-1], lead[-1]._replace(text=last))


def _with_capital(detail: RichText) -> RichText:
    """The detail without the stop and space that set it apart, its first letter a capital unless it is code."""
    if not detail or detail[0].marks & CODE:
        return detail
    text = re.sub(r"^[,:.]?(?:\s+|$)", "", detail[0].text)
    if text:
        return (detail[0]._replace(text=text[0].upper() + text[1:]), *detail[1:])
    return _with_capital(detail[1:]) if detail[0].link is None else detail
