/* SPDX-License-Identifier: MIT */
/* The table of modules written in C. */
#ifndef ADDER_MODULE_MODULES_H
#define ADDER_MODULE_MODULES_H

#include <stdbool.h>

/* Tells the import system of them; false when memory is refused. */
bool modules_register(void);

#endif
