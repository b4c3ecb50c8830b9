"""``deckloom lsp``."""

import click

from deckloom.values.errors import Exit, ToolMissing

NEEDED = frozenset({"pygls", "lsprotocol"})


@click.command(short_help="Serve an editor.")
def lsp() -> Exit:
    """Serve an editor over stdin and stdout with the language server protocol. The editor starts this by itself."""
    try:
        from deckloom.lsp.server import serve
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in NEEDED:
            raise
        raise ToolMissing("the language server needs pygls; install it with `pip install 'deckloom[lsp]'`") from None
    serve()
    return Exit.DONE
