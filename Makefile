# Two commands do everything: `make demo` and `make test`.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SAMPLE := examples/bien-ban-thang-9.docx
HTML := out/bien-ban-thang-9.html

.PHONY: help demo test lint model corpus evaluate compare docs fuzz clean

help:
	@echo "make demo      install, analyse a sample .docx, write its HTML report"
	@echo "make test      install what the tests need and run everything"
	@echo "make lint      ruff and mypy only"
	@echo "make corpus    build corpora/*.jsonl from the labelled texts"
	@echo "make model     train the section model into models/"
	@echo "make evaluate  measure on unseen voices, into models/evaluation.json and out/evaluation.html"
	@echo "make compare   compare section taggers (half an hour), into models/comparison.json"
	@echo "make fuzz      try a million made-up strings on the word segmenter (half an hour)"
	@echo "make docs      write the generated pages in docs/"

# Exit code 1 means that the report has findings, which is what a demonstration shows.
demo: $(VENV)/.installed
	@$(BIN)/minutes-nlp analyze $(SAMPLE) || test $$? -eq 1
	@mkdir -p out
	@$(BIN)/minutes-nlp analyze $(SAMPLE) --format html --output $(HTML) || test $$? -eq 1
	@echo "Báo cáo HTML: $(HTML)"

test: $(VENV)/.installed
	@sh scripts/system_packages.sh chromium tesseract-ocr-vie fonts-liberation2
	$(MAKE) --no-print-directory lint
	$(BIN)/python scripts/build_corpus.py --check
	$(BIN)/python scripts/count_syllables.py --check
	$(BIN)/python scripts/count_word_pairs.py --check
	$(BIN)/python scripts/gate.py
	$(BIN)/python -m pytest

lint: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

corpus: $(VENV)/.installed
	$(BIN)/python scripts/build_corpus.py
	$(BIN)/python scripts/count_syllables.py
	$(BIN)/python scripts/count_word_pairs.py

model: corpus
	$(BIN)/python scripts/train.py

evaluate: $(VENV)/.installed
	@mkdir -p out
	$(BIN)/python scripts/evaluate.py

compare: $(VENV)/.installed
	$(BIN)/python scripts/compare_models.py

fuzz: $(VENV)/.installed
	$(BIN)/python scripts/fuzz_readers.py --count 20000 --seed 1
	$(BIN)/python scripts/fuzz_tokenizer.py --count 1000000 --seed 1

docs: $(VENV)/.installed
	$(BIN)/python scripts/generate_docs.py

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên (Debian: apt-get install python3.11 python3.11-venv)."; exit 4; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh scripts/system_packages.sh python3-venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
