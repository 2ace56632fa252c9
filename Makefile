# make run    the archive with its sample, on http://127.0.0.1:8000/ (PORT= names another)
# make test   all tests
# make bench  the times of the public pages, beside Datasette's, into docs/performance.md
#             (SIZES= names numbers of documents; it needs the corpus)
# make lint   what the tests can't see
# make lock   the lock files anew, from pyproject.toml (needs uv)

PYTHON ?= python3
PORT ?= 8000
SIZES ?= 10000
LOCK = uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --quiet \
	--generate-hashes --no-header --no-annotate --no-emit-index-url

.PHONY: run test bench lint lock python

run: python
	@$(PYTHON) -m archive.setup_env trial
	@.venv/bin/python manage.py serve_trial --port '$(PORT)'

test: python
	@$(PYTHON) -m archive.setup_env dev
	@.venv/bin/python -m archive.setup_browser
	@.venv/bin/python -m pytest

bench: python
	@$(PYTHON) -m archive.setup_env bench
	@.venv/bin/python -m tests.benchmark $(SIZES)

lint: python
	@$(PYTHON) -m archive.setup_env dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/djade --check --target-version 5.2 $$(git ls-files -- 'templates/*.html')
	.venv/bin/django-upgrade --target-version 5.2 --check $$(git ls-files -- '*.py')
	.venv/bin/lint-imports
	.venv/bin/deptry .
	.venv/bin/python manage.py makemigrations --check --dry-run

lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra s3 --constraint requirements.lock -o requirements-s3.lock
	$(LOCK) --extra ocr --constraint requirements.lock -o requirements-ocr.lock
	$(LOCK) --extra trial --constraint requirements.lock -o requirements-trial.lock
	$(LOCK) --extra trial --extra bench --constraint requirements-trial.lock \
		-o requirements-bench.lock
	$(LOCK) --extra trial --extra bench --extra s3 --extra ocr --extra dev \
		--constraint requirements-bench.lock --constraint requirements-s3.lock \
		--constraint requirements-ocr.lock -o requirements-dev.lock

python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "pacta: There is no $(PYTHON). On Debian: apt-get install python3 python3-venv" >&2; \
		exit 1; }
