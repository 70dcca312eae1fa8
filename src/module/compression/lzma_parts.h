/* SPDX-License-Identifier: MIT */
/* Between the files of _lzma. */
#ifndef ADDER_MODULE_LZMA_PARTS_H
#define ADDER_MODULE_LZMA_PARTS_H

#include "object/core/record.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include <lzma.h>

/* The module's state. */
typedef struct LzmaState {
    RECORD_HEAD()
    Slot error; /* LZMAError */
} LzmaState;

extern const ModuleDef lzma_module;
extern Type lzma_compressor_type, lzma_decompressor_type;
NATIVE_DECLARE(lzma, _encode_filter_properties)
NATIVE_DECLARE(lzma, _decode_filter_properties)

enum { FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW };

/* An answer of the library that is an error, as an exception: null. */
Value lzma_raise(Thread *t, lzma_ret code);
Type *lzma_error(Thread *t); /* LZMAError */

/* An int object that fits, or TypeError, OverflowError: 0 or -1. */
int lzma_uint32(Thread *t, Value v, uint32_t *out);
int lzma_uint64(Thread *t, Value v, uint64_t *out);

/* lzma_filters.c: a chain with its options, as the library takes it. */
typedef union LzmaOptions {
    lzma_options_lzma lzma;
    lzma_options_delta delta;
    lzma_options_bcj bcj;
} LzmaOptions;
typedef struct LzmaChain {
    lzma_filter filters[LZMA_FILTERS_MAX + 1];
    LzmaOptions options[LZMA_FILTERS_MAX];
} LzmaChain;
/* From a sequence of dicts: 0 or -1. */
int lzma_chain_fill(Thread *t, LzmaChain *chain, Value specs);

#endif
