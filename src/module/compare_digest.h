/* SPDX-License-Identifier: MIT */
/* The comparison of secrets: _operator._compare_digest, and _hashlib's. */
#ifndef ADDER_MODULE_COMPARE_DIGEST_H
#define ADDER_MODULE_COMPARE_DIGEST_H

#include "object/core/object.h"

/* Whether two bytes-like objects, or two ASCII strings, are equal, in time that
 * does not depend on where they differ; null with TypeError. */
Value compare_digest(Thread *t, Value a, Value b);

#endif
