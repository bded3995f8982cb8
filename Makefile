# Every target installs what it needs in .venv and changes nothing else on the machine.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared
# Options for training the tagger further, on texts with syntax trees.
ONWARD := --epochs 2 --average 0.99 --from src/sayso/encoder/weights
# Marked chains of speakers, as examples to train on.
CHAINS := --more training/runs/chains.jsonl.gz
# Options of pytest: every core has a stretch of the tests, and takes from another when it is done.
ON_ALL_CORES := --numprocesses auto --maxprocesses 4 --dist worksteal

.PHONY: demo test check bench train format clean
.DEFAULT_GOAL := demo

.venv/product: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/tools: pyproject.toml .venv/product
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

.venv/training: training/requirements.txt .venv/product
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	touch $@

demo: .venv/product  ## make the dossier of the bundled case
	$(BIN)/sayso demo -o sayso-demo.html

test: .venv/tools  ## the test suite
	$(BIN)/python -m pytest $(ON_ALL_CORES)

check: .venv/tools  ## format, lint, types, imports and the test suite
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(ON_ALL_CORES)

format: .venv/tools  ## format the code and fix what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/tools  ## measure against the shared data and freeze the figures
	$(BIN)/python -m bench.run --shared $(SHARED)

train: .venv/training  ## make the weights again from the data and a seed
	$(BIN)/python -m training.vectors
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/tagger
	$(BIN)/python -m training.finish training/runs/tagger --data $(SHARED)/data/polnear
	$(BIN)/python -m training.links --data $(SHARED)/data/polnear
	$(BIN)/python -m training.confidence --data $(SHARED)/data/polnear --open $(SHARED)/data/gum
	$(BIN)/python -m training.trees --data $(SHARED)/data/syntax --out training/runs/trees.jsonl.gz
	$(BIN)/python -m training.trees --data $(SHARED)/data/syntax --out training/runs/half.jsonl.gz \
		--share 0.5 --seed 5
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/wide $(ONWARD) \
		--more training/runs/trees.jsonl.gz --share 0.75 --rate 8e-5
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/near $(ONWARD) \
		--more training/runs/half.jsonl.gz --rate 6e-5 --seed 2
	$(BIN)/python -m training.finish training/runs/wide training/runs/near --data $(SHARED)/data/polnear
	$(BIN)/python -m training.chains --out training/runs/chains.jsonl.gz
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/chains-1 $(ONWARD) \
		$(CHAINS) --more training/runs/half.jsonl.gz --share 0.5 --rate 8e-5 --seed 3
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/chains-2 $(ONWARD) \
		$(CHAINS) --more training/runs/half.jsonl.gz --share 0.6 --rate 6e-5 --seed 4
	$(BIN)/python -m training.finish training/runs/chains-1 training/runs/chains-2 \
		--data $(SHARED)/data/polnear
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/chains-3 $(ONWARD) \
		$(CHAINS) $(CHAINS) $(CHAINS) --more training/runs/half.jsonl.gz --share 0.3 --rate 1e-4 --seed 5
	$(BIN)/python -m training.train --data $(SHARED)/data/polnear --out training/runs/chains-4 $(ONWARD) \
		$(CHAINS) $(CHAINS) $(CHAINS) --share 0.45 --rate 8e-5 --seed 6
	$(BIN)/python -m training.finish training/runs/chains-3 training/runs/chains-4 --data $(SHARED)/data/polnear
	$(BIN)/python -m training.links --data $(SHARED)/data/polnear
	$(BIN)/python -m training.confidence --data $(SHARED)/data/polnear --open $(SHARED)/data/gum
	$(BIN)/python -m training.casualties --data $(SHARED)/data
	$(BIN)/python -m training.disputes.train --data $(SHARED)/data --out training/runs/begun --real 0 --windows 1
	for half in 0 1; do \
		$(BIN)/python -m training.disputes.train --data $(SHARED)/data --out training/runs/half-$$half \
			--start training/runs/begun/invented.pt --invented 0 --half $$half && \
		$(BIN)/python -m training.disputes.finish training/runs/half-$$half/real.pt \
			--data $(SHARED)/data --to training/runs/half-$$half.onnx || exit 1; \
	done
	$(BIN)/python -m training.disputes.train --data $(SHARED)/data --out training/runs/whole \
		--start training/runs/half-0/real.pt training/runs/half-1/real.pt --invented 0 \
		--real 1 --again 0.5 --windows 0.25 --rate 4e-5
	$(BIN)/python -m training.disputes.finish training/runs/whole/real.pt --data $(SHARED)/data
	$(BIN)/python -m training.disputes.calibrate --data $(SHARED)/data \
		--networks training/runs/half-0.onnx training/runs/half-1.onnx

clean:
	rm -rf .venv
