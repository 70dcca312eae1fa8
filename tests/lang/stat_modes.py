# _stat: what the bits of a mode mean; modes that are none.
import _stat

for name in sorted(dir(_stat)):
    if not name.startswith('__'):
        value = getattr(_stat, name)
        print(name, value if type(value) is int else type(value).__name__)

kinds = [f for name, f in sorted(vars(_stat).items()) if name[:4] == 'S_IS'
         and callable(f)]
for mode in (0o100644, 0o40755, 0o120777, 0, 0o10000, 0o20000, 0o60000,
             0o140000, 0o107777, 0o106000, 0o101000, 0o160777, True):
    print(oct(mode), _stat.filemode(mode), oct(_stat.S_IFMT(mode)),
          oct(_stat.S_IMODE(mode)),
          [f.__name__ for f in kinds if f(mode)])

class Index:
    def __index__(self):
        return 1

for bad in (-1, -2**70, 1.5, 2**32, 2**70, 'a', None, Index()):
    for f in (_stat.filemode, _stat.S_ISDIR, _stat.S_IMODE, _stat.S_IFMT):
        try:
            print(f(bad))
        except (TypeError, OverflowError) as e:
            print(f.__name__, type(e).__name__, e)
for call in (lambda: _stat.S_ISDIR(), lambda: _stat.S_ISDIR(1, 2),
             lambda: _stat.S_ISDIR(mode=1)):
    try:
        call()
    except TypeError as e:
        print(e)
