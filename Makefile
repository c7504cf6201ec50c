# The two commands of a newcomer are `make demo` and `make test`.
# Both set everything up by themselves: they need Python 3.11 or newer and make, nothing else.
#
#   make demo PYTHON=python3.12     uses that Python for the virtual environment
#   make test VENV=/tmp/planmodel   puts the virtual environment elsewhere

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint types docs unit package pythons bench clean

PYTHON ?=
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO := build/demo
EXAMPLE := examples/hyogo_5th
JOBS ?= 2
# pyright's wheel brings its own node; without this it asks the network for a newer release.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

help: ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1#\2/p' Makefile | awk -F'#' '{printf "%-14s %s\n", $$1, $$2}'

# Set-up. A stamp in the virtual environment remembers what is installed.

$(BIN)/python:
	@sh tools/make_venv.sh "$(VENV)" "$(PYTHON)"

$(VENV)/.report: pyproject.toml | $(BIN)/python
	@echo "installing planmodel into $(VENV) ..."
	@$(PIP) install --editable '.[report]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo "installing planmodel and what its tests need into $(VENV) ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.report

# The demonstration.

demo: $(VENV)/.report ## check and judge Hyogo's plan, write its reports to build/demo
	@rm -rf $(DEMO) && mkdir -p $(DEMO)/illustrative
	$(BIN)/planmodel check $(EXAMPLE)
	$(BIN)/planmodel evaluate $(EXAMPLE) --period FY2020
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --lang ja --output $(DEMO)/report.ja.html
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --lang en --output $(DEMO)/report.en.html
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --lang ja --output $(DEMO)/report.md
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --synthetic --lang ja --output $(DEMO)/illustrative/report.ja.html
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --synthetic --lang en --output $(DEMO)/illustrative/report.en.html
	$(BIN)/planmodel report $(EXAMPLE) --period FY2020 --synthetic --lang ja --output $(DEMO)/illustrative/report.md
	@echo
	@echo "From what is really published, in Japanese and English, and as Markdown:"
	@ls $(DEMO)/report.ja.html $(DEMO)/report.en.html $(DEMO)/report.md
	@echo "From made-up values, marked on every page:"
	@ls $(DEMO)/illustrative/report.ja.html $(DEMO)/illustrative/report.en.html $(DEMO)/illustrative/report.md
	@echo "Open one of the .html files in a browser."

# The checks, quick ones first.

test: lint types docs package pythons unit ## every check: style, types, docs, package, all Pythons, tests

lint: $(VENV)/.dev ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## types, by two checkers
	$(BIN)/mypy
	$(BIN)/mypy tools
	$(BIN)/pyright --pythonpath $(BIN)/python

docs: $(VENV)/.dev ## the documentation, to build/docs; its examples are run
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --keep-going --quiet --builder html docs build/docs
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --keep-going --quiet --builder doctest docs build/doctest

package: $(VENV)/.dev ## build wheel and sdist, try the wheel outside the checkout
	$(BIN)/python tools/check_package.py

pythons: $(VENV)/.dev ## quick tests of the wheel on every other Python that is here
	$(BIN)/python tools/check_pythons.py --jobs $(JOBS)

unit: $(VENV)/.dev ## tests and docstring examples, with branch coverage
	$(BIN)/python -m pytest --numprocesses $(JOBS) --doctest-modules --cov --cov-report=term src tests examples

bench: $(VENV)/.dev ## measure the floors that benchmarks/README.md records
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

clean: ## remove what was built; the virtual environments too
	rm -rf build dist .venv .venv-3.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*
	find src tests tools examples docs -name __pycache__ -type d -prune -exec rm -rf {} +
