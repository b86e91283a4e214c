# Enfilade. `make` alone lists what it can do.
#
# PORT, HOST, ENFILADE_DATA and ENFILADE_ADMIN_PASSWORD may be given here or in the environment:
#   make run PORT=8001 HOST=0.0.0.0

.DEFAULT_GOAL := help
.PHONY: help run dev test check format bench fuzz messages screenshots vendor lock clean

# PostgreSQL and Redis have drivers of their own, installed only where they are named.
RUN_LOCK := $(if $(DATABASE_URL)$(CACHE_URL),server.txt,run.txt)
PY := .venv/bin/python
TEMPLATES = git ls-files --cached --others --exclude-standard -- 'templates/**.html'

help:
	@echo 'Enfilade'
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

run: ## Open the exhibit: sets everything up the first time, then serves it on PORT (8000)
	@sh cms/requirements/install.sh $(RUN_LOCK)
	@exec $(PY) -m cms.serve

dev: ## The same for developers: reloads when code changes, shows errors in the page
	@sh cms/requirements/install.sh dev.txt
	@exec $(PY) -m cms.serve --reload

test: ## Prove that it works: every test, browser included (ARGS='-k search' for some)
	@sh cms/requirements/install.sh dev.txt
	@sh cms/requirements/install_browser.sh
	@exec $(PY) -m tests.all $(ARGS)

check: ## Look without running: lint, format, import rules, migrations, deployment settings
	@sh cms/requirements/install.sh dev.txt
	@exec sh .ci/check

format: ## Bring Python and templates into the one format
	@sh cms/requirements/install.sh dev.txt
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format .
	@$(TEMPLATES) | xargs -r .venv/bin/djade --target-version 5.2

bench: ## Measure a chapter page beside a bare Wagtail page, in one run
	@sh cms/requirements/install.sh dev.txt
	@exec $(PY) -m tests.bench $(ARGS)

fuzz: ## Read broken manuscripts for MINUTES (10) and keep what the parser trips on
	@sh cms/requirements/install.sh dev.txt
	@exec $(PY) -m tests.manuscript.fuzz --minutes $(or $(MINUTES),10) $(ARGS)

messages: ## Collect the interface's words for translators and compile what they sent back
	@sh cms/requirements/install.sh dev.txt
	@command -v xgettext >/dev/null || { echo 'Collecting words needs gettext; install it (on Debian: apt-get install gettext).' >&2; exit 1; }
	@$(PY) manage.py makemessages --locale ru --locale fa_AF --no-location --no-obsolete --ignore 'var/*' --ignore '.venv/*'
	@.venv/bin/pybabel --quiet compile --directory cms/locale --domain django

screenshots: ## Take the pictures of the curators' guide again (docs/screenshots/)
	@sh cms/requirements/install.sh dev.txt
	@sh cms/requirements/install_browser.sh
	@exec $(PY) -m tests.browser.screenshots

vendor: ## Fetch the front-end libraries and fonts again (needs npm; nothing else here does)
	@sh cms/requirements/install.sh dev.txt
	@$(PY) -m pip install --quiet --require-hashes --requirement cms/requirements/vendor.txt
	@exec $(PY) -m cms.frontend.vendor

lock: ## Choose versions anew within pyproject.toml's bounds (needs uv)
	@exec sh cms/requirements/lock.sh

clean: ## Remove what tools leave behind; the museum's data in var/ stays
	@rm -rf .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
