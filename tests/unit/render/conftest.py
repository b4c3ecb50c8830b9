"""Made-up programs for the tests of this folder."""

from pathlib import Path

import pytest

from tests.unit.render.programs import Programs


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Scripts in place of LibreOffice and pdftoppm."""
    return Programs(Path(tmp_path_factory.mktemp("bin")), monkeypatch)
