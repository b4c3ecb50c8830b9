"""``deckloom schema``."""

import click

from deckloom.cli.streams import put
from deckloom.values.errors import Exit


@click.command(short_help="Print the JSON Schema of a deck.")
def schema() -> Exit:
    """Print the JSON Schema of the deck language, for editors that know YAML."""
    from deckloom.reference.schema import schema_text

    put(schema_text())
    return Exit.DONE
