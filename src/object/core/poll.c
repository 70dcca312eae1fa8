/* SPDX-License-Identifier: MIT */
/* Polling for signals in C that runs long. */
#include "object/core/poll.h"

int (*poll_hook)(Thread *t);
int (*poll_interrupt_hook)(Thread *t);
