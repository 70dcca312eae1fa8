/* SPDX-License-Identifier: MIT */
/* Whether code finds each value where the allocator says: see places.c. */
#ifndef ADDER_JIT_PLACES_H
#define ADDER_JIT_PLACES_H

#include "jit/machine.h"

/* False, with a sentence in `why`, when an op, an exit of `m` or the loop's
 * start (`head`: by Ref where it wants values, LOCATION_NONE: nowhere) finds
 * another value than it should. */
bool places_verify(const Trace *trace, const Machine *m, const PlaceLog *log,
                   const Location *head, char *why, size_t size);
/* The same of a bridge: from exit x of the parent to the places of `primary`,
 * where the side trace wants its parent's values. */
bool places_verify_bridge(const Trace *side, const Machine *parent,
                          const MachineExit *x, const MachineExit *primary,
                          const PlaceLog *log, char *why, size_t size);

#endif
