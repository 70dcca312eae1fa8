/* SPDX-License-Identifier: MIT */
/* What system this is. */
#ifndef ADDER_OS_SYSTEM_H
#define ADDER_OS_SYSTEM_H

/* As sys.platform has it. */
const char *os_system_name(void);

#endif
