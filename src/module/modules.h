/* SPDX-License-Identifier: MIT */
/* The table of modules written in C. */
#ifndef ADDER_MODULE_MODULES_H
#define ADDER_MODULE_MODULES_H

/* Tells the import system of them. */
void modules_register(void);

#endif
