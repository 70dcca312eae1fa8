/* SPDX-License-Identifier: MIT */
/* What the emitter writes down for the verifier of places. */
#include "jit/place_log.h"
#include <stdlib.h>
#include "base/base.h"
#include "base/limits.h"

void place_log_add(PlaceLog *log, PlaceOp op)
{
    ASSERT(log->n <= log->capacity);
    if (log->n == log->capacity) {
        int32_t wanted = log->capacity ? 2 * log->capacity : LIMIT_PLACE_LOG_FIRST;
        PlaceOp *p = realloc(log->ops, (size_t)wanted * sizeof *p);
        if (p == NULL) {
            log->failed = true;
            return;
        }
        log->ops = p;
        log->capacity = wanted;
    }
    log->ops[log->n++] = op;
}

void place_log_free(PlaceLog *log)
{
    free(log->ops);
    *log = (PlaceLog){.loop = -1};
}
