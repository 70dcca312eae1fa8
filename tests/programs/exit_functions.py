# atexit: order, arguments, what unregisters, what fails, what comes too late.
import atexit
import sys


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


atexit._clear()
show(lambda: atexit.register())
show(lambda: atexit.register(1))
show(lambda: atexit.register(func=print))
show(lambda: atexit.unregister(1))
print(atexit.register(print, func=1) is print, atexit._ncallbacks())
print(atexit.unregister(print), atexit._ncallbacks(), atexit._clear(), atexit._ncallbacks())


def hook(args):
    print('unraisable', args.exc_type.__name__, args.err_msg, args.object.__name__)


sys.unraisablehook = hook


@atexit.register
def last():
    print('the last')


def fails():
    raise ZeroDivisionError


def exits():
    sys.exit(7)


def registers():
    atexit.register(print, 'comes too late')


class Equal:
    def __eq__(self, other):
        return other is last_equal

    def __call__(self):
        print('never')


last_equal = Equal()
for i in range(3):
    atexit.register(print, 'called', i, sep='-')
atexit.register(fails)
atexit.register(exits)
atexit.register(registers)
atexit.register(Equal())
atexit.unregister(last_equal)
atexit._run_exitfuncs()
print('again')
atexit.register(print, 'at the end')
atexit.register(exits)
