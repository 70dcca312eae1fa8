/* SPDX-License-Identifier: MIT */
/*
 * The numbers of SRE code, the words that the library's re._compiler emits and
 * _sre.compile takes; by the lists in re/_constants.py.
 */
#ifndef ADDER_MODULE_SRE_CODE_H
#define ADDER_MODULE_SRE_CODE_H

#include "base/base.h"

#define SRE_MAGIC 20220615
enum { SRE_CODE_SIZE = 4, SRE_MAX_GROUPS = 1073741823 };
#define SRE_MAX_REPEAT 0xffffffffu /* without end */

enum {
    CODE_FAILURE,
    CODE_SUCCESS,
    CODE_ANY,
    CODE_ANY_ALL,
    CODE_ASSERT,
    CODE_ASSERT_NOT,
    CODE_AT,
    CODE_BRANCH,
    CODE_CATEGORY,
    CODE_CHARSET,
    CODE_BIGCHARSET,
    CODE_GROUPREF,
    CODE_GROUPREF_EXISTS,
    CODE_IN,
    CODE_INFO,
    CODE_JUMP,
    CODE_LITERAL,
    CODE_MARK,
    CODE_MAX_UNTIL,
    CODE_MIN_UNTIL,
    CODE_NOT_LITERAL,
    CODE_NEGATE,
    CODE_RANGE,
    CODE_REPEAT,
    CODE_REPEAT_ONE,
    CODE_SUBPATTERN,
    CODE_MIN_REPEAT_ONE,
    CODE_ATOMIC_GROUP,
    CODE_POSSESSIVE_REPEAT,
    CODE_POSSESSIVE_REPEAT_ONE,
    /* four of each: how case is ignored is the distance from the first */
    CODE_GROUPREF_IGNORE,
    CODE_IN_IGNORE,
    CODE_LITERAL_IGNORE,
    CODE_NOT_LITERAL_IGNORE,
    CODE_GROUPREF_LOC_IGNORE,
    CODE_IN_LOC_IGNORE,
    CODE_LITERAL_LOC_IGNORE,
    CODE_NOT_LITERAL_LOC_IGNORE,
    CODE_GROUPREF_UNI_IGNORE,
    CODE_IN_UNI_IGNORE,
    CODE_LITERAL_UNI_IGNORE,
    CODE_NOT_LITERAL_UNI_IGNORE,
    CODE_RANGE_UNI_IGNORE,
};

enum { /* of CODE_AT */
    AT_BEGINNING,
    AT_BEGINNING_LINE,
    AT_BEGINNING_STRING,
    AT_BOUNDARY,
    AT_NON_BOUNDARY,
    AT_END,
    AT_END_LINE,
    AT_END_STRING,
    AT_LOC_BOUNDARY,
    AT_LOC_NON_BOUNDARY,
    AT_UNI_BOUNDARY,
    AT_UNI_NON_BOUNDARY,
    AT_COUNT,
};

enum { /* of CODE_CATEGORY; an odd one is what the one before it is not */
    CATEGORY_DIGIT = 0,
    CATEGORY_SPACE = 2,
    CATEGORY_WORD = 4,
    CATEGORY_LINEBREAK = 6,
    CATEGORY_LOC_WORD = 8,
    CATEGORY_UNI_DIGIT = 10,
    CATEGORY_UNI_SPACE = 12,
    CATEGORY_UNI_WORD = 14,
    CATEGORY_UNI_LINEBREAK = 16,
    CATEGORY_COUNT = 18,
};

enum { /* flags of an INFO block */
    INFO_PREFIX = 1,
    INFO_LITERAL = 2,
    INFO_CHARSET = 4,
};

enum { /* of a pattern: re.TEMPLATE and on */
    FLAG_TEMPLATE = 1,
    FLAG_IGNORECASE = 2,
    FLAG_LOCALE = 4,
    FLAG_MULTILINE = 8,
    FLAG_DOTALL = 16,
    FLAG_UNICODE = 32,
    FLAG_VERBOSE = 64,
    FLAG_DEBUG = 128,
    FLAG_ASCII = 256,
};

/* How case is ignored. */
typedef enum SreFold {
    FOLD_NONE,
    FOLD_ASCII,
    FOLD_LOCALE,
    FOLD_UNICODE,
} SreFold;

#endif
