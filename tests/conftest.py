"""Markers for slow tests, and the fixtures that hand out the outside judges with their results kept for the session."""

import hashlib
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import judges, office, tools

MARKERS = ("render", "judge")

# No example fails for being slow on a busy machine; the build machine tries the same examples each time.
settings.register_profile("house", deadline=None, derandomize=tools.required())
settings.load_profile("house")


def pytest_configure() -> None:
    """Hear signals, also where the caller ignored them, as a shell does for what runs in the background: children
    inherit that, and the tests that send a signal would wait for ever."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in MARKERS:
        if item.get_closest_marker(name) and (reason := tools.missing_for(name)):
            if tools.required():
                pytest.fail(f"{reason}, and DECKLOOM_REQUIRE_RENDER is set", pytrace=False)
            pytest.skip(reason)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@pytest.fixture(scope="session")
def soffice_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """``soffice_pdf(pptx)``: the PDF that LibreOffice makes of it. Mark the test ``render``."""
    made: dict[str, Path] = {}

    def convert(pptx: Path) -> Path:
        key = _digest(pptx)
        if key not in made:
            made[key] = office.convert(pptx, tmp_path_factory.mktemp("pdf"))
        return made[key]

    return convert


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[Path]]:
    """``pages(pdf)``: its pages as PNG files at 96 dpi, in order. Mark the test ``render``."""
    made: dict[str, list[Path]] = {}

    def split(pdf: Path) -> list[Path]:
        key = _digest(pdf)
        if key not in made:
            made[key] = office.pages(pdf, tmp_path_factory.mktemp("pages"))
        return made[key]

    return split


def _kept(find: Callable[[Path], list[str]]) -> Callable[[Path], list[str]]:
    found: dict[str, list[str]] = {}

    def once(path: Path) -> list[str]:
        key = _digest(path)
        if key not in found:
            found[key] = find(path)
        return found[key]

    return once


@pytest.fixture(scope="session")
def sdk_findings() -> Callable[[Path], list[str]]:
    """``sdk_findings(pptx)``: what the Open XML SDK finds in a copy of it. Mark the test ``judge``."""
    return _kept(judges.sdk_findings)


@pytest.fixture(scope="session")
def audit_findings() -> Callable[[Path], list[str]]:
    """``audit_findings(pptx)``: what openxml-audit finds in it."""
    return _kept(judges.audit_findings)
