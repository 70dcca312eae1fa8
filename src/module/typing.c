/* SPDX-License-Identifier: MIT */
/* The module _typing: what typing.NewType calls. */
#include "object/function/module_def.h"
#include "object/function/param.h"

NATIVE(typing, _idfunc, NATIVE_READER, "The argument itself.", (arg, object, x),
       (slash))
{
    return x;
}

static const NativeDef *const functions[] = {
    &typing__idfunc_native,
    NULL,
};

const ModuleDef typing_module = {
    .name = "_typing",
    .doc = "A fast function of typing.",
    .functions = {functions},
};
