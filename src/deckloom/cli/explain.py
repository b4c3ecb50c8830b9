"""``deckloom explain``."""

import difflib

import click

from deckloom.cli.printable import clip, printable
from deckloom.cli.streams import put
from deckloom.values.codes import CODES
from deckloom.values.errors import Exit


@click.command(short_help="Say more about a diagnostic code.")
@click.argument("code")
def explain(code: str) -> Exit:
    """Print the page of CODE, a number such as DL201 or a name such as unknown-field: what it means, a bad and a good
    example, and why it matters."""
    from deckloom.explain import page, slug_of

    slug = slug_of(code)
    if slug is None:
        raise click.UsageError(f"`{clip(printable(code), 40)}` is not a code; {_nearest(code)}")
    put(page(slug))
    return Exit.DONE


def _nearest(code: str) -> str:
    near = difflib.get_close_matches(code.lower(), CODES, n=3)
    return f"did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else "docs/errors.md lists them all"
