# by hand
# More nested loops in a comprehension than the C stack can generate code for:
# RecursionError.  (CPython overflows its stack.)
for open, close, kind in ("[x ", "]", "list"), ("{x ", "}", "set"), \
        ("{x: x ", "}", "dict"), ("(x ", ")", "generator"):
    source = open + "for x in x " * 200000 + close
    try:
        compile(source, "deep", "eval")
        print(kind, "no error")
    except RecursionError as e:
        print(kind, e)
# Alone: uses up the stack, which is smaller in other threads
