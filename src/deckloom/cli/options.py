"""The options that check and build share, and the settings they make."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, TypeVar

import click

from deckloom.cli.printable import clip
from deckloom.values.limits import Limits, limits_with

if TYPE_CHECKING:
    from deckloom.results import Settings

Command = TypeVar("Command", bound=Callable[..., object])
Format: TypeAlias = Literal["human", "json", "github", "sarif"]

LAST_SECOND = 253_402_300_799  # of the year 9999: the dates in a package have four digits for the year


class Building(TypedDict):
    """The options of every command that takes a spec, as click hands them over."""

    theme: str | None
    strict: bool
    draft: bool
    root: Path | None
    allow_dir: tuple[Path, ...]
    fonts: tuple[Path, ...]
    limit: Limits
    quiet: bool


class Given(Building):
    """The options that check and build share."""

    report: bool
    format: Format


def _limits(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> Limits:
    changes: dict[str, int] = {}
    for one in written:
        match = re.fullmatch(r"([a-z_]+)=([0-9]{1,12})", one)
        if not match:
            raise click.BadParameter(f"`{clip(one, 40)}` is not NAME=VALUE with a whole number, such as slides=5000")
        changes[match[1]] = int(match[2])
    try:
        return limits_with(changes)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


def _debug(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if context.obj is not None:
        context.obj.debug = asked


class FileName(click.ParamType[Path]):
    """A path as it is typed. What stands there is looked at later, by those who know which exit code that asks for."""

    name = "path"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        try:
            if b"\0" in os.fsencode(value):
                raise ValueError
        except ValueError:
            self.fail(f"`{value}` is no file name on this system", param, ctx)
        return Path(value)


PATH = FileName()
_THEME = click.option(
    "--theme", metavar="THEME", help="Use this theme: a bundled name, or a .pptx, .potx or theme .yaml."
)
_MODES = (
    click.option("--strict", is_flag=True, help="Make every warning an error."),
    click.option("--draft", is_flag=True, help="Make missing pictures and missing alt texts warnings."),
)
_REPORT = click.option("--report", is_flag=True, help="Print where every piece of the spec went.")
_FILES = (
    click.option("--root", metavar="DIR", type=PATH, help="The folder that no path in the spec may leave."),
    click.option("--allow-dir", metavar="DIR", multiple=True, type=PATH, help="A folder that paths may enter as well."),
    click.option(
        "--fonts", metavar="DIR", multiple=True, type=PATH, help="Measure text with the font files in this folder."
    ),
    click.option("--limit", metavar="NAME=VALUE", multiple=True, callback=_limits, help="Raise or lower a limit."),
)
_FORMAT = click.option(
    "--format",
    type=click.Choice(["human", "json", "github", "sarif"]),
    default="human",
    show_default=True,
    help="How to report.",
)
_LOUDNESS = (
    click.option("-q", "--quiet", is_flag=True, help="Print only what is wrong."),
    click.option(
        "--debug",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_debug,
        help="Show the traceback of a fault of deckloom's own.",
    ),
)
_SPECS = click.argument("specs", metavar="SPEC...", nargs=-1, required=True, type=PATH)


def deck_options(command: Command) -> Command:
    """The command with the specs and all options that check and build share."""
    return _with(command, _SPECS, _THEME, *_MODES, _REPORT, *_FILES, _FORMAT, *_LOUDNESS)


def building_options(command: Command) -> Command:
    """The command with the options of every command that takes a spec."""
    return _with(command, _THEME, *_MODES, *_FILES, *_LOUDNESS)


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def settings(given: Building, progress: Callable[[str, int, int], None] | None = None) -> "Settings":
    """The settings for the API. Raises click.UsageError for options and environment that make no sense."""
    from deckloom.results import Settings

    if given["strict"] and given["draft"]:
        raise click.UsageError("--strict and --draft exclude each other")
    return Settings(
        root=given["root"],
        allow_dirs=given["allow_dir"],
        fonts=given["fonts"],
        theme=given["theme"],
        strict=given["strict"],
        draft=given["draft"],
        limits=given["limit"],
        source_date_epoch=source_date_epoch(os.environ),
        progress=progress,
    )


def source_date_epoch(environment: Mapping[str, str]) -> int | None:
    """The seconds since 1970 in SOURCE_DATE_EPOCH, None when it is not set or empty; raises click.UsageError."""
    written = environment.get("SOURCE_DATE_EPOCH", "")
    if not written:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", written) or int(written) > LAST_SECOND:
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH is `{clip(written, 40)}`; it takes the seconds since 1970, such as 1728518400"
        )
    return int(written)
