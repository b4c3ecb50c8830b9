"""Parts that are known to be clean are not judged again, and no others."""

from io import BytesIO
from pathlib import Path

import pytest

from deckloom.verify import known
from deckloom.verify.check import clean_parts

TEMPLATES = sorted((Path(__file__).parents[3] / "templates").glob("*.pptx"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_part_of_a_bundled_template_is_listed_and_clean(template):
    found = clean_parts(BytesIO(template.read_bytes()))
    assert len(found) > 70
    assert found <= known.shipped()


def test_a_part_that_differs_by_a_byte_is_not_known():
    data = b"<a/>"
    known.remember(known.key(data, "slideLayout"))
    assert known.is_clean(known.key(data, "slideLayout"))
    assert not known.is_clean(known.key(b"<a />", "slideLayout"))
    assert not known.is_clean(known.key(data, "slideMaster"))
