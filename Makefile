# Minyi: the commands a person needs. `make run` and `make test` do everything from a fresh clone.

PREFIX ?= /usr/local
PACKAGES = libicu-dev libsqlite3-dev libcsv-dev libsimdjson-dev libexpat1-dev libzip-dev libxlsxwriter-dev
# For `make test-browser` only; fonts, so that Chinese is drawn as it is at an office.
BROWSER_PACKAGES = chromium fonts-noto-cjk poppler-utils
# Test builds use the flags of release builds, so that nothing is compiled twice.
BUILD = swift build -c release
TEST = swift test -c release --disable-testable-imports
BIN = .build/release

.PHONY: run test test-browser build deps lint fuzz bench docs install clean

## Build and run the main job on the sample corpus.
run: build
	$(BIN)/minyi run Corpus/qinghe.csv --top 15

## All tests.
test: deps
	$(BUILD) --build-tests
	$(TEST) --skip-build

## The report in a real browser (headless Chromium), on paper too.
test-browser: build
	@Scripts/install-packages.sh $(BROWSER_PACKAGES)
	python3 Tests/Browser/check_report.py $(BIN)/minyi

build: deps
	$(BUILD) --product minyi

## The system packages that are missing; without root the one command to type.
deps:
	@Scripts/install-packages.sh $(PACKAGES)

## Format, import rules, dictionaries.
lint:
	swift format lint --strict --recursive Package.swift Sources Tests Snippets Benchmarks/Package.swift Benchmarks/Benchmarks Dictionaries
	Scripts/check-imports.sh
	Scripts/check-dictionaries.sh

## Mutated texts, cut by the compiled dictionary and by ICU, for SECONDS; SEED repeats a run.
SECONDS = 600
fuzz: deps
	$(BUILD) --build-tests
	MINYI_FUZZ_SECONDS=$(SECONDS) MINYI_FUZZ_SEED=$(SEED) $(TEST) --skip-build --filter FuzzTests

## Benchmarks, in a package of their own.
bench: deps
	cd Benchmarks && swift package --disable-sandbox benchmark

## The documentation as a site in .build/docs; a warning is an error.
docs: build
	Scripts/make-docs.sh

## An installed program must not need the Swift toolchain: linked statically, in a build folder of its own.
install: deps
	$(BUILD) --static-swift-stdlib --scratch-path .build-static --product minyi
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/minyi/dictionaries/profiles
	install -s -m 755 .build-static/release/minyi $(DESTDIR)$(PREFIX)/bin/minyi
	install -m 644 Dictionaries/*.tsv $(DESTDIR)$(PREFIX)/share/minyi/dictionaries
	install -m 644 Dictionaries/profiles/*.yaml $(DESTDIR)$(PREFIX)/share/minyi/dictionaries/profiles
	Scripts/install-shell.sh .build-static/release/minyi $(DESTDIR)$(PREFIX)/share

clean:
	rm -rf .build .build-static Benchmarks/.build
