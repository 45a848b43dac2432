# `make run` and `make test` install what they need first; see README.md.
# Another interpreter: `make setup PYTHON=python3.12`.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses=2 --dist=worksteal

.PHONY: setup run test outside prove format translations pins

setup:
	@$(PYTHON) tools/install.py

run: setup
	@$(BIN)/python tools/walk_through.py

test: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/translations.py check
	$(PYTEST)

outside: setup
	$(PYTEST) -m outside tests/outside

prove: outside
	$(PYTEST) -m prove

format: setup
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

translations: setup
	$(BIN)/python tools/translations.py extract
	$(BIN)/python tools/translations.py update
	$(BIN)/python tools/translations.py compile

# Needs uv. Pins for every system at once, newest versions that pyproject.toml allows.
PIN := uv pip compile pyproject.toml --quiet --universal --upgrade --python-version 3.11 \
	--generate-hashes --no-header
pins:
	$(PIN) --output-file packaging/requirements.txt
	$(PIN) --group gates --constraint packaging/requirements.txt \
		--output-file packaging/requirements-gates.txt
