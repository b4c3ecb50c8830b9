"""The document properties: who, what, when, and what wrote it."""

from deckloom.paint.xml import HEAD, escape
from deckloom.values.plan import DeckPlan, Properties

APPLICATION = "deckloom"
_VERSION = "0.0100"  # the schema wants two numbers of this form


def core_part(properties: Properties) -> str:
    """``docProps/core.xml``. Created and modified are the same moment, the one the plan gives."""
    when = escape(properties.created)
    fields = (
        ("dc:title", properties.title),
        ("dc:creator", properties.author),
        ("dc:subject", properties.subject),
        ("dc:language", properties.lang),
        ("cp:lastModifiedBy", properties.author),
    )
    filled = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields if text)
    return (
        f"{HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{filled}<cp:revision>1</cp:revision>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>'
    )


def app_part(plan: DeckPlan) -> str:
    """``docProps/app.xml``. The application's name is how a later build knows the file as one it may replace."""
    notes = sum(bool(slide.notes) for slide in plan.slides)
    hidden = sum(slide.hidden for slide in plan.slides)
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>{APPLICATION}</Application><Slides>{len(plan.slides)}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides><AppVersion>{_VERSION}</AppVersion></Properties>"
    )
