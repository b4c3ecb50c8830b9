"""The command line, called in this process."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from deckloom.cli.main import run


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def deckloom(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """``deckloom("check", path)``: exit code, stdout and stderr."""

    def call(*arguments: object) -> Done:
        code = run([str(one) for one in arguments])
        return Done(int(code), *capsys.readouterr())

    return call
