/* SPDX-License-Identifier: MIT */
/* Part of exec_run: building of containers and strings. */

#define BUILD(NAME, per_item)                                                 \
    TARGET(NAME)                                                              \
    {                                                                         \
        ARG_NOW();                                                            \
        Value *first = sp - (int64_t)arg * (per_item);                        \
        CHECK(v, HELPER_##NAME(t, first, arg));                               \
        *first = v;                                                           \
        sp = first + 1;                                                       \
        DISPATCH();                                                           \
    }
#define HELPER_BUILD_TUPLE helper_build_tuple
#define HELPER_BUILD_LIST helper_build_list
#define HELPER_BUILD_SET helper_build_set
#define HELPER_BUILD_MAP helper_build_map
#define HELPER_BUILD_STRING helper_build_string
#define HELPER_BUILD_SLICE helper_build_slice
BUILD(BUILD_TUPLE, 1)
BUILD(BUILD_LIST, 1)
BUILD(BUILD_SET, 1)
BUILD(BUILD_MAP, 2)
BUILD(BUILD_STRING, 1)
BUILD(BUILD_SLICE, 1)
#undef BUILD

TARGET(BUILD_CONST_KEY_MAP)
{
    ARG_NOW();
    Value *first = sp - 1 - (int64_t)arg;
    CHECK(v, slow_const_key_map(t, first, sp[-1]));
    *first = v;
    sp = first + 1;
    DISPATCH();
}
TARGET(FORMAT_VALUE)
{
    ARG_NOW();
    if (arg & 4) {
        CHECK(v, helper_format_value(t, sp[-2], sp[-1], arg));
        sp[-2] = v;
        sp--;
    } else {
        CHECK(v, helper_format_value(t, sp[-1], NULL_VALUE, arg));
        sp[-1] = v;
    }
    DISPATCH();
}
TARGET(SET_UPDATE)
{
    ARG_NOW();
    CHECK_INT(slow_set_update(t, sp[-1 - (int64_t)arg], sp[-1]));
    sp--;
    DISPATCH();
}
TARGET(DICT_UPDATE)
{
    ARG_NOW();
    CHECK_INT(slow_dict_update(t, sp[-1 - (int64_t)arg], sp[-1]));
    sp--;
    DISPATCH();
}
TARGET(DICT_MERGE)
{
    ARG_NOW();
    CHECK_INT(dict_merge_kwargs(t, AS(Dict, sp[-1 - (int64_t)arg]), sp[-1],
                                sp[-4 - (int64_t)arg]));
    sp--;
    DISPATCH();
}
TARGET(LIST_TO_TUPLE)
{
    CHECK(v, slow_list_to_tuple(t, sp[-1]));
    sp[-1] = v;
    DISPATCH();
}
