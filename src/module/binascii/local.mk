# The module binascii, whose CRC-32 is zlib's where configure has found it.
libadder_la_SOURCES += src/module/binascii/binascii_base64.c
libadder_la_SOURCES += src/module/binascii/binascii_crc.c
libadder_la_SOURCES += src/module/binascii/binascii_module.c
libadder_la_SOURCES += src/module/binascii/binascii_parts.h
libadder_la_SOURCES += src/module/binascii/binascii_quoted.c
libadder_la_SOURCES += src/module/binascii/binascii_uu.c
libadder_la_SOURCES += src/module/binascii/crc32.h
if HAVE_ZLIB
libadder_la_SOURCES += src/module/binascii/crc32_zlib.c
else
libadder_la_SOURCES += src/module/binascii/crc32_table.c
endif
EXTRA_DIST += src/module/binascii/README.md
EXTRA_DIST += src/module/binascii/crc32_table.c src/module/binascii/crc32_zlib.c
