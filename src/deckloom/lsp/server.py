"""The server: which question of the protocol goes where. All work on a spec is done on two threads of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeAlias, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from deckloom import __version__
from deckloom.lsp import answers
from deckloom.lsp.document import Document
from deckloom.lsp.positions import Positions
from deckloom.values.diagnostics import Diagnostic

T = TypeVar("T")

_AtPosition: TypeAlias = types.CompletionParams | types.HoverParams | types.DefinitionParams

TYPING = 0.02
"""Seconds without a key before a text is read: what is typed faster is read once."""
PAUSE = 0.3
"""Seconds without a key after that before files are looked at and slides are laid out."""


class DeckServer(LanguageServer):
    """A language server that holds the open specs. The editor sends a text whole; it is small and read whole anyway."""

    def __init__(self) -> None:
        super().__init__("deckloom", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.documents: dict[str, Document] = {}
        self._work: dict[str, asyncio.Task[None]] = {}
        self._reading = ThreadPoolExecutor(1, "reading")
        self._checking = ThreadPoolExecutor(1, "checking")

    def positions(self, document: Document) -> Positions:
        """Converts places of the document as the editor counts them."""
        return Positions(document.lines, self.workspace.position_encoding or "utf-16")

    def diagnose(self, uri: str, wait: float) -> None:
        """Say what is wrong with a document once it has been left alone; what was begun for an older text ends."""
        before = self._work.pop(uri, None)
        if before:
            before.cancel()
        self._work[uri] = asyncio.get_running_loop().create_task(self._diagnose(uri, wait))

    def forget(self, uri: str) -> None:
        """The document was closed."""
        work = self._work.pop(uri, None)
        if work:
            work.cancel()
        self.documents.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _diagnose(self, uri: str, wait: float) -> None:
        document = self.documents[uri]
        await asyncio.sleep(wait)
        self._publish(uri, await self._on(self._reading, document.read))
        await asyncio.sleep(PAUSE)
        self._publish(uri, await self._on(self._checking, document.check))

    async def _on(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, work)

    def _publish(self, uri: str, found: tuple[Diagnostic, ...]) -> None:
        positions = self.positions(self.documents[uri])
        rows = [answers.diagnostic(one, positions) for one in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, rows))


def make_server() -> DeckServer:
    """A server that answers everything an editor asks about specs."""
    server = DeckServer()
    _follow(server)
    _answer(server)
    return server


def serve() -> None:
    """Serve one editor over stdin and stdout until it leaves."""
    make_server().start_io()


def _follow(server: DeckServer) -> None:
    """Keep up with what is open and what it says."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        name = uris.to_fs_path(uri) if uri.startswith("file:") else None
        server.documents[uri] = Document(params.text_document.text, Path(name) if name else None)
        server.diagnose(uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.documents[uri].change(params.content_changes[-1].text)
        server.diagnose(uri, TYPING)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.diagnose(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _answer(server: DeckServer) -> None:
    """Answer what an editor asks."""

    def at(params: _AtPosition) -> tuple[Document, int, int]:
        document = server.documents[params.text_document.uri]
        return document, params.position.line, server.positions(document).column(params.position)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "#", "/", "-"]))
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        document, line, column = at(params)
        return answers.completions(document, line, column, server.positions(document))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        document, line, column = at(params)
        said = document.hover(line, column)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said)) if said else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        document, line, column = at(params)
        span = document.target(line, column)
        return types.Location(params.text_document.uri, server.positions(document).range(span)) if span else None

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, lines = params.text_document.uri, params.range
        document = server.documents[uri]
        return answers.actions(document, uri, lines.start.line + 1, lines.end.line + 1, server.positions(document))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.documents[params.text_document.uri]
        return answers.outline(document.slides(), server.positions(document))
