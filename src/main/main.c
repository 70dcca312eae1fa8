/* SPDX-License-Identifier: MIT */
/* The command. */
#include "main/adder.h"

int main(int argc, char **argv)
{
    return adder_main(argc, argv);
}
