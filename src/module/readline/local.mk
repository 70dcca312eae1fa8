# The module readline: where configure has found libedit, or GNU readline if that was
# asked for; it is loaded when the module is imported: not linked.
readline_sources = src/module/readline/editor_library.c
readline_sources += src/module/readline/editor_library.h
readline_sources += src/module/readline/readline_edit.c
readline_sources += src/module/readline/readline_history.c
readline_sources += src/module/readline/readline_module.c
readline_sources += src/module/readline/readline_parts.h
if HAVE_LINE_EDITOR
libadder_la_SOURCES += $(readline_sources)
endif
EXTRA_DIST += $(readline_sources) src/module/readline/README.md
