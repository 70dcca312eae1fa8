/* SPDX-License-Identifier: MIT */
/* A program that embeds Adder, as another project would write it. */
#include <adder.h>
#include <stdio.h>

int main(void)
{
    char *argv[] = {"embed", "-c", "print('embedded:', 6 * 7)", NULL};
    return adder_main(3, argv);
}
