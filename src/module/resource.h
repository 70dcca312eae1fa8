/* SPDX-License-Identifier: MIT */
/* What processes use, as the module resource tells. */
#ifndef ADDER_MODULE_RESOURCE_H
#define ADDER_MODULE_RESOURCE_H

#include "object/core/object.h"
#include "os/process.h"

/* As resource.struct_rusage. */
Value resource_usage(Thread *t, const struct rusage *usage);

#endif
