/* SPDX-License-Identifier: MIT */
/* The module _stat: what is in a file's mode.  The numbers are the same on all
 * systems that have them. */
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

enum { /* the kind of file */
    S_IFMT = 0170000,
    S_IFSOCK = 0140000,
    S_IFLNK = 0120000,
    S_IFREG = 0100000,
    S_IFBLK = 0060000,
    S_IFDIR = 0040000,
    S_IFCHR = 0020000,
    S_IFIFO = 0010000,
    S_IFDOOR = 0, /* not on this system */
    S_IFPORT = 0,
    S_IFWHT = 0,
};
enum { /* what may be done with it */
    S_ISUID = 04000,
    S_ISGID = 02000,
    S_ISVTX = 01000,
    MODE_BITS = 07777,
};

/* mode: an int of 32 bits */
#define PARAM_LEAF_mode LEAF_INT
#define PARAM_TYPE_mode     uint32_t
#define PARAM_LOCAL_mode(v) uint32_t v
static PARAM_FN(mode, uint32_t)
{
    uint64_t bits = 0;
    if (!value_is_int_object(v)) {
        raise_type_error(t, "an integer is required");
        return false;
    }
    const char *wrong =
        int_sign(v) < 0           ? "can't convert negative value to unsigned int"
        : !int_to_uint64(v, &bits) ? "Python int too large to convert to C "
                                     "unsigned long"
        : bits > UINT32_MAX        ? "mode out of range"
                                   : NULL;
    if (wrong != NULL)
        raise_error(t, EXC(OverflowError), "%s", wrong);
    *out = (uint32_t)bits;
    return wrong == NULL;
}

#define IS_KIND(name, kind, doc)                                     \
    NATIVE(stat, name, NATIVE_PURE, doc, (arg, mode, mode), (slash)) \
    {                                                                \
        return value_from_bool(kind != 0 && (mode & S_IFMT) == kind); \
    }
IS_KIND(S_ISBLK, S_IFBLK, "Whether the mode is a block device's.")
IS_KIND(S_ISCHR, S_IFCHR, "Whether the mode is a character device's.")
IS_KIND(S_ISDIR, S_IFDIR, "Whether the mode is a directory's.")
IS_KIND(S_ISDOOR, S_IFDOOR, "Whether the mode is a door's.")
IS_KIND(S_ISFIFO, S_IFIFO, "Whether the mode is a named pipe's.")
IS_KIND(S_ISLNK, S_IFLNK, "Whether the mode is a symbolic link's.")
IS_KIND(S_ISPORT, S_IFPORT, "Whether the mode is an event port's.")
IS_KIND(S_ISREG, S_IFREG, "Whether the mode is a regular file's.")
IS_KIND(S_ISSOCK, S_IFSOCK, "Whether the mode is a socket's.")
IS_KIND(S_ISWHT, S_IFWHT, "Whether the mode is a whiteout's.")

NATIVE(stat, S_IMODE, NATIVE_PURE,
       "The bits of a mode that chmod() sets.",
       (arg, mode, mode), (slash))
{
    return value_from_int(mode & MODE_BITS);
}

NATIVE(stat, S_IFMT, NATIVE_PURE,
       "The bits of a mode that say what kind of file it is.",
       (arg, mode, mode), (slash))
{
    return value_from_int(mode & S_IFMT);
}

static char kind_letter(uint32_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return '-';
    case S_IFDIR: return 'd';
    case S_IFLNK: return 'l';
    case S_IFBLK: return 'b';
    case S_IFCHR: return 'c';
    case S_IFIFO: return 'p';
    case S_IFSOCK: return 's';
    default: return '?';
    }
}

/* x, or what says that a special bit is set, in upper case without x. */
static char execute_letter(bool may, bool special, char letter)
{
    if (!special)
        return may ? 'x' : '-';
    return may ? letter : (char)(letter - 'a' + 'A');
}

