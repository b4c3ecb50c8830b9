"""``deckloom new``."""

import shlex
from pathlib import Path

import click

from deckloom.cli.options import PATH
from deckloom.cli.printable import clip, printable
from deckloom.cli.streams import put
from deckloom.values.errors import Exit


@click.command(short_help="Write a commented spec to begin with.")
@click.argument("spec", metavar="SPEC", type=PATH, required=False)
@click.option("--from", "starter", metavar="NAME", default="report", show_default=True, help="The starter to copy.")
@click.option("--list", "listed", is_flag=True, help="Print the starters, each with a sentence.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def new(spec: Path | None, starter: str, listed: bool, force: bool) -> Exit:
    """Write a commented spec to SPEC that builds as it stands, and can then be changed."""
    from deckloom.starters import starters, write_starter

    known = starters()
    if listed:
        put("".join(f"{name:<{max(map(len, known))}}  {says}\n" for name, says in known.items()))
        return Exit.DONE
    if spec is None:
        raise click.UsageError("Missing argument 'SPEC'.")
    if starter not in known:
        raise click.BadParameter(
            f"there is no starter `{clip(starter, 40)}`; there are {', '.join(known)}", param_hint="--from"
        )
    write_starter(starter, spec, force)
    put(f"{printable(str(spec))}: written; next: deckloom build {printable(shlex.quote(str(spec)))}\n")
    return Exit.DONE
