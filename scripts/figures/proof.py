"""What a person would measure on the printed page: small type, type off the edge, type on type."""

from itertools import combinations

from scripts.figures.canvas import Canvas, Words

SMALLEST = 14.0
EDGE = 2.0


def overlap(a: Words, b: Words) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def off_edge(words: Words, canvas: Canvas) -> bool:
    return (
        words.left < EDGE
        or words.top < EDGE
        or words.right > canvas.width - EDGE
        or words.bottom > canvas.height - EDGE
    )


def findings(canvas: Canvas) -> list[str]:
    found = [f"{w.text!r} is {w.size} pt" for w in canvas.words if w.size < SMALLEST]
    found += [f"{w.text!r} is within {EDGE} pt of the edge" for w in canvas.words if off_edge(w, canvas)]
    found += [f"{a.text!r} meets {b.text!r}" for a, b in combinations(canvas.words, 2) if overlap(a, b)]
    return found
