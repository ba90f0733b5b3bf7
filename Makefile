# What this repository can do. Each target first sets up what it needs, once.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
COMMON := pyproject.toml requirements-build.lock tools/setup.sh
COMPILE := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate $(COMPILE_FLAGS)

HEADLINE_STUDIES := sponsorship_depth_cost headline_uncertainties headline_channels

.PHONY: run test lint pack app docs bench faults test-slurm validate ablation description headline-study kit browser lock wheel release clean

## the headline comparison, with its verdicts and figures
run: $(VENV)/.ready-run
	@$(BIN)/archipel headline

## lint, then every test, then the patterns of the study (quick set) against the committed list
test: lint
	$(BIN)/pytest -n 2 --dist worksteal
	$(BIN)/archipel validate --quick

## style, types and the direction of imports
lint: $(VENV)/.ready-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## the seminar in one file, outputs/pack/archipel-seminaire.html: about 25 minutes on two cores; the same command again continues
pack: $(VENV)/.ready-run
	@$(BIN)/archipel pack

## the seminar on this machine, every position on demand
app: $(VENV)/.ready-run
	@$(BIN)/archipel app

## the documentation as a site that opens from a file, in French and in English: outputs/docs/index.html
docs: $(VENV)/.ready-docs
	@$(BIN)/python docs/site/build.py outputs/docs
	@echo "outputs/docs/index.html"

## speed against Mesa objects and C, as ratios
bench: $(VENV)/.ready-test
	@$(BIN)/archipel bench

## studies under seeded faults: N= how many (200), SEED= which
faults: $(VENV)/.ready-test
	@N=$(or $(N),200) SEED=$(or $(SEED),1) $(BIN)/pytest -m slow tests/faults -s

## studies on a SLURM that answers (as root, tools/slurm.sh starts one of one node), skipped with its reason elsewhere
test-slurm: $(VENV)/.ready-test
	@command -v sbatch > /dev/null || { echo "make test-slurm: skipped, sbatch is not installed." >&2; exit 0; }; \
	$(BIN)/python -c "import submitit" 2> /dev/null || { echo "make test-slurm: skipped, submitit is not installed." >&2; exit 0; }; \
	$(BIN)/pytest tests/study/test_clusters.py -k slurm

## what the study reports, put to the model: all patterns, 300 runs each, the four structural variants
validate: $(VENV)/.ready-run
	@$(BIN)/archipel validate --full --variant all

## which mechanism does what, what holds under other structures, what each lever moves (docs/model/*.md): a quarter of an hour
ablation: $(VENV)/.ready-run
	@for study in mechanisms structures levers; do \
		$(BIN)/archipel ablate $$study --out outputs/ablation/$$study || exit 1; \
		cp outputs/ablation/$$study/$$study.fr.md outputs/ablation/$$study/$$study.en.md docs/model/; \
	done

## the tables of the model description (docs/model), from the code
description: $(VENV)/.ready-test
	@$(BIN)/python -m experiments.description

## the headline study with its companions, then its page (docs/headline-study.*): half an hour; goes on where it stood
headline-study: $(VENV)/.ready-run
	@for study in $(HEADLINE_STUDIES); do \
		$(BIN)/archipel study study=$$study --workers 2 --out outputs/headline-study/$$study || exit 1; \
	done
	@$(BIN)/python -m experiments.headline_study $(addprefix outputs/headline-study/,$(HEADLINE_STUDIES))

## the seminar kit as PDF, in French and in English: outputs/kit
kit: $(VENV)/.ready-run
	@$(BIN)/python -m experiments.seminar.kit

## what browser tests need (Debian or Ubuntu, as root)
browser:
	@test "$$(id -u)" = 0 || { echo "make browser: root is needed to install packages, try \"sudo make browser\"." >&2; exit 1; }
	apt-get update --quiet
	apt-get install --quiet --yes --no-install-recommends chromium fonts-dejavu fonts-noto-color-emoji

## pin the dependencies of pyproject.toml; `make lock COMPILE_FLAGS=--upgrade` takes newer ones
lock: $(VENV)/.ready-test
	$(COMPILE) pyproject.toml --group dev --output-file requirements-dev.lock
	$(COMPILE) pyproject.toml --constraint requirements-dev.lock --output-file requirements.lock
	$(COMPILE) --group build --constraint requirements-dev.lock --output-file requirements-build.lock
	$(COMPILE) pyproject.toml --group docs --constraint requirements-dev.lock --output-file requirements-docs.lock

## dist/*.whl, with the configuration inside
wheel: $(VENV)/.ready-test
	$(BIN)/hatchling build --target wheel --directory dist

## what a release attaches, in dist/VERSION: wheel, session file, kit, documentation, checksums; half an hour
release: wheel pack kit docs
	@$(BIN)/python tools/release.py

## remove all that these targets made; outputs/ stays
clean:
	rm -rf $(VENV) dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.ready-run: $(COMMON) requirements.lock
	@tools/setup.sh requirements.lock
	@touch $@

$(VENV)/.ready-test: $(COMMON) requirements-dev.lock
	@tools/setup.sh requirements-dev.lock
	@touch $@ $(VENV)/.ready-run

$(VENV)/.ready-docs: $(COMMON) requirements-docs.lock
	@tools/setup.sh requirements-docs.lock
	@touch $@ $(VENV)/.ready-run
