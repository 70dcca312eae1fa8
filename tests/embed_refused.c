/* SPDX-License-Identifier: MIT */
/* A program that asks for what there cannot be: a second interpreter, calls
 * from a thread that did not make it.  All are refused, and nothing is spoilt. */
#include <adder.h>
#include <pthread.h>
#include <stdio.h>

static void tell(const char *what, int result)
{
    const char *why = adder_error();
    printf("%s: %d, %s\n", what, result, why == NULL ? "no error" : why);
}

static void *misuse(void *adder)
{
    tell("string", adder_run_string(adder, "print('never')"));
    tell("file", adder_run_file(adder, "/dev/null"));
    adder_free(adder);
    tell("free", 0);
    tell("new", adder_new() != NULL);
    return NULL;
}

static int command(void)
{
    char *argv[] = {"embed", "-c", "print('command')", NULL};
    return adder_main(3, argv);
}

int main(void)
{
    pthread_t thread;
    setvbuf(stdout, NULL, _IONBF, 0);
    for (int i = 0; i < 2; i++) {
        Adder *adder = adder_new();
        tell("first", adder != NULL);
        tell("second", adder_new() != NULL);
        tell("command", command());
        if (pthread_create(&thread, NULL, misuse, adder) != 0)
            return 1;
        pthread_join(thread, NULL);
        tell("same", adder_run_string(adder, "print('works', flush=True)"));
        adder_free(adder);
        command();
    }
    tell("none", adder_run_string(NULL, ""));
    return 0;
}
