# Two commands are enough: `make run` and `make test`. Each sets itself up in .venv the first time.
# Needs make and Python 3.11 or newer; everything else comes from the lock file, checked by hash.

.DEFAULT_GOAL := help
SHELL := /bin/sh
UV_VERSION := 0.13.9
BIN := .venv/bin
UV := $(BIN)/uv
ARGS ?=
COVERAGE_MIN ?= 85
export UV_PROJECT_ENVIRONMENT := .venv
export UV_NO_PROGRESS := 1
# A uv or venv of the caller's shell must not redirect ours; and what is compiled once stays compiled.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint types contracts bench torture lock wheel clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.ready-to-run ## open the notebook (ARGS="--sample bronte" and the like)
	@$(BIN)/attachment-timeline $(ARGS)

test: .venv/.ready-to-test lint types contracts ## every check; browser tests need a Chromium
	@chromium="$$(.ci/chromium --install)" || { \
	    echo; echo "*** NO CHROMIUM FOUND: the browser tests cannot run. Install chromium, or set CHROMIUM=/path/to/it. ***"; echo; \
	    if [ -n "$${CI:-}" ]; then exit 1; fi; }; \
	CHROMIUM="$$chromium" $(BIN)/pytest --cov --cov-fail-under=$(COVERAGE_MIN) $(ARGS)

lint: .venv/.ready-to-test ## ruff: rules and layout; biome: scripts and styles
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@if [ -x $(BIN)/biome ]; then $(BIN)/biome lint --diagnostic-level=error; \
	else echo "*** not run: biome (scripts and styles), which comes for Linux on x86-64 alone ***"; fi

types: .venv/.ready-to-test ## mypy, strict
	@$(BIN)/mypy

contracts: .venv/.ready-to-test ## who may import whom
	@$(BIN)/lint-imports --no-logo

bench: .venv/.ready-to-test ## what it costs, as tables
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

torture: .venv/.ready-to-test ## the long form of the tests
	@CHROMIUM="$$(.ci/chromium --install)" $(BIN)/pytest -m torture $(ARGS)

lock: $(UV) ## renew uv.lock from pyproject.toml
	@$(UV) lock

wheel: $(UV) ## build dist/*.whl
	@$(UV) build --wheel

clean: ## remove what the other commands made
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*

# ---- set-up: a venv of its own, a pinned uv in it, then exactly what uv.lock says ----

$(UV):
	@python=""; for name in $${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python="$$name"; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "This needs Python 3.11 or newer, and found none. Install it, or say where it is: make run PYTHON=/path/to/python3" >&2; exit 2; fi; \
	if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
	    echo "Python is here, but not its venv part. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 2; fi; \
	"$$python" -m venv .venv && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"

# --inexact keeps uv itself; compiled once here, the first start need not do it.
.venv/.ready-to-run: $(UV) pyproject.toml uv.lock
	@$(UV) sync --quiet --locked --inexact --no-dev --compile-bytecode
	@touch $@

.venv/.ready-to-test: $(UV) pyproject.toml uv.lock
	@$(UV) sync --quiet --locked --inexact --compile-bytecode
	@touch $@ .venv/.ready-to-run
