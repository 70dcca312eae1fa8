/* SPDX-License-Identifier: MIT */
/* What the module fcntl has: fcntl.h and sys/file.h. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <fcntl.h>
#include <sys/file.h>

const OsNumber os_numbers_fcntl[] = {
#ifdef DN_ACCESS
    OS_NUMBER(DN_ACCESS),
#endif
#ifdef DN_ATTRIB
    OS_NUMBER(DN_ATTRIB),
#endif
#ifdef DN_CREATE
    OS_NUMBER(DN_CREATE),
#endif
#ifdef DN_DELETE
    OS_NUMBER(DN_DELETE),
#endif
#ifdef DN_MODIFY
    OS_NUMBER(DN_MODIFY),
#endif
#ifdef DN_MULTISHOT
    OS_NUMBER(DN_MULTISHOT),
#endif
#ifdef DN_RENAME
    OS_NUMBER(DN_RENAME),
#endif
#ifdef FASYNC
    OS_NUMBER(FASYNC),
#endif
#ifdef FD_CLOEXEC
    OS_NUMBER(FD_CLOEXEC),
#endif
#ifdef F_ADD_SEALS
    OS_NUMBER(F_ADD_SEALS),
#endif
#ifdef F_DUPFD
    OS_NUMBER(F_DUPFD),
#endif
#ifdef F_DUPFD_CLOEXEC
    OS_NUMBER(F_DUPFD_CLOEXEC),
#endif
#ifdef F_EXLCK
    OS_NUMBER(F_EXLCK),
#endif
#ifdef F_GETFD
    OS_NUMBER(F_GETFD),
#endif
#ifdef F_GETFL
    OS_NUMBER(F_GETFL),
#endif
#ifdef F_GETLEASE
    OS_NUMBER(F_GETLEASE),
#endif
#ifdef F_GETLK
    OS_NUMBER(F_GETLK),
#endif
#ifdef F_GETLK64
    OS_NUMBER(F_GETLK64),
#endif
#ifdef F_GETOWN
    OS_NUMBER(F_GETOWN),
#endif
#ifdef F_GETPIPE_SZ
    OS_NUMBER(F_GETPIPE_SZ),
#endif
#ifdef F_GETSIG
    OS_NUMBER(F_GETSIG),
#endif
#ifdef F_GET_SEALS
    OS_NUMBER(F_GET_SEALS),
#endif
#ifdef F_NOTIFY
    OS_NUMBER(F_NOTIFY),
#endif
#ifdef F_OFD_GETLK
    OS_NUMBER(F_OFD_GETLK),
#endif
#ifdef F_OFD_SETLK
    OS_NUMBER(F_OFD_SETLK),
#endif
#ifdef F_OFD_SETLKW
    OS_NUMBER(F_OFD_SETLKW),
#endif
#ifdef F_RDLCK
    OS_NUMBER(F_RDLCK),
#endif
#ifdef F_SEAL_GROW
    OS_NUMBER(F_SEAL_GROW),
#endif
#ifdef F_SEAL_SEAL
    OS_NUMBER(F_SEAL_SEAL),
#endif
#ifdef F_SEAL_SHRINK
    OS_NUMBER(F_SEAL_SHRINK),
#endif
#ifdef F_SEAL_WRITE
    OS_NUMBER(F_SEAL_WRITE),
#endif
#ifdef F_SETFD
    OS_NUMBER(F_SETFD),
#endif
#ifdef F_SETFL
    OS_NUMBER(F_SETFL),
#endif
#ifdef F_SETLEASE
    OS_NUMBER(F_SETLEASE),
#endif
#ifdef F_SETLK
    OS_NUMBER(F_SETLK),
#endif
#ifdef F_SETLK64
    OS_NUMBER(F_SETLK64),
#endif
#ifdef F_SETLKW
    OS_NUMBER(F_SETLKW),
#endif
#ifdef F_SETLKW64
    OS_NUMBER(F_SETLKW64),
#endif
#ifdef F_SETOWN
    OS_NUMBER(F_SETOWN),
#endif
#ifdef F_SETPIPE_SZ
    OS_NUMBER(F_SETPIPE_SZ),
#endif
#ifdef F_SETSIG
    OS_NUMBER(F_SETSIG),
#endif
#ifdef F_SHLCK
    OS_NUMBER(F_SHLCK),
#endif
#ifdef F_UNLCK
    OS_NUMBER(F_UNLCK),
#endif
#ifdef F_WRLCK
    OS_NUMBER(F_WRLCK),
#endif
#ifdef LOCK_EX
    OS_NUMBER(LOCK_EX),
#endif
#ifdef LOCK_MAND
    OS_NUMBER(LOCK_MAND),
#endif
#ifdef LOCK_NB
    OS_NUMBER(LOCK_NB),
#endif
#ifdef LOCK_READ
    OS_NUMBER(LOCK_READ),
#endif
#ifdef LOCK_RW
    OS_NUMBER(LOCK_RW),
#endif
#ifdef LOCK_SH
    OS_NUMBER(LOCK_SH),
#endif
#ifdef LOCK_UN
    OS_NUMBER(LOCK_UN),
#endif
#ifdef LOCK_WRITE
    OS_NUMBER(LOCK_WRITE),
#endif
    {0},
};
