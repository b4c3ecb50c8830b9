"""How long the language server takes to answer a change in a large spec: ``python -m scripts.bench.lsp [SLIDES]``.

A real server is started and spoken to over its pipes. Each round changes a line in the middle of the spec and waits for
the diagnostics of that text. What is printed are the median and the worst of the rounds, the server's wait for more
typing included; and the same for the second answer, without the pause before it.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from deckloom.lsp.server import PAUSE

ROUNDS = 40
SLIDE = """\
  - kind: bullets
    title: Slide {at} says something that matters
    items:
      - The first point of **slide {at}**, in a line of its own
      - A second point with some more words in it
      - A third one
    notes: |
      What to say on this slide, in a sentence or two.
"""
FAULT = "    titel: This key is misspelt in round {round}\n"


def spec(slides: int, round: int) -> str:
    """A spec whose middle slide has a fault that tells the round."""
    rows = [SLIDE.format(at=at) for at in range(1, slides + 1)]
    rows[slides // 2] += FAULT.format(round=round)
    return "deckloom: 1\ntitle: A long deck\nsource: Own data\n" + f"author: Round {round}\nslides:\n" + "".join(rows)


class Talk:
    """A conversation with a server: texts go in, and each is answered twice."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.client = LanguageClient("bench", "1")
        self.answers: asyncio.Queue[None] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.answers.put_nowait(None)

    async def open(self, text: str) -> None:
        """Start the server and open the text; returns when all was said of it."""
        await self.client.start_io(sys.executable, "-m", "deckloom", "lsp")
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self.uri, "yaml", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.answers.get()
        await self.answers.get()

    async def change(self, version: int, text: str) -> tuple[float, float]:
        """The seconds from a change to its first answer, and from there to the second."""
        start = time.perf_counter()
        whole = types.TextDocumentContentChangeWholeDocument(text)
        now = types.VersionedTextDocumentIdentifier(uri=self.uri, version=version)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(now, [whole]))
        await self.answers.get()
        first = time.perf_counter()
        await self.answers.get()
        return first - start, time.perf_counter() - first

    async def close(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]


async def measure(slides: int) -> list[tuple[float, float]]:
    """The seconds to both answers of every change."""
    with tempfile.TemporaryDirectory() as folder:
        talk = Talk((Path(folder) / "talk.yaml").as_uri())
        await talk.open(spec(slides, 0))
        taken = [await talk.change(round, spec(slides, round)) for round in range(1, ROUNDS + 1)]
        await talk.close()
    return taken


def main(arguments: list[str]) -> None:
    """Measure, and print."""
    slides = int(arguments[0]) if arguments else 300
    first, second = zip(*asyncio.run(measure(slides)), strict=True)
    print(f"{slides} slides, {ROUNDS} changes")
    for name, taken in (("first answer", first), ("second answer", [one - PAUSE for one in second])):
        print(f"{name}: median {statistics.median(taken) * 1000:.0f} ms, worst {max(taken) * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
