# make lessons · make test · make test-all · make bench: each sets up what it needs, once.
PYTHON ?= python3
JOBS ?= 2
BIN := .venv/bin
PIP := $(BIN)/uv pip install --quiet --link-mode copy --python $(BIN)/python
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command "make requirements"
# Files of tests are shared out in their own order, so that those with a browser come last in each worker.
TWO := -n $(JOBS) --dist loadfile --no-loadscope-reorder

.PHONY: lessons test test-all bench requirements lint clean

lessons: .venv/lessons.stamp  ## open the workbook in the browser
	$(BIN)/privlessons open

test: .venv/dev.stamp  ## everything but the slow suites
	$(BIN)/python -m pytest $(TWO) -m "not slow"

test-all: .venv/dev.stamp lint  ## everything
	$(BIN)/python -m pytest $(TWO)

lint: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check

bench: .venv/dev.stamp  ## measure what the README claims; writes benchmarks/latest.json
	$(BIN)/python -m benchmarks

# pip fetches uv alone, with its hash checked; uv then installs the rest twelve times faster than pip would.
.venv/uv.stamp: requirements-build.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.txt
	@touch $@

.venv/lessons.stamp: .venv/uv.stamp requirements.txt pyproject.toml
	@echo "Setting up (once; about a minute)."
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/lessons.stamp requirements-dev.txt
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

requirements: .venv/uv.stamp  ## after a change of the dependencies in pyproject.toml
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) --group build -o requirements-build.txt
	$(BIN)/python -m tests.agreement environment.yml

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache
