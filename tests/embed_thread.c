/* SPDX-License-Identifier: MIT */
/* A program that runs Adder in threads whose stacks are of several sizes; what
 * recurses in C ends with an exception in each. */
#include <adder.h>
#include <pthread.h>
#include <stdio.h>

static const char recurse[] =
    "import sys\n"
    "sys.setrecursionlimit(10**6)\n"
    "nest = []\n"
    "for _ in range(10**5):\n"
    "    nest = [nest]\n"
    "try:\n"
    "    repr(nest)\n"
    "except RecursionError as e:\n"
    "    print(type(e).__name__, flush=True)\n";

static void *run(void *unused)
{
    Adder *adder = adder_new();
    if (adder == NULL) {
        puts("refused");
        return unused;
    }
    adder_run_string(adder, recurse);
    adder_free(adder);
    return unused;
}

int main(void)
{
    static const int kib[] = {128, 512, 1024};
    setvbuf(stdout, NULL, _IONBF, 0);
    for (int i = 0; i < 3; i++) {
        pthread_attr_t attr;
        pthread_t thread;
        printf("%d KiB: ", kib[i]);
        pthread_attr_init(&attr);
        if (pthread_attr_setstacksize(&attr, (size_t)kib[i] << 10) != 0 ||
            pthread_create(&thread, &attr, run, NULL) != 0)
            return 1;
        pthread_join(thread, NULL);
    }
    return 0;
}
