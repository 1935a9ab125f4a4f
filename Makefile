# Every chore by name. All of them set up .venv first; a second time that costs nothing.
.DEFAULT_GOAL := help
.PHONY: help run test coverage nightly mutants try-readers try-windows lint format types contracts check bench beside-typst screenshots bundle wheel lock clean setup setup-test

PY := .venv/bin/python
# Tools run from .venv, whatever else is active.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

run: setup ## the sample visit and its packs in out/, then the window
	@.ci/demo

test: setup-test ## the tests, on two processes
	$(PY) -m pytest -n 2 -q $(ARGS)

coverage: setup-test ## which lines the tests run, also in the processes that they start (ARGS="tests/service")
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest -q $(ARGS)
	$(PY) -m coverage combine -q
	$(PY) -m coverage report --skip-covered

nightly: setup-test ## the tests that no commit waits for: random and hostile visits by the thousand
	$(PY) -m pytest -n 2 -q -m nightly $(ARGS)

mutants: setup-test ## which of 300 small faults no test notices, in an hour (ARGS="--again", "--module lohum_brief/visit/schedule.py")
	$(PY) -m tests.mutants $(ARGS)

house: setup-test ## how many files it takes to add a kind, a section, a check, a language, an output, a store; which functions are too complex
	$(PY) -m tests.house.changes
	$(PY) -m tests.house.complexity

try-readers: setup-test ## the text of the sample's packs as Firefox reads it, by pdf.js under node
	@.ci/try-readers $(ARGS)

try-windows: setup-test ## the command line as Windows runs it, under wine
	@.ci/try-windows $(ARGS)

lint: setup ## style
	.venv/bin/ruff check
	.venv/bin/ruff format --check

format: setup ## put the style right where that needs no thought
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

types: setup ## mypy, strict
	.venv/bin/mypy

contracts: setup ## which package may import which
	.venv/bin/lint-imports

check: ## all of it, as CI does
	@.ci/run

bench: setup-test ## our packs against Typst's, in turn (ARGS="--rounds 9")
	$(PY) -m pip install -qq --no-user --require-hashes -r requirements-bench.lock
	$(PY) -m tests.benchmarks.against_typst $(ARGS)

beside-typst: setup-test ## how well our pages are set, beside Typst's (ARGS="--pictures out/beside_typst")
	$(PY) -m pip install -qq --no-user --require-hashes -r requirements-bench.lock
	$(PY) -m tests.benchmarks.beside_typst $(ARGS)

screenshots: setup-test ## pictures of every place of the window in out/screenshots, to be looked at
	$(PY) -m tests.window.screenshots out/screenshots

bundle: setup ## dist/lohum-brief, one folder that runs without Python or a network, and a trial of it
	@.ci/setup window
	$(PY) -m pip install -qq --no-user --require-hashes -r requirements-bundle.lock
	$(PY) -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath dist/build build.spec
	@.ci/try-bundle dist/lohum-brief

wheel: setup ## dist/*.whl with resources and catalogues
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: setup ## newest versions within pyproject.toml's ranges, for Linux, macOS and Windows
	$(PY) -m pip install -qq --no-user uv
	.venv/bin/uv pip compile pyproject.toml --quiet --upgrade --extra test $(COMPILE) -o requirements.lock
	for extra in bench bundle; do .venv/bin/uv pip compile pyproject.toml --quiet --upgrade --extra $$extra $(COMPILE) \
		-c requirements.lock $$(sed -n 's/^\([A-Za-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock) \
		-o requirements-$$extra.lock; done

COMPILE := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

clean: ## forget .venv, caches and everything made
	rm -rf .venv dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis translations/*.mo translations/*.json
	find lohum_brief tests .ci -name __pycache__ -type d -exec rm -rf {} +

setup:
	@.ci/setup

setup-test:
	@.ci/setup test
