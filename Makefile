# drill72: `make play` and `make test` do all the set-up; see README.md.
PREFIX ?= /usr/local
DATADIR = $(PREFIX)/share/drill72
BUILD  ?= build$(if $(SAN),-san)

# The modules, low to high: a file includes itself, earlier modules of its floor, and lower floors (`make lint`).
BASE     = ascii memory arena text clip ending escape markdown sms numeral_part numeral dating weekday diag jsn tree hash mail span zone clock charset path program refusal file
CONTENT  = yml plain tag lookup mustache mustache_render phrase scalar names stray shape texts unit vocabulary regime term playbook loan effect fact brief declaration story coherence world share state view \
           luasafe sandbox luanode luatoken luascan hookscan hookshape scenario_api scenario matter heard advice letter stated filed dossier overclaim
EXERCISE = slot statement embed event ledger truth owing restraint approval promise journal agenda work scale score notary fold hook scribe proof cascade clearance act session record gather voucher saying exhibit retraction material setting caution notice
DESK     = option shelf archive paper layout doubt leftover origin drafting prose prose_entity prose_plain prose_markdown prose_html prose_mail reading rendition fingerprint provenance copies consent placing remarks sheet backing likeness kinds searched beside dateline dated calendar figure deedword addressee occasion boast denial worn privacy readability proofread unbacked roster words when line choice claim sending wash form manual reply command paint wording issue telling bulletin deadline \
           inject question news again checklist deeds minutes course recap plan ahead board frame intake prompt console player templates starter \
           check_code check_allow check_export check_reach check_choice check_pacing check_prose check_hooks check_truth check_duty check_folder check \
           label sentence assay price flaw edited unison writing galley account verdict findings readiness remedy outcome chronicle undone hold outgoing veil report dial chart annex cover page edition \
           naming attest counsel outlet handout script evaluation kit \
           msel msel_cells msel_lexicon msel_sheet msel_when msel_lua msel_entry msel_import \
           graph graph_tree graph_layout \
           wall finale room takeaway rundown solo hand expectation coverage playing heading trial suite watch replay reload host rehearsal lead \
           sweep_spent sweep_reach sweep_cells sweep_play sweep_graph sweep_tally sweep_mean sweep_sums sweep_path sweep_sample sweep_rank sweep sweep_part sweep_merge sweep_told sweep_answers
COMMANDS = $(sort $(wildcard engine/desk/cmd_*.c))
MODULES  = $(BASE:%=base/%) $(CONTENT:%=content/%) $(EXERCISE:%=exercise/%) $(DESK:%=desk/%)

LIBS     = lua5.4 yaml-0.1 readline jansson libsodium libcmark
WARN     = -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Werror
CFLAGS  ?= -O2 -g
SANFLAGS = $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
comma    = ,
ALL_C    = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE $(WARN) -Iengine -MMD -MP -DDATADIR='"$(DATADIR)"' \
           $(shell pkg-config --cflags-only-I $(LIBS) 2>/dev/null) $(CFLAGS) $(SANFLAGS)
LDLIBS   = $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lm
OBJ      = $(patsubst engine/%.c,$(BUILD)/%.o,$(wildcard $(MODULES:%=engine/%.c)) $(COMMANDS))
TESTS    = $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))

all: $(BUILD)/drill72

play: deps
	@$(MAKE) --no-print-directory all
	@$(BUILD)/drill72 play ex-employee-export

test: deps
	@$(MAKE) --no-print-directory all tests
	@tests/run $(BUILD)

tests: $(TESTS) $(BUILD)/spec/spec

lint:
	@tests/lint '$(MODULES)' '$(ALL_C)'

bench: all $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(wildcard tests/bench/*.c))
	@tests/bench/run $(BUILD)

test-browser: all
	@tests/browser/run $(BUILD)

spec: $(BUILD)/spec/spec
	@$< '$(SPEC)'

fuzz:
	@tests/fuzz/run $(or $(SECONDS_EACH),60) $(RUNS)

modules:
	@echo $(MODULES)

$(BUILD)/drill72: $(BUILD)/main.o $(BUILD)/libdrill72.a
	@echo '  LD $@'
	@$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libdrill72.a: $(OBJ) Makefile
	@rm -f $@
	@$(AR) rcs $@ $(OBJ)

$(BUILD)/%.o: engine/%.c
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(ALL_C) -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libdrill72.a
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(ALL_C) -Itests -o $@ $< $(BUILD)/libdrill72.a $(LDFLAGS) $(LDLIBS) -lcmocka

$(BUILD)/%: tests/%.c $(BUILD)/libdrill72.a
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(ALL_C) -o $@ $< $(BUILD)/libdrill72.a $(LDFLAGS) $(LDLIBS)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(DATADIR)
	install -m 755 $(BUILD)/drill72 $(DESTDIR)$(PREFIX)/bin/drill72
	cp -R scenarios playbooks comms-templates .luarc.json $(DESTDIR)$(DATADIR)/

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/drill72 $(DESTDIR)$(DATADIR)

clean:
	rm -rf build build-san build-fuzz

deps:
	@tests/deps

-include $(OBJ:.o=.d) $(BUILD)/main.d $(TESTS:=.d)

.PHONY: all play test test-browser tests lint bench spec fuzz modules install uninstall clean deps
