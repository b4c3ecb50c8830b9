"""The documents are complete and true."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

import deckloom
from deckloom.cli.main import cli
from deckloom.kinds import all_kinds
from deckloom.reference.agents import WORDS_MOST
from deckloom.values.codes import CODES
from deckloom.values.errors import Exit
from deckloom.values.limits import Limits
from tests.house.tree import PACKAGE, ROOT, files

TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".sh", ".cfg", ".json", ""}
# Written so that this file does not hold what it looks for.
MACHINE = re.compile(r"/(work|root|Users)/|/home/[a-z]|[A-Z]:\\{1,2}Users".replace("/(", "[/]("))

DOCS = ROOT / "docs"
KEYS = ("entry", "files")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _checked(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, script, "--check"], cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_is_made_from_the_models_is_up_to_date():
    done = _checked("scripts/build_reference.py")
    assert done.returncode == 0, done.stderr


def test_the_tours_notes_are_its_slides():
    done = _checked("scripts/build_tour.py")
    assert done.returncode == 0, done.stderr


def test_the_tour_shows_every_kind():
    assert set(re.findall(r"^  - kind: (\w+)", read("decks/tour.yaml"), re.MULTILINE)) == set(all_kinds())


def test_the_list_of_codes_is_complete_and_in_order():
    rows = re.findall(r"^\| (DL\d{3}) \| \[`([a-z0-9-]+)`\]\(.+\) \| (.+) \|$", read("docs/errors.md"), re.MULTILINE)
    assert rows == [(code.number, slug, code.meaning) for slug, code in CODES.items()]


def test_the_page_for_prompts_is_short_and_shows_every_kind():
    text = read("docs/agents.md")
    assert len(text.split()) < WORDS_MOST
    assert re.findall(r"^- kind: (\w+)", text, re.MULTILINE) == list(all_kinds())


def test_the_deck_on_the_page_for_prompts_is_good(tmp_path: Path):
    spec = tmp_path / "talk.yaml"
    spec.write_text(re.findall(r"```yaml\n(.*?)```", read("docs/agents.md"), re.DOTALL)[0], encoding="utf-8")
    assert [str(one) for one in deckloom.check(spec).diagnostics] == []


def test_no_two_codes_share_a_number():
    assert len({code.number for code in CODES.values()}) == len(CODES)


def test_every_code_that_is_documented_can_happen():
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "codes.py")
    assert [slug for slug in CODES if f'"{slug}"' not in source] == []


def _sections() -> dict[str, str]:
    parts = re.split(r"^## `deckloom (\w+)`$", read("docs/cli.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_and_option_is_documented(name: str):
    text = _sections()[name] + _sections()["check"]  # the options they share are described once
    names = [one for option in cli.commands[name].params if isinstance(option, click.Option) for one in option.opts]
    assert [one for one in names if f"`{one}" not in text] == []


def test_no_command_is_documented_that_does_not_exist():
    assert set(_sections()) == set(cli.commands)


def test_every_exit_code_is_documented():
    for name in ("README.md", "docs/cli.md"):
        rows = [int(one) for one in re.findall(r"^\| (\d+) \|", read(name), re.MULTILINE)]
        assert rows == [int(one) for one in Exit], name


@pytest.mark.parametrize("name", ["docs/cli.md", "docs/security.md"])
def test_every_limit_is_documented_with_its_default(name: str):
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| ([\d,]+) \|", read(name), re.MULTILINE))
    limits = Limits()
    assert rows == {name: f"{getattr(limits, name):,}" for name in Limits.__slots__}


def test_the_first_screen_of_the_readme_is_two_sentences_two_commands_and_a_sheet_of_what_the_first_makes():
    text, _, after = read("README.md").partition("contact-sheet.jpg")
    deck = re.findall(r"^DECK := (.+)$", read("Makefile"), re.MULTILINE)[0]
    prose, _, block = text.partition("```sh\n")
    assert len(re.findall(r"\.\n", prose)) == 2
    assert re.findall(r"^(\w+ \w+)", block, re.MULTILINE) == ["make deck", "make test"]
    assert f"builds {deck}.yaml" in block
    assert after.startswith(f")]({deck}.yaml)")
    assert (ROOT / "docs/images/contact-sheet.jpg").stat().st_size < 400_000


def test_the_hook_for_pre_commit_runs_a_command_that_exists():
    entry, files = (re.findall(rf"^ +{key}: (.+)$", read(".pre-commit-hooks.yaml"), re.MULTILINE)[0] for key in KEYS)
    program, command, *options = entry.split()
    assert program == "deckloom"
    assert set(options) <= {name for option in cli.commands[command].params for name in option.opts}
    assert all(re.search(files, name) for name in ("decks/first.yaml", "talks/decks/a.yml", "talk.deck.yaml"))
    assert not re.search(files, ".github/workflows/test.yaml")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_in_the_documents_exists(name: str):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", read(name), re.MULTILINE)) <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", *(f"docs/{one.name}" for one in DOCS.glob("*.md"))])
def test_every_link_between_documents_leads_somewhere(name: str):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name))
    assert [one for one in links if not (ROOT / name).parent.joinpath(one).exists()] == []


def test_the_architecture_page_is_one_page_and_names_every_stage():
    text = read("docs/architecture.md")
    stages = [path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    tops = [path.name for path in PACKAGE.glob("[a-z]*.py")]
    assert len(text.splitlines()) <= 90
    assert [one for one in stages if f"`{one}/`" not in text] + [one for one in tops if f"`{one}`" not in text] == []


def test_the_version_is_the_same_everywhere():
    assert tomllib.loads(read("pyproject.toml"))["project"]["version"] == deckloom.__version__


def test_no_file_names_a_place_on_one_machine():
    texts = [path for path in files() if path.suffix in TEXT]
    assert [str(path) for path in texts if MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_the_templates_are_what_their_theme_files_make():
    done = _checked("scripts/build_templates.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.stem for path in Path(ROOT, "templates").glob("*.pptx")} == {
        path.stem for path in Path(ROOT, "templates").glob("*.yaml")
    }


def test_the_spec_in_the_readme_is_good(tmp_path: Path):
    from PIL import Image

    spec = tmp_path / "talk.yaml"
    spec.write_text(re.findall(r"```yaml\n(.*?)```", read("README.md"), re.DOTALL)[0], encoding="utf-8")
    Image.new("RGB", (1600, 900), "white").save(tmp_path / "gap.png")
    assert [str(one) for one in deckloom.check(spec).diagnostics] == []