NATIVE(stat, filemode, NATIVE_PURE,
       "A mode as `ls -l` writes it.",
       (arg, mode, mode), (slash))
{
    char text[] = {
        kind_letter(mode),
        mode & 0400 ? 'r' : '-',
        mode & 0200 ? 'w' : '-',
        execute_letter(mode & 0100, mode & S_ISUID, 's'),
        mode & 0040 ? 'r' : '-',
        mode & 0020 ? 'w' : '-',
        execute_letter(mode & 0010, mode & S_ISGID, 's'),
        mode & 0004 ? 'r' : '-',
        mode & 0002 ? 'w' : '-',
        execute_letter(mode & 0001, mode & S_ISVTX, 't'),
        '\0',
    };
    return value_from_pointer(str_from_c(t, text));
}

static const NativeDef *const functions[] = {
    &stat_S_IFMT_native,
    &stat_S_IMODE_native,
    &stat_S_ISBLK_native,
    &stat_S_ISCHR_native,
    &stat_S_ISDIR_native,
    &stat_S_ISDOOR_native,
    &stat_S_ISFIFO_native,
    &stat_S_ISLNK_native,
    &stat_S_ISPORT_native,
    &stat_S_ISREG_native,
    &stat_S_ISSOCK_native,
    &stat_S_ISWHT_native,
    &stat_filemode_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("S_IFBLK", S_IFBLK),
    MODULE_INT("S_IFCHR", S_IFCHR),
    MODULE_INT("S_IFDIR", S_IFDIR),
    MODULE_INT("S_IFDOOR", S_IFDOOR),
    MODULE_INT("S_IFIFO", S_IFIFO),
    MODULE_INT("S_IFLNK", S_IFLNK),
    MODULE_INT("S_IFPORT", S_IFPORT),
    MODULE_INT("S_IFREG", S_IFREG),
    MODULE_INT("S_IFSOCK", S_IFSOCK),
    MODULE_INT("S_IFWHT", S_IFWHT),
    MODULE_INT("S_ISUID", S_ISUID),
    MODULE_INT("S_ISGID", S_ISGID),
    MODULE_INT("S_ISVTX", S_ISVTX),
    MODULE_INT("S_ENFMT", S_ISGID),
    MODULE_INT("S_IREAD", 0400),
    MODULE_INT("S_IWRITE", 0200),
    MODULE_INT("S_IEXEC", 0100),
    MODULE_INT("S_IRWXU", 0700),
    MODULE_INT("S_IRUSR", 0400),
    MODULE_INT("S_IWUSR", 0200),
    MODULE_INT("S_IXUSR", 0100),
    MODULE_INT("S_IRWXG", 0070),
    MODULE_INT("S_IRGRP", 0040),
    MODULE_INT("S_IWGRP", 0020),
    MODULE_INT("S_IXGRP", 0010),
    MODULE_INT("S_IRWXO", 0007),
    MODULE_INT("S_IROTH", 0004),
    MODULE_INT("S_IWOTH", 0002),
    MODULE_INT("S_IXOTH", 0001),
    /* BSD's flags of files, users' and the superuser's. */
    MODULE_INT("UF_NODUMP", 0x1),
    MODULE_INT("UF_IMMUTABLE", 0x2),
    MODULE_INT("UF_APPEND", 0x4),
    MODULE_INT("UF_OPAQUE", 0x8),
    MODULE_INT("UF_NOUNLINK", 0x10),
    MODULE_INT("UF_COMPRESSED", 0x20),
    MODULE_INT("UF_HIDDEN", 0x8000),
    MODULE_INT("SF_ARCHIVED", 0x10000),
    MODULE_INT("SF_IMMUTABLE", 0x20000),
    MODULE_INT("SF_APPEND", 0x40000),
    MODULE_INT("SF_NOUNLINK", 0x100000),
    MODULE_INT("SF_SNAPSHOT", 0x200000),
    /* Where in stat()'s answer. */
    MODULE_INT("ST_MODE", 0),
    MODULE_INT("ST_INO", 1),
    MODULE_INT("ST_DEV", 2),
    MODULE_INT("ST_NLINK", 3),
    MODULE_INT("ST_UID", 4),
    MODULE_INT("ST_GID", 5),
    MODULE_INT("ST_SIZE", 6),
    MODULE_INT("ST_ATIME", 7),
    MODULE_INT("ST_MTIME", 8),
    MODULE_INT("ST_CTIME", 9),
    {0},
};

const ModuleDef stat_module = {
    .name = "_stat",
    .doc = "What the bits of a file's mode mean, and in which order stat() "
           "answers.",
    .functions = {functions},
    .constants = constants,
};
