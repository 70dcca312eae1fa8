# The rooms, each with a list of its own: src/object/README.md.
include $(srcdir)/src/object/core/local.mk
include $(srcdir)/src/object/type/local.mk
include $(srcdir)/src/object/number/local.mk
include $(srcdir)/src/object/text/local.mk
include $(srcdir)/src/object/container/local.mk
include $(srcdir)/src/object/function/local.mk
include $(srcdir)/src/object/error/local.mk
EXTRA_DIST += src/object/README.md
