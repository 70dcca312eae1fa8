/* SPDX-License-Identifier: MIT */
/* The engine for texts of 4 bytes a character. */
#define WIDTH 4
#include "module/sre/sre_engine.h"
