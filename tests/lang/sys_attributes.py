# SPDX-License-Identifier: MIT
"""What sys says that is the same for any interpreter of the language."""

import sys

print(sys.version_info[:2], sys.version_info.major, sys.byteorder in ('little', 'big'), sys.maxsize,
      sys.maxunicode, len(sys.argv), sys.argv[0].endswith("sys_attributes.py"))
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.float_info.max,
      sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.float_info.radix)
print(type(sys.path).__name__, type(sys.modules).__name__, sys.modules["sys"] is sys,
      sys.modules["__main__"].__name__, "builtins" in sys.builtin_module_names,
      type(sys.platform).__name__, sys.flags.optimize, sys.getdefaultencoding(),
      sys.getfilesystemencoding(), sys.hexversion >> 16 == 0x30B)
print(sys.intern("abc") == "abc", sys.exc_info(), type(sys.stdout).__name__,
      sys.stdout.encoding.lower(), sys.stdin is not None, callable(sys.exit))
f = sys._getframe()
print(f.f_code.co_name, f.f_lineno, f.f_globals is globals(), f.f_back)


def inner():
    g = sys._getframe(1)
    return g.f_code.co_name, g.f_lineno, sys._getframe().f_code.co_name


print(inner())
print(sys.stdout.write("written\n"))
old = sys.stdout


class Fake:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


sys.stdout = fake = Fake()
print("to", "fake", end="!")
sys.stdout = old
print(fake.parts)
try:
    sys.exit("message")
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
print(sys.float_repr_style, sys.int_info.default_max_str_digits, sys.implementation.name in
      ("cpython", "adder", "pypy"))
hooked = []
sys.displayhook(None)
sys.displayhook(5)
sys.excepthook, keep = (lambda *a: hooked.append(a)), sys.excepthook
sys.excepthook = keep
try:
    sys.setrecursionlimit("x")
except TypeError as e:
    print(e)
try:
    sys._getframe(10000)
except ValueError as e:
    print(e)
try:
    int("1" * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
# Alone: sets or calls the process's hooks
