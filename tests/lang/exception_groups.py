# SPDX-License-Identifier: MIT
"""ExceptionGroup and except*."""

eg = ExceptionGroup("group", [ValueError(1), TypeError("t"),
                              ExceptionGroup("nested", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg), eg.message, len(eg.exceptions), isinstance(eg, Exception))
print(repr(eg.subgroup(ValueError)), eg.subgroup(OSError))
print([repr(x) for x in eg.split(ValueError)], repr(eg.subgroup(lambda e: e.args == (1,))))
print(repr(eg.derive([OSError()])))


def handle(exc):
    log = []
    try:
        try:
            raise exc
        except* ValueError as e:
            log.append(("value", repr(e)))
        except* (TypeError, KeyError) as e:
            log.append(("type/key", repr(e)))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as e:
        log.append(("escaped", repr(e)))
    return log


for exc in (eg, ValueError("plain"), ExceptionGroup("only", [OSError("o")]),
            ExceptionGroup("mix", [OSError("o"), ValueError("v")]),
            KeyError("k"), ZeroDivisionError("z")):
    print(handle(exc))


def no_error():
    try:
        x = 1
    except* ValueError:
        x = 2
    else:
        x += 10
    return x


print(no_error())
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("raised in handler")
    except* TypeError as e:
        print("type", repr(e))
except (ExceptionGroup, KeyError) as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print("reraised", repr(e))
for bad in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [1]),
            lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("m"),
            lambda: ExceptionGroup("m", [KeyboardInterrupt()]),
            lambda: BaseExceptionGroup("m", [KeyboardInterrupt()]),
            lambda: BaseExceptionGroup("m", [ValueError()])):
    try:
        print(repr(bad()))
    except Exception as e:
        print(type(e).__name__, e)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup("derived", excs)


match, rest = MyGroup("mine", [ValueError(1), KeyError(2)]).split(KeyError)
print(repr(match), repr(rest), type(match).__name__)


def loop():
    out = []
    for i in range(4):
        try:
            if i % 2:
                raise ExceptionGroup("odd", [ValueError(i), TypeError(i)])
        except* ValueError as e:
            out.append(e.exceptions[0].args)
        except* TypeError as e:
            out.append(len(e.exceptions))
    return out


print(loop())
