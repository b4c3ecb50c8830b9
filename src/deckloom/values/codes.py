"""The closed list of what can be wrong. A number never changes its meaning; a slug names the number."""

from typing import NamedTuple


class Code(NamedTuple):
    """A diagnostic's number and, in one sentence, what it means."""

    number: str
    meaning: str


CODES: dict[str, Code] = {
    # 1xx: the text of the spec
    "not-utf8": Code("DL101", "the spec, or a text that it names, is not UTF-8"),
    "bad-character": Code("DL102", "a character that cannot be stored in a presentation"),
    "not-yaml": Code("DL103", "the spec is not YAML"),
    "too-large": Code("DL104", "the spec, or a text that it names, is over a limit"),
    "duplicate-key": Code("DL105", "a key is written twice in one mapping"),
    "yaml-feature": Code("DL106", "an alias, anchor, tag, merge key or second document"),
    "not-text-key": Code("DL107", "a key is not a plain text"),
    "starts-like-yaml": Code("DL108", "a text that starts with a sign of YAML's own"),
    "colon-in-text": Code("DL109", "a text with a colon that YAML took for a key and its value"),
    "quote-inside": Code("DL110", "quotes that cover only a part of the text"),
    "backslash": Code("DL111", "a backslash in double quotes, where it is YAML's own sign"),
    "no-space": Code("DL112", "a colon after a key without a space behind it"),
    "odd-space": Code("DL113", "an indentation that YAML does not take, or that is out of line"),
    "block-indent": Code("DL114", "a `|` block whose first line is indented deeper than a later one"),
    "swallowed-comment": Code("DL115", "a text that is cut where ` #` begins a comment"),
    "swallowed-list": Code("DL116", "list lines that became one text"),
    "comma-in-braces": Code("DL117", "a comma or bracket that ends a text inside `{ }` or `[ ]`"),
    # 2xx: the language
    "unknown-field": Code("DL201", "a field that this place does not have"),
    "missing-field": Code("DL202", "a required field is missing"),
    "unknown-kind": Code("DL203", "a slide kind that does not exist"),
    "missing-kind": Code("DL204", "a slide does not say its kind"),
    "wrong-type": Code("DL205", "a list, a mapping or a text where another is meant"),
    "bad-value": Code("DL206", "a value that the field does not take"),
    "empty-value": Code("DL207", "a key without a value"),
    "too-many": Code("DL208", "more or fewer entries than the field takes, or a text that is too long"),
    "duplicate-id": Code("DL209", "an id that another slide has"),
    "bad-link": Code("DL210", "a link that is not written: only http, https, mailto and jumps to slides are"),
    "unknown-target": Code("DL211", "a link to a slide id that does not exist"),
    "reserved": Code("DL212", "a word reserved for a later version"),
    "name-too-long": Code("DL213", "a short name over its limit"),
    "notes-markdown": Code("DL214", "Markdown that notes do not render; it stays as typed"),
    "bad-markdown": Code("DL215", "Markdown that this field does not take"),
    "language-version": Code("DL216", "a version of the deck language that this deckloom does not know"),
    "row-length": Code("DL231", "a row with more or fewer cells than the table has columns"),
    "not-a-number": Code("DL232", "a cell of a chart that holds no finite number"),
    # 3xx: pictures, fonts and other files
    "path-refused": Code("DL301", "a path that leaves the root, or is not a plain relative path"),
    "file-missing": Code("DL302", "a file that the spec names does not exist"),
    "picture-unreadable": Code("DL303", "a picture that is damaged or of a format that is not taken"),
    "picture-too-large": Code("DL304", "a picture over a limit"),
    "alt-missing": Code("DL305", "a picture without alt text"),
    "picture-small": Code("DL306", "a picture with too few pixels for its place"),
    "font-unknown": Code("DL307", "a font whose widths are not known; its text is measured with a margin"),
    "picture-cropped": Code("DL308", "a picture that loses more than an eighth of a side"),
    "csv-unreadable": Code("DL321", "a CSV file that is missing, damaged or not a table"),
    # 4xx: templates
    "template-unreadable": Code("DL401", "a template that is damaged or not a presentation"),
    "layout-missing": Code("DL402", "a layout that the template does not have"),
    "slot-missing": Code("DL403", "a placeholder that the layout does not have"),
    "unknown-theme": Code("DL404", "a theme that does not exist"),
    "contrast": Code("DL405", "colours too close to be read"),
    # 5xx: fit
    "title-too-long": Code("DL501", "a title over its lines at the smallest size"),
    "text-too-long": Code("DL502", "a text over its box at the smallest size"),
    "word-too-wide": Code("DL503", "a word wider than its line"),
    "title-long": Code("DL504", "a title on three lines at the smallest size"),
    "caption-small": Code("DL505", "a caption smaller than those of its layout, at the smallest size, or cut"),
    "text-small": Code("DL506", "a text smaller than those of the slides beside it"),
    "label-omitted": Code("DL521", "a value of a chart without its label, for which there is no room"),
    # 6xx: the story
    "title-topic": Code("DL601", "a title of one word"),
    "duplicate-title": Code("DL602", "two slides share a title"),
    "no-source": Code("DL603", "a figure without a source"),
    "name-cut": Code("DL604", "a derived short name that had to be cut"),
    "link-text": Code("DL605", "a link named by its address or by a word such as here"),
    "alt-text": Code("DL606", "an alt text that is a file's name or a word of no meaning"),
    # 9xx: the package
    "package": Code("DL901", "the built package broke one of its rules"),
    "package-risk": Code("DL902", "something legal in the package that some readers take amiss"),
    "render-refused": Code("DL903", "a presentation that is not rendered: it is damaged, active or not self-contained"),
}
