"""The ladders of sizes."""

import pytest

from deckloom.plan.policy import ladder
from deckloom.values.facts import LevelStyle


def levels(*sizes):
    return tuple(LevelStyle(size, False, False, 100, 0, 0, 0, 0, None) for size in sizes)


@pytest.mark.parametrize(
    ("fit", "sizes", "rungs"),
    [
        ("title", (28,), [(28,), (24,), (22,)]),
        ("title", (21,), [(21,), (18,), (16,)]),
        ("statement", (54,), [(54,), (48,), (44,), (40,), (36,)]),
        ("divider", (40,), [(40,), (38,), (36,)]),
        ("body", (20, 18, 16), [(20, 18, 16), (18, 16, 16)]),
        ("columns", (20, 18, 16), [(20, 18, 16), (18, 16, 16)]),
        ("lone", (20, 18, 16), [(22, 20, 18), (20, 18, 16), (18, 16, 16)]),
        ("caption", (20, 20), [(20, 20), (18, 18), (16, 16)]),
        ("caption", (18,), [(18,), (16,)]),
        ("fixed", (10,), [(10,)]),
    ],
)
def test_a_text_steps_down_its_ladder(fit, sizes, rungs):
    assert [rung.sizes for rung in ladder(fit, levels(*sizes))] == rungs


def test_only_the_last_rung_of_a_title_has_three_lines_and_a_warning():
    assert [(rung.max_lines, rung.warning) for rung in ladder("title", levels(28))] == [
        (2, None),
        (2, None),
        (3, "title-long"),
    ]


def test_the_smallest_caption_comes_with_a_warning():
    assert [rung.warning for rung in ladder("caption", levels(20))] == [None, None, "caption-small"]
