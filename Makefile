# outturn - see README.md. `make help` lists the targets.
#
# One Makefile, no recursion; everything it makes lies in build/. A new source,
# test or fuzz target needs no edit here.

.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL     := /bin/bash

VERSION := 0.1.0
PREFIX  ?= /usr/local
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
CFLAGS  ?= -O2 -g

# ISA-L unpacks gzip where it is installed, zlib elsewhere and with `make ISAL=`.
ISAL    ?= $(shell pkg-config --exists libisal 2>/dev/null && echo libisal)
UNGZIP  := $(if $(ISAL),isal,zlib)

# Each outside library has one door; this is all that is linked.
PKGS    := gsl cairo pangocairo libpng json-c libarchive $(if $(ISAL),libisal,zlib)
DEB     := pkg-config libgsl-dev libcairo2-dev libpango1.0-dev libcsv-dev \
           libcmocka-dev libpng-dev libjson-c-dev libarchive-dev zlib1g-dev \
           libglpk-dev fonts-dejavu-core
# Unpacks gzip faster; not needed, and not everywhere.
DEBMORE := libisal-dev

# V=1 shows the whole command lines.
Q       := $(if $(V),,@)
SPACE   :=
SPACE   += 
COMMA   := ,
VARIANT := $(if $(COV),coverage,$(if $(SAN),$(subst $(COMMA),-,$(SAN)),plain))
OBJ     := build/$(VARIANT)
GEN     := build/gen
PROGRAM := $(if $(filter plain,$(VARIANT)),build/outturn,$(OBJ)/outturn)

WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef \
           -Wvla -Wnull-dereference
BASE    := -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off \
           -fvisibility=hidden -fPIC -Iinclude -Isrc -I$(GEN) $(WARN) -MMD -MP \
           $(if $(WERROR),-Werror) \
           $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all) \
           $(if $(COV),--coverage)
# Asked for only when something is compiled, so `make deps` and `make help` work
# on a machine that has none of it.
PCFLAGS  = $(eval PCFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PCFLAGS)
LIBS     = $(eval LIBS := $$(shell pkg-config --libs $(PKGS)) -lcsv -lglpk -lpthread -lm)$(LIBS)
LDEXTRA := $(if $(SAN),-fsanitize=$(SAN)) $(if $(COV),--coverage)

