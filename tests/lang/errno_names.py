# errno: names and numbers both ways.
import errno

names = sorted(n for n in dir(errno) if n[0] == 'E')
print(len(names), names)
for n in names:
    if errno.errorcode[getattr(errno, n)] != n:
        print(n, 'is', errno.errorcode[getattr(errno, n)])
print(len(errno.errorcode), set(errno.errorcode.values()) <= set(names))
for n in names:
    e = OSError(getattr(errno, n), 'text')
    if type(e) is not OSError:
        print(n, type(e).__name__, e)
