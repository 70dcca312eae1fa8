/* SPDX-License-Identifier: MIT */
/*
 * Conversions of parameters (object/function/param.h) of natives that ask the
 * system: paths, descriptors, times to wait.
 */
#ifndef ADDER_OBJECT_PARAM_FILE_H
#define ADDER_OBJECT_PARAM_FILE_H

#include "object/function/param.h"

/* path: a str, bytes or os.PathLike; path_or_none; path_or_fd: or an int;
 * path_or_fd_or_none.  Absent: as None. */
typedef struct ParamPath {
    const char *text; /* in the file system's encoding; NULL: None or a fd */
    int fd;           /* -1: none */
    Value object;     /* what was given, or its __fspath__ answered: OSError's
                         filename */
    Value owner;      /* whose memory the text is in */
} ParamPath;
static inline void param_path_done(ParamPath *path)
{
    KEEP(path->owner.bits);
}
#define PARAM_LOCAL_ANY_PATH(v) \
    ParamPath v __attribute__((cleanup(param_path_done)))
#define PARAM_PATH_FN(conv)                               \
    bool param_##conv(Thread *t, Value v, ParamPath *out, \
                      const NativeDef *def, int at);
#define PARAM_LEAF_path LEAF_NEVER
#define PARAM_TYPE_path     ParamPath
#define PARAM_LOCAL_path(v) PARAM_LOCAL_ANY_PATH(v)
PARAM_PATH_FN(path)
#define PARAM_LEAF_path_or_none LEAF_NEVER
#define PARAM_TYPE_path_or_none     ParamPath
#define PARAM_LOCAL_path_or_none(v) PARAM_LOCAL_ANY_PATH(v)
PARAM_PATH_FN(path_or_none)
#define PARAM_LEAF_path_or_fd LEAF_NEVER
#define PARAM_TYPE_path_or_fd     ParamPath
#define PARAM_LOCAL_path_or_fd(v) PARAM_LOCAL_ANY_PATH(v)
PARAM_PATH_FN(path_or_fd)
#define PARAM_LEAF_path_or_fd_or_none LEAF_NEVER
#define PARAM_TYPE_path_or_fd_or_none     ParamPath
#define PARAM_LOCAL_path_or_fd_or_none(v) PARAM_LOCAL_ANY_PATH(v)
PARAM_PATH_FN(path_or_fd_or_none)
#undef PARAM_PATH_FN

/* fs_path: as path, with the messages of open() and os.fsencode(), which name
 * no parameter */
#define PARAM_LEAF_fs_path LEAF_NEVER
#define PARAM_TYPE_fs_path     ParamPath
#define PARAM_LOCAL_fs_path(v) PARAM_LOCAL_ANY_PATH(v)
bool param_fs_path(Thread *t, Value v, ParamPath *out, const NativeDef *def,
                   int at);
/* The same of any Value: false with an exception. */
bool fs_path_from(Thread *t, Value v, ParamPath *out);

/* v, which has __index__, as a descriptor: an int that C's holds. */
bool param_fd_from(Thread *t, Value v, int *out);

/* descriptor: an int or what has a method fileno, not negative; absent: -1 */
#define PARAM_LEAF_descriptor LEAF_NEVER
#define PARAM_TYPE_descriptor     int
#define PARAM_LOCAL_descriptor(v) int v
bool param_descriptor(Thread *t, Value v, int *out, const NativeDef *def,
                      int at);

/* seconds: an int or float as nanoseconds, rounded away from zero, may be
 * negative; absent: 0 */
#define PARAM_LEAF_seconds LEAF_NEVER
#define PARAM_TYPE_seconds     int64_t
#define PARAM_LOCAL_seconds(v) int64_t v
bool param_seconds(Thread *t, Value v, int64_t *out, const NativeDef *def,
                   int at);

/* timeout: the same, not negative; None or absent: -1, for ever */
#define PARAM_LEAF_timeout LEAF_NEVER
#define PARAM_TYPE_timeout     int64_t
#define PARAM_LOCAL_timeout(v) int64_t v
bool param_timeout(Thread *t, Value v, int64_t *out, const NativeDef *def,
                   int at);

#endif
