"""What a document says, in the words of the protocol."""

from lsprotocol import types

from deckloom.lsp.document import Document
from deckloom.lsp.positions import Positions
from deckloom.lsp.slides import SlideEntry
from deckloom.values.diagnostics import Diagnostic

SEVERITIES = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}
SORTS = {
    "field": types.CompletionItemKind.Field,
    "kind": types.CompletionItemKind.Class,
    "word": types.CompletionItemKind.EnumMember,
    "id": types.CompletionItemKind.Reference,
    "theme": types.CompletionItemKind.Color,
    "file": types.CompletionItemKind.File,
    "folder": types.CompletionItemKind.Folder,
}


def diagnostic(one: Diagnostic, positions: Positions) -> types.Diagnostic:
    """A diagnostic with its hints; one without a place stands at the top."""
    top = types.Position(0, 0)
    return types.Diagnostic(
        range=positions.range(one.span) if one.span else types.Range(top, top),
        message="\n".join((one.message, *(hint.text for hint in one.hints))),
        severity=SEVERITIES[one.severity],
        code=f"{one.code} {one.slug}",
        source="deckloom",
    )


def completions(document: Document, line: int, column: int, positions: Positions) -> list[types.CompletionItem]:
    """What may be written there, in our order."""
    end = positions.position(line + 1, column + 1)
    return [
        types.CompletionItem(
            label=one.label,
            kind=SORTS[one.sort],
            documentation=types.MarkupContent(types.MarkupKind.Markdown, one.doc) if one.doc else None,
            sort_text=f"{at:04}",
            filter_text=one.label,
            text_edit=types.TextEdit(types.Range(positions.position(line + 1, one.start + 1), end), one.text),
        )
        for at, one in enumerate(document.offers(line, column))
    ]


def actions(document: Document, uri: str, first: int, last: int, positions: Positions) -> list[types.CodeAction]:
    """The quick fixes for lines ``first`` to ``last``, from 1."""
    return [
        types.CodeAction(
            title=fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(fix.fault, positions)],
            is_preferred=True,
            edit=types.WorkspaceEdit({uri: [types.TextEdit(positions.range(fix.edit.span), fix.edit.text)]}),
        )
        for fix in document.fixes(first, last)
    ]


def outline(slides: tuple[SlideEntry, ...], positions: Positions) -> list[types.DocumentSymbol]:
    """The slides, those of a section beneath it."""
    top: list[types.DocumentSymbol] = []
    section: types.DocumentSymbol | None = None
    for one in slides:
        symbol = _symbol(one, positions)
        if one.kind == "section":
            section = symbol
            top.append(symbol)
        elif section is None:
            top.append(symbol)
        else:
            section.range = types.Range(section.range.start, symbol.range.end)
            section.children = [*(section.children or ()), symbol]
    return top


def _symbol(one: SlideEntry, positions: Positions) -> types.DocumentSymbol:
    """A slide as it is listed. An empty name is not allowed, so a slide without title is called by its kind."""
    kind = types.SymbolKind.Namespace if one.kind == "section" else types.SymbolKind.Class
    name = f"{one.number} {one.title or one.kind or 'slide'}"
    return types.DocumentSymbol(name, kind, positions.range(one.span), positions.range(one.name), detail=one.kind)
