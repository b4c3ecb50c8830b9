"""The type scale: how every role of text looks. Sizes are points on a page 7.5 inches high."""

from deckloom.theme.look import BULLET_SPACE, Level, Look


def kicker(accent: int) -> Look:
    """The section's name above the title, in the section's colour."""
    return Look((Level(12, "bold", f"accent{accent}", 100, spacing=40),))


KICKER = kicker(1)
DECK_NAME = Look((Level(10, color="tx2", line=100),))
NUMBER = Look((Level(10, color="tx2", line=100),), "r")
SOURCE = Look((Level(10, color="tx2", line=100),))

TITLE = Look((Level(28, "title", line=95),))


def bullets(*sizes: int, color: str = "tx1") -> Look:
    """Bulleted levels of these sizes; round and dash take turns."""
    befores = (10, 6, 4)
    levels = [
        Level(
            size, color=color, before=befores[min(at, 2)],
            margin=BULLET_SPACE * (at + 1), hang=BULLET_SPACE, bullet="–" if at % 2 else "•",
        )
        for at, size in enumerate(sizes)
    ]  # fmt: skip
    return Look(tuple(levels))


BODY = bullets(20, 18, 16, 16, 16, 16, 16, 16, 16)
CONTENT = bullets(20, 18, 16, 16, 16)
NARROW = bullets(18, 16, 16, 16, 16)


def prose(size: int, color: str = "tx1", line: int = 104) -> Look:
    """Paragraphs without bullets, all levels alike."""
    return Look((Level(size, color=color, line=line, before=10),))


LEDE = prose(20, "tx2")
CAPTION = prose(20)
CAPTION_BELOW = prose(18)
CAPTION_SMALL = prose(16, line=102)

HEADING = Look((Level(20, "bold", line=95),))
CHART_HEADING = Look((Level(14, "bold", "tx2", 100),))
