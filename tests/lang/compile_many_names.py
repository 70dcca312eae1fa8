# modes: interp
# Compiling takes time in proportion to the number of distinct names: these
# sizes are for hours, or all memory, where it is their product with another.
N = 100000


def lines(text, n=N):
    return "".join(text.replace("#", str(i)) for i in range(n))


def names(text, n=N, sep=","):
    return sep.join(text.replace("#", str(i)) for i in range(n))


for source in (
    "def f():\n" + lines(" v# = #\n"),
    "def f(" + names("a#") + "): pass\n",
    "def f(*," + names("a#=0") + "): pass\n",
    lines("g# = #\n"),
    lines("x.a#\n"),
    "f(" + names("k#=0", 10000) + ")\n",
    "f'" + lines("{a}", 20000) + "'\n",
    "f'''" + lines("{\na}", 20000) + "'''\n",
    "def f():\n" + lines(" if x: v# = #\n"),
    "def f():\n" + lines(" for v# in x: v#\n"),
    "[x " + names("for v# in x", 20000, " ") + "]\n",
    "def f():\n" + lines(" v# = #\n", 20000) + " def g(): return [" +
        names("v#", 20000) + "]\n",
    "class C:\n" + lines(" def m#(self): return self.x#\n", 20000),
):
    compile(source, "many", "exec")
print("compiled")

# Names are told apart, and locals beyond those that are analyzed checked.
space = {}
exec(lines("name# = #\n", 3000), space)
print(all(space["name%d" % i] == i for i in range(3000)))
exec("def f(x):\n" + lines(" if x: v# = #\n", 20000) +
     " if x == 2: del v19999\n return v0, v1, v19999\n", space)
print(space["f"](1))
for x in 0, 2:
    try:
        print(space["f"](x))
    except UnboundLocalError as e:
        print(e)

# The first keyword that is repeated is told.
for source in "f(a=1, b=2, b=3, a=4, a=5)", "f(b=1, **x, b=2)", "f(a=1, a=2)":
    try:
        compile(source, "repeated", "eval")
    except SyntaxError as e:
        print(e, e.offset, e.end_offset)
# Lines of fields are counted from one to the next.
try:
    compile("x = f'''{a}\n{b}\n  {c:{d}}{\ne:{g}}{+}'''", "fields", "exec")
except SyntaxError as e:
    print(e.lineno, e.offset, e.end_offset)
# Alone: takes long, and eight times that here
