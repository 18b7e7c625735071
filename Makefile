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

# Each outside library has one door; this is all that is linked.
PKGS    := gsl cairo pangocairo libpng json-c
DEB     := pkg-config libgsl-dev libcairo2-dev libpango1.0-dev libcsv-dev \
           libcmocka-dev libpng-dev libjson-c-dev fonts-dejavu-core

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
LIBS     = $(eval LIBS := $$(shell pkg-config --libs $(PKGS)) -lcsv -lpthread -lm)$(LIBS)
LDEXTRA := $(if $(SAN),-fsanitize=$(SAN)) $(if $(COV),--coverage)

CLI     := $(wildcard src/cli/*.c)
LIB     := $(filter-out $(CLI),$(wildcard src/*/*.c))
TESTS   := $(wildcard tests/test_*.c)
FUZZ    := $(wildcard tests/fuzz/fuzz_*.c)
# Tables of datasets/ that are embedded; see the rules for $(GEN).
GENC    := $(GEN)/areas.c
LIBO    := $(LIB:%.c=$(OBJ)/%.o) $(GENC:%.c=$(OBJ)/%.o)
CLIO    := $(CLI:%.c=$(OBJ)/%.o)
TESTB   := $(TESTS:tests/%.c=$(OBJ)/tests/%)
FUZZB   := $(FUZZ:tests/fuzz/%.c=$(OBJ)/fuzz/%)

.PHONY: all deps help clean
all: $(PROGRAM) $(OBJ)/liboutturn.a

$(OBJ)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) -c $< -o $@

# The makers of tables run on the machine that builds.
HOSTCC  ?= $(CC)

$(GEN)/make-%: src/data/gen/%.c src/data/fold.c src/data/fold.h src/data/area_table.h
	@mkdir -p $(@D)
	$(HOSTCC) -std=c11 -O1 -Iinclude -Isrc $(WARN) $< src/data/fold.c -o $@

$(GEN)/areas.c: datasets/codes/areas.csv $(GEN)/make-areas
	$(GEN)/make-areas $< >$@

$(OBJ)/liboutturn.a: $(LIBO)
	@rm -f $@
	ar rcs $@ $^

$(PROGRAM): $(CLIO) $(OBJ)/liboutturn.a
	$(CC) $(CFLAGS) $(LDFLAGS) $(LDEXTRA) $^ $(LIBS) -o $@

$(OBJ)/tests/%: tests/%.c $(OBJ)/liboutturn.a tests/support.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) -Itests $(CFLAGS) $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) -lcmocka $(LIBS) -o $@

BENCH   := $(patsubst tests/bench/%.c,$(OBJ)/bench/%,$(wildcard tests/bench/*.c))
BENCHMB ?= 100

$(OBJ)/bench/%: tests/bench/%.c $(OBJ)/liboutturn.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(BASE) $(PCFLAGS) $(CFLAGS) $< $(OBJ)/liboutturn.a $(LDFLAGS) $(LDEXTRA) $(LIBS) -o $@

## bench: what reading costs, against bare libcsv (BENCHMB=100)
.PHONY: bench check-real
bench: $(BENCH) $(PROGRAM)
	$(OBJ)/bench/gen_comtrade $(BENCHMB)e6 build/bench.csv
	@$(OBJ)/bench/alternate 7 "$(OBJ)/bench/bare_csv build/bench.csv" \
	    "$(OBJ)/bench/our_csv build/bench.csv" "$(PROGRAM) info build/bench.csv"

## check-real: read the real files beside the project, where there are any
check-real: $(PROGRAM)
	@tests/real.sh $(PROGRAM)

# One test alone: make test_period
.PHONY: $(notdir $(TESTB))
$(notdir $(TESTB)): %: $(OBJ)/tests/%
	$<

## deps: install the Debian packages that are missing (as root), or say how
deps:
	@have() { cc=$(CC); pkg-config --exists $(PKGS) 2>/dev/null && \
	    for h in csv.h cmocka.h; do \
	        echo "#include <stdarg.h>" > /dev/null; \
	        [ -e /usr/include/$$h ] || [ -e /usr/local/include/$$h ] || \
	        [ -e /opt/homebrew/include/$$h ] || return 1; done; }; \
	if have; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get install -y --no-install-recommends $(DEB) >build-deps.log 2>&1 || \
	    { apt-get update >build-deps.log 2>&1 && \
	      apt-get install -y --no-install-recommends $(DEB) >>build-deps.log 2>&1; } || \
	    { cat build-deps.log >&2; rm -f build-deps.log; exit 1; }; \
	    rm -f build-deps.log; have; \
	else \
	    echo "outturn needs a few libraries; run the line for your system:" >&2; \
	    echo "  Debian, Ubuntu:  sudo apt-get install $(DEB)" >&2; \
	    echo "  Fedora:          sudo dnf install pkgconf gsl-devel cairo-devel pango-devel libcsv-devel libcmocka-devel libpng-devel json-c-devel dejavu-sans-fonts" >&2; \
	    echo "  Arch:            sudo pacman -S pkgconf gsl cairo pango libcsv cmocka libpng json-c ttf-dejavu" >&2; \
	    echo "  Homebrew:        brew install pkg-config gsl cairo pango libcsv cmocka libpng json-c" >&2; \
	    exit 1; \
	fi

## clean: remove everything that was built
clean:
	rm -rf build

## help: this list
help:
	@sed -n 's/^## /  make /p' Makefile

-include $(shell find build -name '*.d' 2>/dev/null)

## demo: build, then the founding case from data to verdict and chart
.PHONY: demo
demo: deps
	@$(MAKE) --no-print-directory $(PROGRAM)
	@sh tests/demo.sh

## plots: draw all pictures of plots/ again, byte for byte
.PHONY: plots
plots: $(PROGRAM)
	@sh tests/plots.sh
