"""The order of child elements, for the elements that decks are made of; not the whole schema.

One line an element, in its own namespace unless a child names another. ``!`` marks a child that must be there, ``*``
one that may come more than once, ``x|y`` children of which each place takes one. Source: ISO/IEC 29500-1 transitional.
"""

from typing import Final

_FILL = "noFill|solidFill|gradFill|blipFill|pattFill|grpFill"
_EFFECT = "effectLst|effectDag"
_LINE = "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst"
_COLOUR = "scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr!"
_LEVELS = " ".join(f"lvl{level}pPr" for level in range(1, 10))
_PARAGRAPH = (
    "lnSpc spcBef spcAft buClrTx|buClr buSzTx|buSzPct|buSzPts buFontTx|buFont buNone|buAutoNum|buChar|buBlip"
    " tabLst defRPr extLst"
)
_RUN = f"ln {_FILL} {_EFFECT} highlight uLnTx|uLn uFillTx|uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst"
_TEXT = "a:bodyPr! a:lstStyle a:p*"
_SHAPE = (
    "a:xfrm a:custGeom|a:prstGeom a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill"
    " a:ln a:effectLst|a:effectDag a:scene3d a:sp3d a:extLst"
)
_GROUP = (
    "a:xfrm a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill a:effectLst|a:effectDag a:scene3d a:extLst"
)
_SHAPES = "nvGrpSpPr! grpSpPr! sp|grpSp|graphicFrame|cxnSp|pic|contentPart* extLst"
_BEHIND = "transition timing"

PRESENTATION: Final = {
    "presentation": (
        "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz! smartTags embeddedFontLst"
        " custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier extLst"
    ),
    "sldMasterIdLst": "sldMasterId*",
    "notesMasterIdLst": "notesMasterId",
    "handoutMasterIdLst": "handoutMasterId",
    "sldIdLst": "sldId*",
    "sldLayoutIdLst": "sldLayoutId*",
    "sldId sldMasterId notesMasterId handoutMasterId sldLayoutId ph clrMap": "extLst",
    "sld": f"cSld! clrMapOvr {_BEHIND} extLst",
    "sldLayout": f"cSld! clrMapOvr {_BEHIND} hf extLst",
    "sldMaster": f"cSld! clrMap! sldLayoutIdLst {_BEHIND} hf txStyles extLst",
    "notes": "cSld! clrMapOvr extLst",
    "notesMaster": "cSld! clrMap! hf notesStyle extLst",
    "handoutMaster": "cSld! clrMap! hf extLst",
    "clrMapOvr": "a:masterClrMapping|a:overrideClrMapping!",
    "txStyles": "titleStyle bodyStyle otherStyle extLst",
    "defaultTextStyle titleStyle bodyStyle otherStyle notesStyle": " ".join(
        ("a:defPPr", *(f"a:{one}" for one in _LEVELS.split()), "a:extLst")
    ),
    "cSld": "bg spTree! custDataLst controls extLst",
    "bg": "bgPr|bgRef!",
    "spTree grpSp": _SHAPES,
    "sp": "nvSpPr! spPr! style txBody extLst",
    "pic": "nvPicPr! blipFill! spPr! style extLst",
    "graphicFrame": "nvGraphicFramePr! xfrm a:graphic! extLst",
    "cxnSp": "nvCxnSpPr! spPr! style extLst",
    "nvSpPr": "cNvPr! cNvSpPr! nvPr!",
    "nvPicPr": "cNvPr! cNvPicPr! nvPr!",
    "nvGraphicFramePr": "cNvPr! cNvGraphicFramePr! nvPr!",
    "nvCxnSpPr": "cNvPr! cNvCxnSpPr! nvPr!",
    "nvGrpSpPr": "cNvPr! cNvGrpSpPr! nvPr!",
    "cNvPr": "a:hlinkClick a:hlinkHover a:extLst",
    "cNvSpPr": "a:spLocks a:extLst",
    "cNvCxnSpPr": "a:cxnSpLocks a:stCxn a:endCxn a:extLst",
    "cNvPicPr": "a:picLocks a:extLst",
    "cNvGraphicFramePr": "a:graphicFrameLocks a:extLst",
    "cNvGrpSpPr": "a:grpSpLocks a:extLst",
    "nvPr": "ph a:audioCd|a:wavAudioFile|a:audioFile|a:videoFile|a:quickTimeFile custDataLst extLst",
    "spPr": _SHAPE,
    "grpSpPr": _GROUP,
    "xfrm": "a:off a:ext",
    "blipFill": "a:blip a:srcRect a:tile|a:stretch",
    "txBody": _TEXT,
    "style": "a:lnRef! a:fillRef! a:effectRef! a:fontRef!",
}

