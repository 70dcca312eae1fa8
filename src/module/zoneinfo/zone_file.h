/* SPDX-License-Identifier: MIT */
/* What a TZif file says of a zone, and which of it holds at a time. */
#ifndef ADDER_MODULE_ZONEINFO_ZONE_FILE_H
#define ADDER_MODULE_ZONEINFO_ZONE_FILE_H

#include "module/datetime/zone.h"
#include "module/zoneinfo/tz_rule.h"

typedef struct ZoneInfo {        /* a TzInfo */
    RECORD_HEAD(int32_t n;       /* transitions */
                int32_t n_kinds; /* of the file: the rule's come behind */
                int32_t before;  /* the kind before the first transition */
                int32_t after;   /* behind the last one; -1: by the rule */
                uint8_t source;  /* zone_info.c's */
                bool is_fixed;)
    Slot key;       /* None: there is none */
    Slot file_repr; /* how a file is shown */
    Slot kinds;     /* a Tuple: offset, summer time's part, name of each */
    Slot data;      /* Bytes: a ZoneData */
} ZoneInfo;

/* The arrays of n, n_kinds + 2 and so on behind it. */
typedef struct ZoneData {
    TzRule rule;
    const int64_t *utc;     /* when transitions are, UTC */
    const int64_t *wall[2]; /* and in local time, without and with fold */
    const int64_t *offsets; /* of the kinds, seconds */
    const int32_t *kind;    /* of the time behind transitions */
} ZoneData;

enum { KIND_OFFSET, KIND_DST, KIND_NAME, KIND_PARTS };

/* Reads it from what load_data of the library has made of a file: 0 or -1. */
int zone_file_read(Thread *t, ZoneInfo *z, Value loaded);
/* The kind at a local time, or at a time in UTC. */
int zone_file_at_local(const ZoneInfo *z, int64_t local, int year, bool fold);
int zone_file_at_utc(const ZoneInfo *z, int64_t utc, int year, bool *fold);
Value zone_file_part(const ZoneInfo *z, int kind, int part);

#endif
