/* SPDX-License-Identifier: MIT */
/* What the module _locale has: locale.h and langinfo.h. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>

const OsNumber os_numbers_langinfo[] = {
    OS_NUMBER(ABDAY_1),
    OS_NUMBER(ABDAY_2),
    OS_NUMBER(ABDAY_3),
    OS_NUMBER(ABDAY_4),
    OS_NUMBER(ABDAY_5),
    OS_NUMBER(ABDAY_6),
    OS_NUMBER(ABDAY_7),
    OS_NUMBER(ABMON_1),
    OS_NUMBER(ABMON_10),
    OS_NUMBER(ABMON_11),
    OS_NUMBER(ABMON_12),
    OS_NUMBER(ABMON_2),
    OS_NUMBER(ABMON_3),
    OS_NUMBER(ABMON_4),
    OS_NUMBER(ABMON_5),
    OS_NUMBER(ABMON_6),
    OS_NUMBER(ABMON_7),
    OS_NUMBER(ABMON_8),
    OS_NUMBER(ABMON_9),
    OS_NUMBER(ALT_DIGITS),
    OS_NUMBER(AM_STR),
    OS_NUMBER(CODESET),
    OS_NUMBER(CRNCYSTR),
    OS_NUMBER(DAY_1),
    OS_NUMBER(DAY_2),
    OS_NUMBER(DAY_3),
    OS_NUMBER(DAY_4),
    OS_NUMBER(DAY_5),
    OS_NUMBER(DAY_6),
    OS_NUMBER(DAY_7),
    OS_NUMBER(D_FMT),
    OS_NUMBER(D_T_FMT),
    OS_NUMBER(ERA),
    OS_NUMBER(ERA_D_FMT),
    OS_NUMBER(ERA_D_T_FMT),
    OS_NUMBER(ERA_T_FMT),
    OS_NUMBER(MON_1),
    OS_NUMBER(MON_10),
    OS_NUMBER(MON_11),
    OS_NUMBER(MON_12),
    OS_NUMBER(MON_2),
    OS_NUMBER(MON_3),
    OS_NUMBER(MON_4),
    OS_NUMBER(MON_5),
    OS_NUMBER(MON_6),
    OS_NUMBER(MON_7),
    OS_NUMBER(MON_8),
    OS_NUMBER(MON_9),
    OS_NUMBER(NOEXPR),
    OS_NUMBER(PM_STR),
    OS_NUMBER(RADIXCHAR),
    OS_NUMBER(THOUSEP),
    OS_NUMBER(T_FMT),
    OS_NUMBER(T_FMT_AMPM),
    OS_NUMBER(YESEXPR),
#ifdef __GLIBC__
    OS_NUMBER(_DATE_FMT),
#endif
    {0},
};

const OsNumber os_numbers_locale[] = {
    OS_NUMBER(CHAR_MAX),
    OS_NUMBER(LC_ALL),
    OS_NUMBER(LC_COLLATE),
    OS_NUMBER(LC_CTYPE),
    OS_NUMBER(LC_MESSAGES),
    OS_NUMBER(LC_MONETARY),
    OS_NUMBER(LC_NUMERIC),
    OS_NUMBER(LC_TIME),
    {0},
};
