"""Small line drawings, each about 28 points square unless said: they name a card at a glance."""

from scripts.figures.canvas import Canvas
from scripts.figures.style import ACCENTS, PANEL, STROKE

THIN = 2.25


def robot_arm(c: Canvas, x: float, y: float, ink: str) -> None:
    """About 200 by 140: base, two links and a gripper."""
    shoulder, elbow, wrist = (x + 34, y + 108), (x + 66, y + 26), (x + 156, y + 38)
    c.rect(x, y + 125, 68, 15, ink)
    c.path(f"M{x + 16} {y + 126}L{x + 22} {y + 100}H{x + 46}L{x + 52} {y + 126}Z", ink)
    for a, b in ((shoulder, elbow), (elbow, wrist)):
        c.line(*a, *b, ink, 9)
    c.line(*wrist, x + 172, y + 74, ink, 7)
    c.polyline(
        [(x + 150, y + 102), (x + 152, y + 82), (x + 172, y + 74), (x + 192, y + 82), (x + 194, y + 102)],
        ink,
        5,
    )
    for px, py in (shoulder, elbow, wrist):
        c.circle(px, py, 11, ink)
        c.circle(px, py, 4.5, ACCENTS["research"].fill)


def layers(c: Canvas, x: float, y: float, ink: str) -> None:
    """A software stack, about 80 by 60."""
    for i in range(3):
        top = y + 36 - i * 17
        c.path(f"M{x} {top + 12}L{x + 42} {top}L{x + 84} {top + 12}L{x + 42} {top + 24}Z", PANEL, ink, THIN)


def sprouts(c: Canvas, x: float, y: float, ink: str) -> None:
    """Newcomers of growing size, about 100 by 60."""
    at = x
    for side in (10, 16, 24, 34):
        c.rect(at, y + 60 - side, side, side, None, ink, THIN)
        at += side + 8


def shield(c: Canvas, x: float, y: float, ink: str) -> None:
    d = f"M{x + 14} {y + 1}L{x + 26} {y + 5}V{y + 14}Q{x + 25} {y + 23} {x + 14} {y + 28}"
    c.path(f"{d}Q{x + 3} {y + 23} {x + 2} {y + 14}V{y + 5}Z", None, ink, THIN)


def brackets(c: Canvas, x: float, y: float, ink: str) -> None:
    c.polyline([(x + 9, y + 6), (x + 1, y + 14), (x + 9, y + 22)], ink, THIN)
    c.polyline([(x + 19, y + 6), (x + 27, y + 14), (x + 19, y + 22)], ink, THIN)
    c.line(x + 16, y + 3, x + 12, y + 25, ink, THIN)


def copyright_mark(c: Canvas, x: float, y: float, ink: str) -> None:
    c.circle(x + 14, y + 14, 12.5, None, ink, THIN)
    c.path(f"M{x + 18.5} {y + 10.5}A5.7 5.7 0 1 0 {x + 18.5} {y + 17.5}", None, ink, THIN)


def scales(c: Canvas, x: float, y: float, ink: str) -> None:
    c.line(x + 14, y + 2, x + 14, y + 26, ink, THIN)
    c.line(x + 7, y + 26, x + 21, y + 26, ink, THIN)
    c.line(x + 3, y + 6, x + 25, y + 6, ink, THIN)
    for left in (x - 1, x + 17):
        c.path(f"M{left + 5} {y + 6}L{left} {y + 17}H{left + 11}Z", None, ink, STROKE)


def steps(c: Canvas, x: float, y: float, ink: str) -> None:
    """One thought leading to two."""
    c.polyline([(x + 14, y + 5), (x + 5, y + 23)], ink, THIN)
    c.polyline([(x + 14, y + 5), (x + 23, y + 23)], ink, THIN)
    for px, py in ((14, 5), (5, 23), (23, 23)):
        c.circle(x + px, y + py, 4.5, PANEL, ink, THIN)


def chip(c: Canvas, x: float, y: float, ink: str) -> None:
    c.rect(x + 5, y + 5, 18, 18, None, ink, THIN)
    c.rect(x + 11, y + 11, 6, 6, ink)
    for i in (9.0, 14.0, 19.0):
        c.line(x + i, y, x + i, y + 5, ink, STROKE)
        c.line(x + i, y + 23, x + i, y + 28, ink, STROKE)
        c.line(x, y + i, x + 5, y + i, ink, STROKE)
        c.line(x + 23, y + i, x + 28, y + i, ink, STROKE)


def phone(c: Canvas, x: float, y: float, ink: str) -> None:
    c.rect(x + 6, y, 16, 28, None, ink, THIN)
    c.line(x + 11, y + 23.5, x + 17, y + 23.5, ink, THIN)


def flask(c: Canvas, x: float, y: float, ink: str) -> None:
    c.line(x + 8, y + 1.5, x + 20, y + 1.5, ink, THIN)
    c.path(f"M{x + 11} {y + 2}V{y + 11}L{x + 3} {y + 27}H{x + 25}L{x + 17} {y + 11}V{y + 2}", None, ink, THIN)
    c.line(x + 7, y + 20, x + 21, y + 20, ink, THIN)


def pad(c: Canvas, x: float, y: float, ink: str) -> None:
    c.path(
        f"M{x + 8} {y + 6}H{x + 20}A8 8 0 0 1 {x + 20} {y + 22}H{x + 8}A8 8 0 0 1 {x + 8} {y + 6}Z",
        None,
        ink,
        THIN,
    )
    c.line(x + 5, y + 14, x + 11, y + 14, ink, STROKE)
    c.line(x + 8, y + 11, x + 8, y + 17, ink, STROKE)
    c.circle(x + 19, y + 14, 2.5, ink)


NINE = (shield, brackets, copyright_mark, scales, steps, chip, phone, flask, pad)
