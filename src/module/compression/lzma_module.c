/* SPDX-License-Identifier: MIT */
/* The module _lzma: constants and errors. */
#include "module/compression/lzma_parts.h"
#include "object/error/raise.h"

Type *lzma_error(Thread *t)
{
    const LzmaState *state = module_state(t, &lzma_module);
    return value_to_pointer(slot_get(&state->error));
}

Value lzma_raise(Thread *t, lzma_ret code)
{
    static const char *const texts[] = {
        [LZMA_UNSUPPORTED_CHECK] = "Unsupported integrity check",
        [LZMA_MEMLIMIT_ERROR] = "Memory usage limit exceeded",
        [LZMA_FORMAT_ERROR] = "Input format not supported by decoder",
        [LZMA_OPTIONS_ERROR] = "Invalid or unsupported options",
        [LZMA_DATA_ERROR] = "Corrupt input data",
        [LZMA_BUF_ERROR] = "Insufficient buffer space",
        [LZMA_PROG_ERROR] = "Internal error",
    };
    if (code == LZMA_MEM_ERROR)
        return raise_no_memory(t);
    if ((unsigned)code < ARRAY_LEN(texts) && texts[code] != NULL)
        return raise_error(t, lzma_error(t), "%s", texts[code]);
    return raise_error(t, lzma_error(t), "Unrecognized error from liblzma: %d",
                       (int)code);
}

NATIVE(lzma, is_check_supported, 0,
       "Whether the library knows the integrity check of that number.",
       (arg, c_int, check_id), (slash))
{
    return value_from_bool(lzma_check_is_supported((lzma_check)check_id));
}

static const NativeDef *const functions[] = {
    &lzma__decode_filter_properties_native,
    &lzma__encode_filter_properties_native,
    &lzma_is_check_supported_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("FORMAT_AUTO", FORMAT_AUTO),
    MODULE_INT("FORMAT_XZ", FORMAT_XZ),
    MODULE_INT("FORMAT_ALONE", FORMAT_ALONE),
    MODULE_INT("FORMAT_RAW", FORMAT_RAW),
    MODULE_INT("CHECK_NONE", LZMA_CHECK_NONE),
    MODULE_INT("CHECK_CRC32", LZMA_CHECK_CRC32),
    MODULE_INT("CHECK_CRC64", LZMA_CHECK_CRC64),
    MODULE_INT("CHECK_SHA256", LZMA_CHECK_SHA256),
    MODULE_INT("CHECK_ID_MAX", LZMA_CHECK_ID_MAX),
    MODULE_INT("CHECK_UNKNOWN", LZMA_CHECK_ID_MAX + 1),
    MODULE_INT("FILTER_LZMA1", (int64_t)LZMA_FILTER_LZMA1),
    MODULE_INT("FILTER_LZMA2", LZMA_FILTER_LZMA2),
    MODULE_INT("FILTER_DELTA", LZMA_FILTER_DELTA),
    MODULE_INT("FILTER_X86", LZMA_FILTER_X86),
    MODULE_INT("FILTER_POWERPC", LZMA_FILTER_POWERPC),
    MODULE_INT("FILTER_IA64", LZMA_FILTER_IA64),
    MODULE_INT("FILTER_ARM", LZMA_FILTER_ARM),
    MODULE_INT("FILTER_ARMTHUMB", LZMA_FILTER_ARMTHUMB),
    MODULE_INT("FILTER_SPARC", LZMA_FILTER_SPARC),
    MODULE_INT("MF_HC3", LZMA_MF_HC3),
    MODULE_INT("MF_HC4", LZMA_MF_HC4),
    MODULE_INT("MF_BT2", LZMA_MF_BT2),
    MODULE_INT("MF_BT3", LZMA_MF_BT3),
    MODULE_INT("MF_BT4", LZMA_MF_BT4),
    MODULE_INT("MODE_FAST", LZMA_MODE_FAST),
    MODULE_INT("MODE_NORMAL", LZMA_MODE_NORMAL),
    MODULE_INT("PRESET_DEFAULT", LZMA_PRESET_DEFAULT),
    MODULE_INT("PRESET_EXTREME", LZMA_PRESET_EXTREME),
    {0},
};

static const ModuleType types[] = {
    {"LZMACompressor", &lzma_compressor_type},
    {"LZMADecompressor", &lzma_decompressor_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    LzmaState *state = m->state;
    Value error = module_exception_new(t, m, "LZMAError", EXC(Exception));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->error, error);
    return 0;
}

const ModuleDef lzma_module = {
    .name = "_lzma",
    .doc = "A thin binding of the library liblzma.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(LzmaState),
    .init = init,
};
