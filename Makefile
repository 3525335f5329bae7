# Everything a person or a CI runs. Needs Python >= 3.11 and make; the rest is installed into .venv.
#
#   make demo                  the audit of the sample monorepo
#   make test [ARGS='-k x']    all tests (installs what they need, npm packages too)
#   make lint                  ruff, mypy, import-linter
#   make bench CHECKOUT=DIR    the times of ungated and of ast-grep on the same tree, side by side
#   make growth                the times on the sample, alone and among 9 and 99 neighbours that no access touches
#   make replay CHECKOUT=DIR   `check` on every commit of a clone's history against its parent
#   make lock                  the lock files anew, from the ranges in pyproject.toml and package.json
#   make schema                the JSON Schema of the report anew, after the model has grown a field
#   make reference             docs/rules-reference.md anew, after rules files have got a key
#   make clean                 remove whatever these have made

# Any Python that will do, the plainest name first; `make PYTHON=… test` takes another.
PYTHON ?= $(shell for p in python3 python python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
SAMPLE := tests/projects/backend-service
SERVICE := tests/servers/metadata-lookup
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
NPM    := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
NPM_CI := ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
STAMPS := .venv/.stamps

.PHONY: demo test lint format bench growth replay lock schema reference clean
.DELETE_ON_ERROR:

demo: $(STAMPS)/run
	$(BIN)/ungated report $(SAMPLE) --server $(SERVICE)

test: $(STAMPS)/test tests/node/node_modules/.stamp
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest $(ARGS)

lint: $(STAMPS)/lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMPS)/lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMPS)/test bench/node_modules/.stamp
	@test -n "$(CHECKOUT)" || { echo 'name a checkout: make bench CHECKOUT=DIR' >&2; exit 2; }
	@$(BIN)/python bench/run.py $(ARGS) "$(CHECKOUT)"

growth: $(STAMPS)/test
	@$(BIN)/python bench/growth.py $(ARGS)

replay: $(STAMPS)/run
	@test -n "$(CHECKOUT)" || { echo 'name a clone with its history: make replay CHECKOUT=DIR' >&2; exit 2; }
	@PYTHONPATH=. $(BIN)/python tests/replay/run.py --since 7b1a95fa^ $(ARGS) "$(CHECKOUT)"

lock: $(STAMPS)/test
	$(BIN)/python requirements/refresh.py
	for folder in tests/node bench; do (cd $$folder && PATH="$(CURDIR)/$(BIN):$$PATH" npm install \
		--package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved) || exit 1; done

schema: $(STAMPS)/run
	$(BIN)/python -m reports.schema

reference: $(STAMPS)/run
	$(BIN)/python -m audit.rulebook.reference

clean:
	rm -rf .venv build dist tests/node/node_modules bench/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is younger than what it was made from; a second run has nothing to do.
$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed; name it: make PYTHON=…' >&2; exit 2; }
	$(PYTHON) -m venv --clear .venv
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: $(STAMPS)/venv requirements/build.lock requirements/run.lock pyproject.toml
	$(PIP) install --no-deps -r requirements/build.lock -r requirements/run.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/test: $(STAMPS)/run requirements/test.lock
	$(PIP) install --no-deps -r requirements/test.lock
	@touch $@

$(STAMPS)/lint: $(STAMPS)/test requirements/lint.lock
	$(PIP) install --no-deps -r requirements/lint.lock
	@touch $@

%/node_modules/.stamp: %/package.json %/package-lock.json | $(STAMPS)/test
	$(NPM) --prefix $* $(NPM_CI)
	@touch $@