DRAWING: Final = {
    "xfrm": "off ext chOff chExt",
    "bodyPr": "prstTxWarp noAutofit|normAutofit|spAutoFit scene3d sp3d|flatTx extLst",
    "lstStyle": f"defPPr {_LEVELS} extLst",
    f"pPr defPPr {_LEVELS}": _PARAGRAPH,
    "p": "pPr r|br|fld* endParaRPr",
    "r": "rPr t!",
    "br": "rPr",
    "fld": "rPr pPr t",
    "rPr defRPr endParaRPr": _RUN,
    "ln lnL lnR lnT lnB lnTlToBr lnBlToTr": _LINE,
    "hlinkClick hlinkHover hlinkMouseOver": "snd extLst",
    "solidFill": _COLOUR,
    "gradFill": "gsLst lin|path tileRect",
    "gsLst": "gs*",
    "gs": _COLOUR,
    "pattFill": "fgClr bgClr",
    "blipFill": "blip srcRect tile|stretch",
    "stretch": "fillRect",
    "effectLst": "blur fillOverlay glow innerShdw outerShdw prstShdw reflection softEdge",
    "prstGeom": "avLst",
    "custGeom": "avLst gdLst ahLst cxnLst rect pathLst!",
    "graphic": "graphicData!",
    "tbl": "tblPr tblGrid! tr*",
    "tblPr": f"{_FILL} {_EFFECT} tableStyle|tableStyleId extLst",
    "tblGrid": "gridCol*",
    "gridCol": "extLst",
    "tr": "tc* extLst",
    "tc": "txBody tcPr extLst",
    "tcPr": f"lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D {_FILL} headers extLst",
    "txBody": _TEXT.replace("a:", ""),
}

_CHARTS = (
    "areaChart|area3DChart|lineChart|line3DChart|stockChart|radarChart|scatterChart|pieChart|pie3DChart|doughnutChart"
    "|barChart|bar3DChart|ofPieChart|surfaceChart|surface3DChart|bubbleChart"
)
_AXIS = (
    "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos"
    " spPr txPr crossAx! crosses|crossesAt"
)
_LABELS = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"

CHART: Final = {
    "chartSpace": (
        "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData"
        " printSettings userShapes extLst"
    ),
    "chart": (
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs"
        " showDLblsOverMax extLst"
    ),
    "plotArea": f"layout {_CHARTS}*! valAx|catAx|dateAx|serAx* dTable spPr extLst",
    "title": "tx layout overlay spPr txPr extLst",
    "legend": "legendPos legendEntry* layout overlay spPr txPr extLst",
    "barChart": "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId* extLst",
    "bar3DChart": "barDir! grouping varyColors ser* dLbls gapWidth gapDepth shape axId* extLst",
    "lineChart": "grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId* extLst",
    "areaChart": "grouping varyColors ser* dLbls dropLines axId* extLst",
    "pieChart": "varyColors ser* dLbls firstSliceAng extLst",
    "doughnutChart": "varyColors ser* dLbls firstSliceAng holeSize extLst",
    "scatterChart": "scatterStyle! varyColors ser* dLbls axId* extLst",
    "bubbleChart": "varyColors ser* dLbls bubble3D bubbleScale showNegBubbles sizeRepresents axId* extLst",
    "radarChart": "radarStyle! varyColors ser* dLbls axId* extLst",
    "ser": (
        "idx! order! tx spPr invertIfNegative|marker|explosion pictureOptions dPt* dLbls trendline* errBars*"
        " cat|xVal val|yVal smooth|shape|bubbleSize bubble3D extLst"
    ),
    "dPt": "idx! invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    "dLbls": f"dLbl* delete numFmt spPr txPr dLblPos {_LABELS} showLeaderLines leaderLines extLst",
    "dLbl": f"idx! delete layout tx numFmt spPr txPr dLblPos {_LABELS} extLst",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits extLst",
    "dateAx": f"{_AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst",
    "serAx": f"{_AXIS} tickLblSkip tickMarkSkip extLst",
    "scaling": "logBase orientation max min extLst",
    "numRef": "f! numCache extLst",
    "strRef": "f! strCache extLst",
    "numCache numLit": "formatCode ptCount pt* extLst",
    "strCache strLit": "ptCount pt* extLst",
    "pt": "v!",
    "rich txPr": _TEXT,
    "spPr": _SHAPE,
    "externalData": "autoUpdate",
}
