# make run    sets up and serves the demo year on http://127.0.0.1:8000 (make run PORT=8001)
# make test   sets up and runs every check, cheapest first
# make help   lists the rest

SHELL := /bin/sh
.DEFAULT_GOAL := help
ifndef TOGETHER
.NOTPARALLEL:
endif
.DELETE_ON_ERROR:

PORT ?= 8000
WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
# Checks read the settings, which make a home for data: one of their own, not the one of the demo.
CHECK := PHOIHOP_HOME=$(CURDIR)/$(VENV)/home
PYTEST := $(PY) -m pytest -q
SHARED := -n $(WORKERS) --dist worksteal
ASSETS := src/phoihop/base/static/phoihop/app.css
FRONTEND := $(shell find frontend -type f)
LOOPS := $(wildcard src/phoihop/cores/towerplan/native/*.[ch])
CATALOGUES := $(shell find src -name '*.po')

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# ---- two commands

.PHONY: run
run: $(VENV)/.run $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## set up and serve the demo year
	@exec $(BIN)/phoihop demo --port $(PORT)

.PHONY: test
test: setup static test-cores test-apps test-postgres test-journeys ## set up and run every check

# ---- parts of the test

.PHONY: static
static: ## everything that reads the code without running tests, two at a time
	@$(MAKE) --no-print-directory -j2 --output-sync=target TOGETHER=1 lint contracts templates django types

.PHONY: lint
lint: $(VENV)/.dev ## rules and format of the code (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: contracts
contracts: $(VENV)/.dev ## who may import whom (import-linter)
	$(BIN)/lint-imports --no-logo

.PHONY: templates
templates: $(VENV)/.dev ## rules of the templates (djLint)
	$(BIN)/djlint src --lint --quiet

.PHONY: django
django: $(VENV)/.dev $(ASSETS) $(VENV)/.messages ## Django's own checks; no migration is missing
	$(CHECK) $(BIN)/phoihop check --fail-level WARNING
	$(CHECK) $(BIN)/phoihop makemigrations --check --dry-run

.PHONY: types
types: $(VENV)/.dev ## types (mypy, strict)
	$(CHECK) $(BIN)/mypy

.PHONY: test-cores
test-cores: $(VENV)/.dev $(VENV)/.kernel ## pure calculations, with the examples of their docstrings
	@if [ -d src/phoihop/cores ]; then $(PYTEST) $(SHARED) --doctest-modules src/phoihop/cores; fi

.PHONY: test-apps
test-apps: $(VENV)/.dev $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## everything but the browser, on SQLite
	$(PYTEST) $(SHARED) -m "not browser" --ignore=src/phoihop/cores

.PHONY: test-postgres
test-postgres: $(VENV)/.dev $(ASSETS) $(VENV)/.messages ## what asks the database on PostgreSQL, with the real migrations
	tools/with_postgres $(PYTEST) $(SHARED) -m "not browser" --migrations --only-database --ignore=src/phoihop/cores --ignore=tests/architecture --ignore=tests/pages

.PHONY: test-journeys
test-journeys: $(VENV)/.dev $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## journeys in a real browser
	$(PYTEST) $(SHARED) -m browser tests

.PHONY: bench
bench: $(VENV)/.bench $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## measure against peers and print the table
	$(PY) -m bench

# ---- set-up: each stamp is older than what it was made from only when there is work to do

.PHONY: setup
setup: $(VENV)/.dev $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## everything a developer needs
	@tools/system_packages

# A folder without its stamp was left half made by an interruption.
$(VENV)/.made:
	@rm -rf $(VENV)
	@python=$$(tools/find_python) && "$$python" -m venv $(VENV)
	@$(PY) -m pip install -q --require-hashes --only-binary=:all: -r requirements/installer.txt || echo "uv cannot be had here: pip does its work, more slowly."
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml tools/install | $(VENV)/.made
	@tools/install requirements/run.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@tools/install requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	@tools/install requirements/bench.txt
	@touch $@

$(VENV)/.kernel: $(LOOPS) hatch_build.py $(VENV)/.run
	@tools/compiler_present || tools/install requirements/compiler.txt || echo "No C compiler can be had here."
	@$(PY) hatch_build.py
	@touch $@

$(VENV)/.messages: $(CATALOGUES) tools/compile_messages.py $(VENV)/.run
	@$(PY) tools/compile_messages.py >/dev/null
	@touch $@

node_modules/.made: package-lock.json .npmrc $(VENV)/.made
	@tools/node_present || tools/install requirements/node.txt
	@$(WITH_NODE) npm ci --ignore-scripts --silent
	@touch $@

$(ASSETS): node_modules/.made $(FRONTEND)
	@$(WITH_NODE) node frontend/build.mjs

.PHONY: assets
assets: ## build scripts and styles again
	@rm -f $(ASSETS)
	@$(MAKE) --no-print-directory $(ASSETS)

.PHONY: wheel
wheel: $(VENV)/.run $(VENV)/.kernel $(ASSETS) $(VENV)/.messages ## one file to install elsewhere, in dist/
	@rm -rf dist
	$(PY) -m hatchling build -t wheel

LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

.PHONY: lock
lock: $(VENV)/.made ## choose versions anew from pyproject.toml and package.json
	$(LOCK) --upgrade --extra server --extra dask --extra terrain --group dev pyproject.toml -o requirements/dev.txt
	$(LOCK) --upgrade --group setup -c requirements/dev.txt pyproject.toml -o requirements/run.txt
	$(LOCK) --upgrade --group bench -c requirements/dev.txt pyproject.toml -o requirements/bench.txt
	$(LOCK) --upgrade --group pyproject.toml:installer -o requirements/installer.txt
	$(LOCK) --upgrade --group pyproject.toml:node -o requirements/node.txt
	$(LOCK) --upgrade --group pyproject.toml:compiler -o requirements/compiler.txt
	$(WITH_NODE) npm update --ignore-scripts --package-lock-only
	$(PY) tools/trim_npm_lock.py

.PHONY: clean
clean: ## remove what was made; the data in var/ stays
	rm -rf $(VENV) node_modules dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	rm -rf src/phoihop/base/static/phoihop src/phoihop/papers/static_fonts/*.ttf src/phoihop/papers/static_fonts/LICENSE
	find src -name '*.mo' -delete
	rm -f $(addprefix src/phoihop/cores/towerplan/native/kernel., so dylib dll)
