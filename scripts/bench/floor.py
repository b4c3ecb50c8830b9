"""The floor: the least that any program has to do for a work. It writes slides from one string template into the
standard zip file, pictures stored, XML deflated, and checks nothing. Its output is no valid presentation.
"""

import sys
import zipfile
from pathlib import Path

SLIDE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:sld xmlns:a="a" xmlns:r="r" xmlns:p="p"><p:cSld>'
    "<p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
)
SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Placeholder {id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    '<p:ph type="body" idx="{id}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
    '<a:rPr lang="en-GB"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
)
RELS = '<Relationships xmlns="r"><Relationship Id="rId1" Type="t" Target="x{number}.xml"/></Relationships>'


def run(spec: Path, target: Path) -> None:
    """Read the pictures beside the spec and write four parts a slide."""
    slides = spec.read_text(encoding="utf-8").split("  - kind: ")[1:]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for picture in sorted(spec.parent.glob("*.jpg")):
            package.writestr(f"ppt/media/{picture.name}", picture.read_bytes(), zipfile.ZIP_STORED)
        for number, slide in enumerate(slides):
            rows = [row.strip() for row in slide.splitlines() if row.strip()]
            shapes = "".join(SHAPE.format(id=at, text=row) for at, row in enumerate(rows, 2))
            package.writestr(f"ppt/slides/slide{number}.xml", SLIDE.format(shapes=shapes))
            package.writestr(f"ppt/slides/_rels/slide{number}.xml.rels", RELS.format(number=number))
            notes = "".join(SHAPE.format(id=at, text=row) for at, row in enumerate(rows[-2:], 2))
            package.writestr(f"ppt/notesSlides/notesSlide{number}.xml", SLIDE.format(shapes=notes))
            package.writestr(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", RELS.format(number=number))


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
