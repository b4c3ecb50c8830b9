# Set-up, the example deck and the tests. Needs Python 3.11 or later (with venv and pip), make and git.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DECK := decks/state-of-ai-2024
SHEET_PAGES := 1-4,6,8-10,12,14,16,18,22,24,27,31,34,38,44,46

.PHONY: help deck test lint regenerate approve sheet pictures widths clean

help:
	@echo "make deck        build $(DECK).yaml"
	@echo "make test        check style and types, run all tests"
	@echo "make lint        check style and types only"
	@echo "make regenerate  make the templates, figures and reference anew"
	@echo "make approve     keep the gallery's pages as they are now"
	@echo "make sheet       make the README's contact sheet anew (needs LibreOffice and poppler)"
	@echo "make pictures    draw the reference's pictures of every kind anew (needs LibreOffice and poppler)"
	@echo "make widths      make the table of letter widths anew"
	@echo "make clean       remove the virtual environment and the built decks"

deck: $(VENV)/.installed
	@$(BIN)/deckloom build $(DECK).yaml
	@echo "The deck is $(CURDIR)/$(DECK).pptx"

test: lint
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary

regenerate: $(VENV)/.installed-dev
	@$(BIN)/python scripts/build_templates.py
	@$(BIN)/python -m scripts.figures
	@$(BIN)/python scripts/build_reference.py
	@$(BIN)/python scripts/build_tour.py

# No test compares it: its bytes change with the version of LibreOffice.
sheet: $(VENV)/.installed
	@$(BIN)/deckloom render $(DECK).yaml --pages $(SHEET_PAGES) --contact-sheet docs/images/contact-sheet.jpg

# Look at the pages first: tests/gallery fails and says where it drew what differs.
approve: $(VENV)/.installed-dev
	@PYTHONPATH=. $(BIN)/python -m tests.gallery

pictures: $(VENV)/.installed-dev
	@$(BIN)/python scripts/picture_reference.py

# Bound to one version of the font files, which the script checks: see scripts/widths/.
widths: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.widths

clean:
	@rm -rf $(VENV) decks/*.pptx decks/*-pages

# The stamps say what is installed; a change of the dependencies installs anew.
$(VENV)/.installed: pyproject.toml | $(VENV)/.created
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/.created
	@$(PIP) install --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "deckloom needs Python 3.11 or later; try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@
