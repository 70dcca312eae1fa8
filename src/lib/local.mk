# Python files are listed in frozen_files; see src/lib/README.md.
libadder_la_SOURCES += src/lib/frozen.h
frozen_files +=
frozen_files += src/lib/_consumers.py
frozen_files += src/lib/collections/__init__.py src/lib/collections/_bases.py
frozen_files += src/lib/collections/abc.py
frozen_files += src/lib/dis.py src/lib/opcode.py
frozen_files += src/lib/functools.py src/lib/keyword.py src/lib/operator.py
EXTRA_DIST += src/lib/README.md
