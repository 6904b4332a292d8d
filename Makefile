PYTHON ?= python3
VENV := .venv
TRAIN := .venv-train
BIN := $(VENV)/bin
export SOURCE_DATE_EPOCH ?= 1767225600

.PHONY: venv demo test check gate bench lock train clean

venv: $(VENV)/dev.stamp  ## a virtual environment with the locked versions

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/run.stamp  ## the main job on our own example reports
	@mkdir -p demo
	@$(BIN)/rashomon compare examples/reports --html demo/dossier.html --json demo/dossier.json
	@$(BIN)/rashomon --ledger demo/affairs read examples/affairs
	@$(BIN)/rashomon --ledger demo/affairs state --on 2023-05-14 --html demo/state.html > demo/state.txt
	@echo "The dossier lies in demo/dossier.html (open it in any browser) and demo/dossier.json,"
	@echo "the state of affairs that eighteen other reports tell of in demo/state.html and demo/state.txt"

test: venv  ## the tests
	$(BIN)/python -m pytest -n 2

check: venv  ## what CI runs: lint, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

gate: venv  ## quality floors on the gold data beside the checkout (skips what is absent)
	$(BIN)/python bench/gate.py

bench: venv  ## speed and memory, as ratios in one run
	$(BIN)/python bench/speed.py

$(TRAIN)/train.stamp: training/requirements.txt requirements.lock
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	touch $@

train: $(TRAIN)/train.stamp  ## rebuilds the weights in models/ from the gold data beside the checkout (two hours of one CPU); TINY=1: a trial that touches nothing
	mkdir -p training/out/tiny/models/attribution
	PYTHONPATH=src $(TRAIN)/bin/python training/attribution_tagger.py
	PYTHONPATH=src $(TRAIN)/bin/python training/attribution_narrow.py
	PYTHONPATH=src $(TRAIN)/bin/python training/export_attribution.py
	PYTHONPATH=src $(TRAIN)/bin/python training/event_reader.py 0
	PYTHONPATH=src $(TRAIN)/bin/python training/event_reader.py all
	PYTHONPATH=src $(TRAIN)/bin/python training/export_events.py all
	PYTHONPATH=src $(TRAIN)/bin/python training/point_judge.py
	PYTHONPATH=src $(TRAIN)/bin/python training/export_points.py

lock:  ## renews the lock files
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) demo build dist
