# termios: how a terminal is set, and what is refused.
import posix
import termios

def error(f, *args):
    try:
        return f(*args)
    except (termios.error, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

master, slave = posix.openpty()
a = termios.tcgetattr(slave)
print(len(a), len(a[6]) == termios.NCCS, {type(c) for c in a[6]},
      a[3] & termios.ICANON != 0, a[6][termios.VINTR], a[6][termios.VEOF])
a[3] &= ~(termios.ICANON | termios.ECHO)
a[6][termios.VMIN] = 2
a[6][termios.VTIME] = b'\x03'
a[6][termios.VINTR] = 5
a[4] = a[5] = termios.B9600
print(termios.tcsetattr(slave, termios.TCSANOW, a))
b = termios.tcgetattr(slave)
print(b[3] & termios.ICANON, b[6][termios.VMIN], b[6][termios.VTIME],
      b[6][termios.VINTR], b[4] == b[5] == termios.B9600)
posix.write(master, b'ab')
print(posix.read(slave, 9))
print(termios.tcsetattr(slave, termios.TCSADRAIN, b),
      termios.tcsetattr(slave, termios.TCSAFLUSH, [-1 & 0xffff, *b[1:]]))
for bad in (1, [], tuple(a), a[:6], a[:6] + [1], a[:6] + [[1]],
            ['x'] + a[1:], a[:6] + [['x'] * termios.NCCS],
            a[:6] + [[b'xy'] * termios.NCCS], [2**70] + a[1:]):
    print(error(termios.tcsetattr, slave, 0, bad))
print(error(termios.tcsetattr, slave, 99, b), termios.tcflush(
    slave, termios.TCIOFLUSH), termios.tcdrain(slave),
      termios.tcflow(slave, termios.TCOOFF), termios.tcflow(
          slave, termios.TCOON), termios.tcsendbreak(slave, 0))
print(termios.tcsetwinsize(slave, (24, 80)), termios.tcgetwinsize(slave))
for bad in (1, (1,), (1, 2, 3), ('x', 1), (2**70, 1), (2**16, 1), (-1, 1)):
    print(error(termios.tcsetwinsize, slave, bad))
r, w = posix.pipe()
for fd in (9999, -1, 'x', None, r):
    for f, *args in ((termios.tcgetattr,), (termios.tcflush, 0),
                     (termios.tcdrain,), (termios.tcgetwinsize,),
                     (termios.tcsetattr, 0, b)):
        print(error(f, fd, *args))
try:
    termios.tcgetattr(9999)
except termios.error as e:
    print(e.args, termios.error.__mro__, termios.error.__module__)
