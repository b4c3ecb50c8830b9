"""``deckloom lsp`` as an editor meets it: a process, spoken to over its pipes."""

import asyncio
import sys
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

SPEC = "deckloom: 1\ntitle: Größe 😀\nslides:\n  - kind: statement\n    title: One claim\n"


class Editor:
    """A client that collects what the server publishes."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

    async def codes(self) -> list[str]:
        found = await asyncio.wait_for(self.published.get(), 60)
        return [str(one.code) for one in found.diagnostics]

    def open(self, uri: str, text: str) -> None:
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, version: int, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        now = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(now, [whole]))


async def session(uri: str) -> None:
    editor = Editor()
    client = editor.client
    await client.start_io(sys.executable, "-m", "deckloom", "lsp")
    answer = await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    assert answer.server_info.name == "deckloom"
    assert answer.capabilities.completion_provider
    client.initialized(types.InitializedParams())
    here = types.TextDocumentIdentifier(uri)

    editor.open(uri, SPEC)
    assert await editor.codes() == []

    editor.change(uri, 2, SPEC + "    tex: A word\n  - kind: statemen\n")
    while (found := await editor.codes()) == []:  # the second look at the first text may still come in between
        pass
    assert found == ["DL201 unknown-field", "DL202 missing-field", "DL203 unknown-kind"]

    asked = types.CompletionParams(here, types.Position(6, 10))
    offers = await client.text_document_completion_async(asked)
    assert "statement" in [one.label for one in offers]
    assert offers[0].text_edit.range == types.Range(types.Position(6, 10), types.Position(6, 10))
    hover = await client.text_document_hover_async(types.HoverParams(here, types.Position(1, 2)))
    assert hover.contents.value.startswith("**title**")
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(here))
    assert [one.name for one in symbols] == ["1 One claim", "2 statemen"]
    assert symbols[1].detail == "statemen"

    client.text_document_did_close(types.DidCloseTextDocumentParams(here))
    while await editor.codes() != []:
        pass
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


def test_an_editor_is_answered_from_opening_to_closing(tmp_path: Path):
    asyncio.run(session((tmp_path / "talk.yaml").as_uri()))