CLI     := $(wildcard src/cli/*.c)
LEFTOUT := $(filter-out %_$(UNGZIP).c,$(wildcard src/data/gzip_*.c))
LIB     := $(filter-out $(CLI) $(LEFTOUT),$(wildcard src/*/*.c))
TESTS   := $(wildcard tests/test_*.c)
FUZZ    := $(wildcard tests/fuzz/fuzz_*.c)
# Tables of datasets/ that are embedded; see the rules for $(GEN).
GENC    := $(GEN)/areas.c $(GEN)/layouts.c
LAYOUTS := $(wildcard datasets/layouts/*.layout)
LIBO    := $(LIB:%.c=$(OBJ)/%.o) $(GENC:%.c=$(OBJ)/%.o)
CLIO    := $(CLI:%.c=$(OBJ)/%.o)
TESTB   := $(TESTS:tests/%.c=$(OBJ)/tests/%)
FUZZB   := $(FUZZ:tests/fuzz/%.c=$(OBJ)/fuzz/%)

.PHONY: all deps help clean
all: $(PROGRAM) $(OBJ)/liboutturn.a

$(OBJ)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(Q)echo "  CC $<"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) -c $< -o $@

# The makers of tables run on the machine that builds.
HOSTCC  ?= $(CC)

$(GEN)/make-%: src/data/gen/%.c src/data/fold.c src/data/fold.h src/data/area_table.h
	@mkdir -p $(@D)
	@$(HOSTCC) -std=c11 -O1 -Iinclude -Isrc $(WARN) $< src/data/fold.c -o $@

$(GEN)/areas.c: $(wildcard datasets/codes/*.csv) $(GEN)/make-areas
	$(GEN)/make-areas datasets/codes >$@

$(GEN)/layouts.c: $(LAYOUTS) $(GEN)/make-layouts
	$(GEN)/make-layouts $(LAYOUTS) >$@

# Which of the two is in the libraries; they are made anew when it changes.
.PHONY: always
always:
$(OBJ)/gzip-by: always
	@mkdir -p $(@D)
	@echo $(UNGZIP) | cmp -s - $@ || echo $(UNGZIP) >$@

$(OBJ)/liboutturn.a: $(LIBO) $(OBJ)/gzip-by
	@rm -f $@
	@ar rcs $@ $(LIBO)

$(PROGRAM): $(CLIO) $(OBJ)/liboutturn.a
	$(Q)echo "  LD $@"; $(CC) $(CFLAGS) $(LDFLAGS) $(LDEXTRA) $^ $(LIBS) -o $@

$(OBJ)/tests/%: tests/%.c $(OBJ)/liboutturn.a tests/support.h
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) -Itests $(CFLAGS) $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) -lcmocka $(LIBS) -o $@

BENCH   := $(patsubst tests/bench/%.c,$(OBJ)/bench/%,$(wildcard tests/bench/*.c))
BENCHMB ?= 1000

$(OBJ)/bench/%: tests/bench/%.c $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) $(LIBS) -o $@

# Built as the others, and to be found without the name of a variant.
BENCHP  := $(patsubst tests/bench/%.c,build/bench/%,$(wildcard tests/bench/bench_*.c))

## bench-programs: build/bench/bench_*, how good the projections are
.PHONY: bench-programs
bench-programs: $(BENCHP)
build/bench/%: $(OBJ)/bench/%
	@mkdir -p $(@D)
	@cp $< $@

## bench: what reading costs, against DuckDB and memory's speed (BENCHMB=1000)
## bench-memory: memory for a big file, for a pipe, for ten million keys
.PHONY: bench bench-memory check-real
bench bench-memory: $(BENCH) $(PROGRAM)
	@PROGRAM=$(PROGRAM) TOOLS=$(OBJ)/bench BENCHMB=$(BENCHMB) CC="$(CC)" \
	    sh tests/bench.sh $(if $(filter bench,$@),speed,memory)

## check-real: real files and R's figures beside the project, where there are any
check-real: $(PROGRAM) $(OBJ)/oracle
	@tests/real.sh $(PROGRAM) $(OBJ)/oracle

ORACLE  := $(wildcard tests/oracle/*.c)
$(OBJ)/oracle: $(ORACLE) tests/oracle/oracle.h tests/support.h \
               tests/arima_bounded.h $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(filter-out -MMD -MP,$(BASE)) $(PCFLAGS) -Itests $(CFLAGS) $(ORACLE) $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) -lcmocka $(LIBS) -o $@

## check-spectrum: csv-spectrum's cases against its answers (needs npm)
.PHONY: check-spectrum
check-spectrum: $(OBJ)/bench/csv_json
	@sh tests/spectrum.sh $<

## check-sarif: check --format sarif against the schema of SARIF 2.1.0 (needs npm)
.PHONY: check-sarif
check-sarif: $(PROGRAM)
	@sh tests/sarif.sh $(PROGRAM)

## check-pictures: the gallery by qpdf, pdffonts, xmllint, librsvg and Chromium
.PHONY: check-pictures
check-pictures: $(PROGRAM) $(OBJ)/pictures/compare $(OBJ)/pictures/many
	@sh tests/pictures.sh $(PROGRAM) $(OBJ)/pictures
$(OBJ)/pictures/%: tests/pictures/%.c $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) $(LIBS) -o $@

# One test alone: make test_period
.PHONY: $(notdir $(TESTB))
$(notdir $(TESTB)): %: $(OBJ)/tests/%
	$<

## deps: install the Debian packages that are missing (as root), or say how
deps:
	@have() { pkg-config --exists $(PKGS) 2>/dev/null && \
	    for h in csv.h cmocka.h glpk.h; do \
		        [ -e /usr/include/$$h ] || [ -e /usr/local/include/$$h ] || \
	        [ -e /opt/homebrew/include/$$h ] || return 1; done; }; \
	apt() { command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; }; \
	more() { apt-get install -y --no-install-recommends $(DEBMORE) >/dev/null 2>&1 || :; }; \
	export DEBIAN_FRONTEND=noninteractive; \
	if have; then \
	    if [ "$(ISAL)$(MAKECMDGOALS)" = deps ] && apt; then more; fi; \
	    exit 0; \
	fi; \
	if apt; then \
	    apt-get install -y --no-install-recommends $(DEB) >build-deps.log 2>&1 || \
	    { apt-get update >build-deps.log 2>&1 && \
	      apt-get install -y --no-install-recommends $(DEB) >>build-deps.log 2>&1; } || \
	    { cat build-deps.log >&2; rm -f build-deps.log; exit 1; }; \
	    rm -f build-deps.log; more; have; \
	else \
	    echo "outturn needs a few libraries; run the line for your system:" >&2; \
	    echo "  Debian, Ubuntu:  sudo apt-get install $(DEB)" >&2; \
	    echo "  Fedora:          sudo dnf install pkgconf gsl-devel cairo-devel pango-devel libcsv-devel libcmocka-devel libpng-devel json-c-devel libarchive-devel zlib-devel glpk-devel dejavu-sans-fonts" >&2; \
	    echo "  Arch:            sudo pacman -S pkgconf gsl cairo pango libcsv cmocka libpng json-c libarchive zlib glpk ttf-dejavu" >&2; \
	    echo "  Homebrew:        brew install pkg-config gsl cairo pango libcsv cmocka libpng json-c libarchive zlib glpk" >&2; \
	    echo "Gzip files are read faster with ISA-L, which need not be there: libisal-dev (Debian, Ubuntu), isa-l-devel (Fedora), isa-l (Arch, Homebrew)" >&2; \
	    exit 1; \
	fi

# ---- checking ----------------------------------------------------------------

FUZZ_SECONDS ?= 60
# Deterministic mutations of each corpus file in a replay.
FUZZ_MUTATIONS ?= 40
VARIED := PROGRAM="$(abspath $(PROGRAM))" VARIANT=$(VARIANT)

$(OBJ)/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) $< tests/fuzz/replay.c $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) $(LIBS) -o $@

## check: all tests of the plain build (installs what is missing, see deps)
.PHONY: check check-all check-unit check-fuzz check-cli check-layouts headers rules
.PHONY: check-threads
check: deps
	@$(MAKE) --no-print-directory -j2 all $(TESTB) $(FUZZB) $(OBJ)/liboutturn.so.0
	@$(MAKE) --no-print-directory check-all
check-all: $(PROGRAM) $(TESTB) $(FUZZB) $(OBJ)/liboutturn.so.0
	@$(VARIED) CC="$(CC)" sh tests/check.sh unit fuzz cli threads layouts headers exports rules

## check-unit, check-fuzz, check-cli, check-layouts, headers, rules: one group
## check-threads: every way of reading a file, against one thread (takes minutes)
check-unit: $(TESTB)
	@$(VARIED) sh tests/check.sh unit
check-fuzz: $(FUZZB)
	@$(VARIED) FUZZ_MUTATIONS=$(FUZZ_MUTATIONS) sh tests/check.sh fuzz
check-cli: $(PROGRAM)
	@$(VARIED) sh tests/check.sh cli
check-threads: $(PROGRAM)
	@PROGRAM="$(abspath $(PROGRAM))" sh tests/threads.sh all
check-layouts: $(PROGRAM)
	@$(VARIED) sh tests/check.sh layouts
headers:
	@CC="$(CC)" sh tests/check.sh headers
rules:
	@sh tests/check.sh rules

## check-sanitize: the tests under the address and undefined-behaviour sanitizers
.PHONY: check-sanitize
check-sanitize: deps
	@$(MAKE) --no-print-directory -j2 SAN=address,undefined sanitized
.PHONY: sanitized
sanitized: $(PROGRAM) $(TESTB) $(FUZZB)
	@$(VARIED) sh tests/check.sh unit fuzz cli

## check-race: what runs on several threads, under the thread sanitizer
.PHONY: check-race raced
check-race: deps
	@$(MAKE) --no-print-directory -j2 SAN=thread raced
RACED := $(addprefix $(OBJ)/tests/,test_backtest test_groups test_many test_parallel)
raced: $(RACED) $(OBJ)/fuzz/fuzz_pieces
	@for t in $(RACED); do $$t >$$t.log 2>&1 || { cat $$t.log; exit 1; }; done
	@$(OBJ)/fuzz/fuzz_pieces 100 tests/fuzz/corpus/pieces

## lint: format, clang-tidy (where they are installed) and the project's own rules
.PHONY: lint
lint: $(GENC)
	@CHECKS="$(LIB) $(CLI)" FLAGS="-std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc $(PCFLAGS)" sh tests/check.sh rules format tidy

## format: lay out all sources by .clang-format
.PHONY: format
format:
	clang-format -i $(TESTS) $(FUZZ) $(wildcard src/*/*.[ch] include/outturn/*.h tests/*.h tests/fuzz/*.c tests/bench/*.c tests/oracle/*.[ch] src/data/gen/*.c)

## fuzz: coverage-guided fuzzing with clang, FUZZ_SECONDS=60 for each target
.PHONY: fuzz
fuzz:
	@CC=clang FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz/run.sh

.PHONY: fuzzers
fuzzers: $(FUZZ:tests/fuzz/%.c=$(OBJ)/libfuzzer/%)
$(OBJ)/libfuzzer/%: tests/fuzz/%.c $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(Q)echo "  LD $@"; $(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) -fsanitize=fuzzer $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) $(LIBS) -o $@

## coverage: which lines the tests reach
.PHONY: coverage covered
coverage:
	@$(MAKE) --no-print-directory -j2 COV=1 covered
covered: $(PROGRAM) $(TESTB) $(FUZZB)
	@find $(OBJ) -name '*.gcda' -delete
	@$(VARIED) sh tests/check.sh unit fuzz cli
	@sh tests/coverage.sh $(OBJ)

# ---- installing --------------------------------------------------------------

$(OBJ)/liboutturn.so.0: $(LIBO) $(OBJ)/gzip-by
	$(Q)echo "  LD $@"; $(CC) $(CFLAGS) -shared -Wl,-soname,liboutturn.so.0 $(LDFLAGS) $(LDEXTRA) $(LIBO) $(LIBS) -o $@

## man: the man page, build/outturn.1
.PHONY: man install uninstall dist
man: build/outturn.1
build/outturn.1: $(PROGRAM)
	$(PROGRAM) help --man >$@

MANDIR  := $(DESTDIR)$(PREFIX)/share/man/man1
## install, uninstall: program, library, headers, man page (PREFIX, DESTDIR)
install: $(PROGRAM) $(OBJ)/liboutturn.a $(OBJ)/liboutturn.so.0 build/outturn.1
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig \
	    $(DESTDIR)$(PREFIX)/include/outturn $(MANDIR)
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/outturn
	install -m 644 $(OBJ)/liboutturn.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(OBJ)/liboutturn.so.0 $(DESTDIR)$(PREFIX)/lib/
	ln -sf liboutturn.so.0 $(DESTDIR)$(PREFIX)/lib/liboutturn.so
	install -m 644 include/outturn/*.h $(DESTDIR)$(PREFIX)/include/outturn/
	install -m 644 build/outturn.1 $(MANDIR)/
	printf 'prefix=%s\nName: outturn\nDescription: trade statistics\nVersion: %s\nRequires.private: $(PKGS)\nLibs: -L$${prefix}/lib -loutturn\nLibs.private: -lcsv -lglpk -lpthread -lm\nCflags: -I$${prefix}/include\n' \
	    '$(PREFIX)' '$(VERSION)' >$(DESTDIR)$(PREFIX)/lib/pkgconfig/outturn.pc
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/outturn $(DESTDIR)$(PREFIX)/lib/liboutturn.a \
	    $(DESTDIR)$(PREFIX)/lib/liboutturn.so $(DESTDIR)$(PREFIX)/lib/liboutturn.so.0 \
	    $(DESTDIR)$(PREFIX)/lib/pkgconfig/outturn.pc $(MANDIR)/outturn.1
	rm -rf $(DESTDIR)$(PREFIX)/include/outturn

## dist: build/outturn-VERSION.tar.gz from what is committed
dist:
	@mkdir -p build
	git archive --prefix=outturn-$(VERSION)/ -o build/outturn-$(VERSION).tar.gz HEAD

## demo: build, then the founding case from data to verdict and chart
.PHONY: demo
demo: deps
	@$(MAKE) --no-print-directory $(PROGRAM)
	@sh tests/demo.sh

## plots: draw all pictures of plots/ again, byte for byte
.PHONY: plots
plots: $(PROGRAM)
	@sh tests/plots.sh

## clean: remove everything that was built
clean:
	rm -rf build

## help: this list
help:
	@sed -n 's/^## /  make /p' Makefile

-include $(shell find build -name '*.d' 2>/dev/null)
