/* SPDX-License-Identifier: MIT */
/* The module _imp, and what the library's importlib is told when it starts. */
#ifndef ADDER_MODULE_IMP_H
#define ADDER_MODULE_IMP_H

void imp_init(void);

#endif
