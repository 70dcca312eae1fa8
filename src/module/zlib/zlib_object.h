/* SPDX-License-Identifier: MIT */
/* Objects that hold a stream: zlib.Compress and zlib.Decompress. */
#ifndef ADDER_MODULE_ZLIB_OBJECT_H
#define ADDER_MODULE_ZLIB_OBJECT_H

#include "module/zlib/zlib_stream.h"
#include "object/function/module_def.h"

extern const ModuleDef zlib_module;
extern Type zlib_compress_type, zlib_decompress_type;
NATIVE_DECLARE(zlib, compressobj)
NATIVE_DECLARE(zlib, decompressobj)

#endif
