# trace: aborts none
# trace: read: loops >= 1; has _GUARD_SHAPE
# trace: read: loop lacks _LOAD_ATTR
# A module may be given another class, in the middle of a loop that reads its
# attributes, too.
ModuleType = type(__import__("sys"))


class Spam(ModuleType):
    x = property(lambda self: "property")

    def __getattribute__(self, name):
        return "eggs" if name == "y" else ModuleType.__getattribute__(self, name)


def assign(module, i):
    if i == 2000:
        module.__class__ = Spam
    if i == 3000:
        module.__class__ = ModuleType


module = ModuleType("module")
module.x = "x"
module.y = "y"


def read():
    seen = []
    for i in range(4000):
        assign(module, i)
        pair = module.x, module.y
        if not seen or seen[-1][1] != pair:
            seen.append((i, pair))
    return seen


print(read())
