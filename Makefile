# Everything a developer needs; `make help` lists it. Environment in .venv, data in var/.
PYTHON ?= python3
PORT ?= 8080
SIZE ?= 1000
VENV ?= .venv

# Compiled modules halve the start of Plone (12 s to 6 s); they live in the environment.
unexport PYTHONDONTWRITEBYTECODE
# Catalogues are compiled where they are older than their .po, or a fresh checkout would
# be tested in English only and a changed one with old words.
export zope_i18n_compile_mo_files := true

# Compiled page templates are kept too: 8 seconds of every start that shows pages.
export CHAMELEON_CACHE := $(abspath $(VENV))/templates

BIN := $(VENV)/bin
# The mark of a finished environment carries the Python's version: another one, another mark.
READY := $(VENV)/ready-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
BUILDOUT := .buildout/venv
LOCALES := src/kpss/addon/locales
RULES = $(shell find src -path '*/browser' -prune -o \( -path '*/rules/*.py' -o -name rules.py \) -print)

.DEFAULT_GOAL := help
.PHONY: help install run demo-reset test rules acceptance format i18n bench bench-data pins \
	dist buildout clean lint lint-python lint-types lint-xml lint-i18n lint-manifest

help: ## this list
	@sed -n 's/^\([a-z][a-z0-9-]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) \
		| while IFS='|' read -r name text; do printf '  %-18s %s\n' "$$name" "$$text"; done

$(READY): constraints.txt setup.py devel/environment.py
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python '$(PYTHON)' tu není. Je potřeba Python 3.11, 3.12 nebo 3.13." >&2; \
		exit 1; }
	@$(PYTHON) -m devel.environment $(VENV)
	@touch $@

install: $(READY) ## the environment in .venv, from wheels

run: $(READY) ## the demo at http://localhost:8080/Plone (PORT=8090 for another port)
	@$(BIN)/python -m devel.run $(PORT)

demo-reset: $(READY) ## throw the demo's data away and start it anew
	@$(BIN)/python -m devel.reset
	@$(BIN)/python -m devel.run $(PORT)

test: $(READY) ## all tests but those in a browser (ARGS="-k quorum" picks)
	@mkdir -p $(CHAMELEON_CACHE)
	$(BIN)/pytest $(ARGS)

rules: $(READY) ## the tests that need no Plone, in two seconds
	@$(BIN)/python -m devel.rules $(ARGS)

acceptance: $(READY) ## the tests in a browser
	devel/chromium.sh
	@mkdir -p $(CHAMELEON_CACHE)
	$(BIN)/pytest tests/acceptance $(ARGS)

lint: lint-python lint-types lint-xml lint-i18n lint-manifest ## every check of form

lint-python: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

lint-types: $(READY)
	$(if $(RULES),$(BIN)/mypy $(RULES))

lint-xml: $(READY)
	$(BIN)/zpretty --check src

lint-i18n: $(READY)
	$(if $(wildcard $(LOCALES)/kpss.addon.pot),$(BIN)/python -m devel.locales --check)

lint-manifest: $(READY)
	$(BIN)/check-manifest

format: $(READY) ## put the sources in form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	$(BIN)/zpretty -i src

i18n: $(READY) ## gather the messages into the .pot and every .po
	$(BIN)/python -m devel.locales

bench: $(READY) ## ratios against stock Plone
	@set -e; for script in benchmarks/*.py; do $(BIN)/python $$script $(ARGS); done

bench-data: $(READY) ## data for benchmarks/register.py (SIZE=100000; goes on where it stopped)
	@$(BIN)/python -m devel.bench_data $(SIZE)

pins: $(READY) ## resolve the pins anew: constraints.txt and versions.cfg
	$(BIN)/python -m devel.pins $(BIN)/uv
	$(BIN)/python -m devel.versions

dist: $(READY) ## sdist and wheel in dist/, each tried in an empty environment
	$(BIN)/python -m devel.dist

# Buildout uses what its own environment has; one egg after another would take it minutes.
$(BUILDOUT)/bin/buildout: $(READY) constraints.txt
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(BUILDOUT)
	$(BIN)/uv pip install --quiet --python $(BUILDOUT)/bin/python \
		--only-binary :all: --requirement constraints.txt

buildout: $(BUILDOUT)/bin/buildout ## bin/instance and bin/test by zc.buildout
	$(BUILDOUT)/bin/buildout -N

clean: ## all that was generated; the demo's data in var/ stay
	rm -rf $(VENV) .buildout bin build dist .*_cache .hypothesis src/*.egg-info
	find src tests devel -name __pycache__ -prune -exec rm -rf {} +
