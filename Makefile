# Every target works on a fresh copy: `setup` makes .venv when it is missing or the lock has changed.
PYTHON ?= python3
VENV := .venv/bin
COMPILE := pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --quiet $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help setup run sandbox check test thorough browser lint fix migrate bench lock image-check

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@$(PYTHON) dev.py setup

run: ## Run the bot when BOT_TOKEN is set, else the sandbox
	@$(PYTHON) dev.py run

sandbox: ## Play the product in a browser, even beside a .env with a token
	@BOT_TOKEN= $(PYTHON) dev.py run

check: lint ## Everything a change must pass beside the tests: style, types, imports, registry hosts
	$(VENV)/python -m mypy
	$(VENV)/lint-imports --no-logo
	.ci/registry-hosts

test: ## Run the tests (ARGS="..." goes to pytest)
	@$(PYTHON) dev.py test $(ARGS)

thorough: ## Run what the quick tests leave out: PostgreSQL, whole processes, every case
	@$(PYTHON) dev.py test -m thorough $(ARGS)

browser: ## Play the main story in the system's Chromium
	@$(PYTHON) dev.py test -n 0 -m browser tests/browser $(ARGS)

lint: setup ## Check style and format
	$(VENV)/python -m ruff check
	$(VENV)/python -m ruff format --check

fix: setup ## Repair what ruff can repair, then format
	$(VENV)/python -m ruff check --fix
	$(VENV)/python -m ruff format

migrate: setup ## Bring the database to the newest schema (a backup copy is made first)
	$(VENV)/python -m bot migrate

bench: setup ## Print the tables of bench/
	@set -e; for file in bench/[!_]*.py; do $(VENV)/python -m "bench.$$(basename "$$file" .py)"; done

lock: ## Remake both locks from pyproject.toml (UPGRADE=1 takes newer versions)
	@set -e; uv=$$(command -v uv || true); \
	if [ -z "$$uv" ]; then \
		scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
		$(PYTHON) -m venv "$$scratch"; "$$scratch/bin/pip" install --quiet uv; uv="$$scratch/bin/uv"; \
	fi; \
	"$$uv" $(COMPILE) --output-file requirements.lock; \
	"$$uv" $(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock

image-check: setup ## Lint the Dockerfile and build it with buildah where that is possible
	.ci/dockerfile-check
