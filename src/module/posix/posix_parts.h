/* SPDX-License-Identifier: MIT */
/* What the files of the module posix share: tables of functions, conversions of
 * parameters, and answers. */
#ifndef ADDER_MODULE_POSIX_PARTS_H
#define ADDER_MODULE_POSIX_PARTS_H

#include "exec/blocking.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/native_def.h"
#include "object/function/param.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "os/directory.h"
#include "os/name.h"
#include "os/status.h"

/* The module's state: lists of what register_at_fork was told. */
typedef struct PosixState {
    RECORD_HEAD()
    Slot before, in_parent, in_child;
} PosixState;

extern const NativeDef *const posix_configuration_functions[];
extern const NativeDef *const posix_directory_functions[];
extern const NativeDef *const posix_environment_functions[];
extern const NativeDef *const posix_execute_functions[];
extern const NativeDef *const posix_file_functions[];
extern const NativeDef *const posix_name_functions[];
extern const NativeDef *const posix_process_functions[];
extern const NativeDef *const posix_schedule_functions[];
extern const NativeDef *const posix_spawn_functions[];
extern const NativeDef *const posix_special_functions[];
extern const NativeDef *const posix_stat_functions[];
extern const NativeDef *const posix_terminal_functions[];
extern const NativeDef *const posix_user_functions[];
extern const NativeDef *const posix_vector_functions[];
extern const NativeDef *const posix_wait_functions[];
extern const NativeDef *const posix_xattr_functions[];

/* What these add to the new module: 0 or -1. */
int posix_configuration_init(Thread *t, Module *m);
int posix_environment_init(Thread *t, Module *m);
int posix_process_init(Thread *t, Module *m);
int posix_scandir_init(Thread *t, Module *m);
int posix_schedule_init(Thread *t, Module *m);
int posix_stat_init(Thread *t, Module *m);
int posix_terminal_init(Thread *t, Module *m);
int posix_wait_init(Thread *t, Module *m);

extern const NativeDef posix_scandir_native; /* posix_scandir.c */

/* Makes a type of struct sequences ready and an attribute of the module. */
void posix_add_type(Thread *t, Module *m, const char *name, Type *type);

/* --- answers: what a call of src/os answered, or OSError --------------- */

static inline Value posix_none(Thread *t, int64_t result, Value filename)
{
    return result < 0 ? blocking_raise(t, result, filename) : NONE;
}
static inline Value posix_int(Thread *t, int64_t result, Value filename)
{
    return result < 0 ? blocking_raise(t, result, filename)
                      : int_from_int64(t, result);
}
/* OSError of two paths. */
Value posix_none_of_two(Thread *t, int64_t result, Value from, Value to);
/* A path that the system says, as os.fsdecode or, if `as_bytes`, bytes. */
Value posix_path_value(Thread *t, const char *path, size_t len, bool as_bytes);
/* Whether names found there are bytes: the path was bytes, or like it. */
static inline bool posix_is_bytes(const ParamPath *path)
{
    return path->text != NULL && !value_is_str(path->object);
}
/* stat_result of a path or descriptor as stat() has it, from `dir`. */
Value posix_stat_path(Thread *t, const ParamPath *path, int dir, bool follow);

/* A BLOCKING call that makes a descriptor: where there are none left, files found
 * dead give back theirs and it is made once more. */
#define POSIX_OPENING(t, call)                                                \
    ({                                                                        \
        int64_t opened_ = BLOCKING(t, call);                                  \
        if ((opened_ == -EMFILE || opened_ == -ENFILE)) {                     \
            posix_reclaim(t);                                                 \
            opened_ = BLOCKING(t, call);                                      \
        }                                                                     \
        opened_;                                                              \
    })
void posix_reclaim(Thread *t);
/* The directory of a path_or_fd_or_none; NULL with an exception. */
OsDirectory *posix_directory_open(Thread *t, const ParamPath *path);

/* --- conversions ------------------------------------------------------- */

/* dir_fd: an int, or None for the working directory */
#define PARAM_LEAF_dir_fd LEAF_NEVER
#define PARAM_TYPE_dir_fd     int
#define PARAM_LOCAL_dir_fd(v) int v
bool param_dir_fd(Thread *t, Value v, int *out, const NativeDef *def, int at);

/* uid, gid: a number of 32 bits, or -1 */
#define PARAM_LEAF_uid LEAF_NEVER
#define PARAM_TYPE_uid     uint32_t
#define PARAM_LOCAL_uid(v) uint32_t v
bool param_uid(Thread *t, Value v, uint32_t *out, const NativeDef *def, int at);
#define PARAM_LEAF_gid LEAF_NEVER
#define PARAM_TYPE_gid     uint32_t
#define PARAM_LOCAL_gid(v) uint32_t v
bool param_gid(Thread *t, Value v, uint32_t *out, const NativeDef *def, int at);

/* device: a number of 64 bits; absent: 0 */
#define PARAM_LEAF_device LEAF_INT
#define PARAM_TYPE_device     uint64_t
#define PARAM_LOCAL_device(v) uint64_t v
bool param_device(Thread *t, Value v, uint64_t *out, const NativeDef *def,
                  int at);

/* offset: a position in a file; None or absent: -1 */
typedef struct PosixOffset {
    bool is_given;
    int64_t value;
} PosixOffset;
#define PARAM_LEAF_offset_or_none LEAF_NEVER
#define PARAM_TYPE_offset_or_none     PosixOffset
#define PARAM_LOCAL_offset_or_none(v) PosixOffset v
bool param_offset_or_none(Thread *t, Value v, PosixOffset *out,
                          const NativeDef *def, int at);

/* What cannot go together: false with ValueError. */
bool posix_check_fd_alone(Thread *t, const NativeDef *def,
                          const ParamPath *path, int dir, bool follow);

#endif
