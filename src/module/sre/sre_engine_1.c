/* SPDX-License-Identifier: MIT */
/* The engine for texts of 1 byte a character. */
#define WIDTH 1
#include "module/sre/sre_engine.h"
