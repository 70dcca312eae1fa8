# Times that no calendar has are errors, and so are struct_times that do not fit.
import time

def attempt(name, *args):
    try:
        print(name, args, repr(getattr(time, name)(*args)))
    except Exception as e:
        print(name, args, type(e).__name__, e)

for v in (10 ** 18, -10 ** 18, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 10 ** 30, -10 ** 30,
          1e18, 1e30, -1e30, float("nan"), float("inf"), -float("inf"), "a", 1j,
          67768036191676799 * 2):
    attempt("ctime", v)
    attempt("gmtime", v)
    attempt("localtime", v)
    if not isinstance(v, (int, float)):
        attempt("sleep", v)
attempt("gmtime", 67768036191676799)
attempt("gmtime", -1.5)
base = [2020, 1, 2, 3, 4, 5, 6, 7, 0]
for i in range(9):
    for x in (-2, 32, 100, 367, 2 ** 31 - 2, 2 ** 31, -2 ** 31, -2 ** 31 - 1, 2 ** 63,
              10 ** 30, 1.5, "a", None):
        item = tuple(base[:i] + [x] + base[i + 1:])
        if i not in (0, 8) or not isinstance(x, int) or abs(x) >= 2 ** 31:
            attempt("asctime", item)
            attempt("strftime", "%w %j", item)
        if not isinstance(x, int) or abs(x) > 2 ** 31:
            attempt("mktime", item)
for item in (), (1,), base, "abc", None, tuple(base) + (1,):
    attempt("asctime", item)
    attempt("mktime", item)
for text in "\0", "a\0%Y", "", "%", 1, b"%Y":
    attempt("strftime", text, tuple(base))
# Alone: takes time
