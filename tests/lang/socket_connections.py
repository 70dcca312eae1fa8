# _socket: sockets are made, connected, written to and read from.
import _socket as S
import posix

def error(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        return type(result) if isinstance(result, S.socket) else result
    except (OSError, TypeError, ValueError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

for args, kwargs in (((), {'fileno': 9999}), ((), {'fileno': -1}),
                     ((), {'fileno': 'x'}), ((), {'fileno': 1.5}), ((99, 1), {}),
                     ((2, 99), {}), (('x',), {}), ((-1, -1, -1, 9999), {}),
                     ((2**40,), {})):
    print(error(S.socket, *args, **kwargs))
s = S.socket()
print(repr(s) == f'<socket object, fd={s.fileno()}, family=2, type=1, proto=0>',
      s.family, s.type, s.proto, s.timeout, posix.get_inheritable(s.fileno()))
for a in (1, ('127.0.0.1',), ('127.0.0.1', 'x'), ('127.0.0.1', 70000),
          ('127.0.0.1', -1), (1, 1), ('a\0', 1), (None, 1), ('127.0.0.1', 0, 0),
          ('', 1.5)):
    print(error(s.bind, a), '|', error(s.connect, a), '|',
          error(s.connect_ex, a))

# A connection.
print(s.bind(('127.0.0.1', 0)), s.listen(), s.getsockname()[0],
      s.getsockname()[1] > 0, error(s.getpeername))
c = S.socket(S.AF_INET, S.SOCK_STREAM)
print(c.connect(s.getsockname()), c.getpeername() == s.getsockname(),
      error(c.connect, s.getsockname()), c.connect_ex(s.getsockname()) > 0)
fd, address = s._accept()
print(address == c.getsockname(), posix.get_inheritable(fd))
d = S.socket(fileno=fd)
print(d.family, d.type, d.proto == S.IPPROTO_TCP, d.fileno() == fd)
print(c.send(b'hello'), d.recv(3), d.recv(9, S.MSG_PEEK), d.recv(9),
      d.sendall(b'x' * 100000), c.send(memoryview(b'y')[:1]))
got = b''
while len(got) < 100000:
    got += c.recv(70000)
print(len(got), set(got))
memory = bytearray(5)
print(d.recv_into(memory), memory, c.send(b'12345678'), d.recv_into(memory, 2, 0),
      d.recv_into(memory, nbytes=3, flags=S.MSG_PEEK), memory,
      d.recvfrom(2), d.recvfrom_into(memory), memory, d.recv(0))
for f, *args in ((d.recv, -1), (d.recv, 'x'), (d.recvfrom, -1),
                 (d.recv_into, b'x'), (d.recv_into, bytearray(1), 5),
                 (d.recv_into, bytearray(1), -1), (d.recv_into, 1),
                 (d.recvfrom_into, bytearray(1), 5),
                 (d.recvfrom_into, bytearray(1), -1), (d.send, 'x'),
                 (d.sendall, 'x'), (d.sendto, b'x'), (d.sendto, b'x', 1),
                 (d.sendto, b'x', 'x', ('127.0.0.1', 1)),
                 (d.sendto, 'x', ('127.0.0.1', 1)), (d.shutdown, 9),
                 (d.shutdown, 'x'), (d.listen, 'x')):
    print(error(f, *args))
print(c.shutdown(S.SHUT_WR), d.recv(1), d.close(), c.recv(1), error(
    c.sendall, b'x'))

# Options and timeouts.
print(s.getsockopt(S.SOL_SOCKET, S.SO_REUSEADDR),
      s.setsockopt(S.SOL_SOCKET, S.SO_REUSEADDR, 1),
      s.getsockopt(S.SOL_SOCKET, S.SO_REUSEADDR, 4),
      s.setsockopt(S.SOL_SOCKET, S.SO_REUSEADDR, bytes(4)),
      s.getsockopt(S.SOL_SOCKET, S.SO_REUSEADDR))
for f, *args in ((s.getsockopt, 1, 2, -1), (s.getsockopt, 1, 2, 2000),
                 (s.getsockopt, 1, 9999), (s.setsockopt, 1, 2, 'x'),
                 (s.setsockopt, 1, 2, None), (s.setsockopt, 1, 2, None, 4),
                 (s.setsockopt, 1, 2, 1, 2), (s.setsockopt, 1),
                 (s.setsockopt, 1, 2, 2**40), (s.settimeout, -1),
                 (s.settimeout, 'x'), (s.settimeout, 1e300),
                 (s.settimeout, float('nan')), (s.setblocking, 'x')):
    print(error(f, *args))
print(s.gettimeout(), s.getblocking(), s.settimeout(0.01), s.timeout,
      error(s._accept), s.setblocking(False), s.gettimeout(), s.getblocking(),
      error(s._accept), s.settimeout(None), s.gettimeout())
print(S.getdefaulttimeout(), S.setdefaulttimeout(1.5), S.getdefaulttimeout(),
      S.socket().timeout, error(S.setdefaulttimeout, -1),
      error(S.setdefaulttimeout, 'x'), S.setdefaulttimeout(None))

# Pairs, messages, descriptors.
a, b = S.socketpair()
print(a.family == S.AF_UNIX, a.type, repr(a.getsockname()), repr(
    b.getpeername()), error(S.socketpair, 99))
print(a.sendmsg([b'ab', bytearray(b'c')]), b.recvmsg(10), a.sendmsg([]))
r, w = posix.pipe()
print(a.sendmsg([b'fd'], [(S.SOL_SOCKET, S.SCM_RIGHTS, w.to_bytes(4, 'little'))]))
data, ancillary, flags, address = b.recvmsg(10, S.CMSG_SPACE(4))
level, kind, fds = ancillary[0]
print(data, len(ancillary), level == S.SOL_SOCKET, kind == S.SCM_RIGHTS, flags,
      address, posix.write(int.from_bytes(fds, 'little'), b'z'),
      posix.read(r, 9))
x, y = bytearray(2), bytearray(3)
print(a.send(b'12345'), b.recvmsg_into([x, y]), x, y)
for f, *args in ((b.recvmsg, -1), (b.recvmsg, 1, -1), (a.sendmsg, 1),
                 (a.sendmsg, ['x']), (a.sendmsg, [b'x'], 1),
                 (a.sendmsg, [b'x'], [1]), (a.sendmsg, [b'x'], [(1, 2)]),
                 (a.sendmsg, [b'x'], [(1, 2, 'x')]), (b.recvmsg_into, 1),
                 (b.recvmsg_into, [b'x'])):
    print(error(f, *args))
print(b.settimeout(0.01), error(b.recv, 1), b.settimeout(0), error(b.recv, 1))

# Unix datagrams, IPv4 datagrams.
name = f'\0adder-{posix.getpid()}'
u = S.socket(S.AF_UNIX, S.SOCK_DGRAM)
v = S.socket(S.AF_UNIX, S.SOCK_DGRAM)
print(u.bind(name), u.getsockname() == name.encode(), v.sendto(b'x', name),
      u.recvfrom(9), error(v.bind, '/x' * 100), error(v.bind, 1),
      error(v.sendto, b'x', '/there is none'))
u = S.socket(S.AF_INET, S.SOCK_DGRAM)
u.bind(('127.0.0.1', 0))
v = S.socket(S.AF_INET, S.SOCK_DGRAM)
v.bind((b'127.0.0.1', 0))
print(v.sendto(b'data', u.getsockname()), u.recvfrom(9) == (
    b'data', v.getsockname()), v.sendto(b'more', 0, u.getsockname()), u.recv(2),
      v.connect(u.getsockname()), v.send(b'last'), u.recv(9))
six = S.socket(S.AF_INET6)
for bad in (1, ('::1',), ('::1', 0, -1), ('::1', 0, 2**21), ('1', 2, 3, 4, 5),
            ('::1', 70000)):
    print(error(six.bind, bad))

# Their end.
fd = u.detach()
print(u.fileno(), error(u.recv, 1), u.detach(), u.close(), repr(u), S.close(fd),
      error(S.close, fd), error(S.dup, fd), error(S.close, 'x'))
other = S.dup(v.fileno())
print(other != v.fileno(), posix.get_inheritable(other), S.close(other))

class Sub(S.socket):
    __slots__ = 'x', '__weakref__'

    def __init__(self, *args, **kwargs):
        S.socket.__init__(self, *args, **kwargs)
        self.x = 1

sub = Sub(S.AF_UNIX)
print(sub.x, sub.family == S.AF_UNIX, sub.close(), sub.close())
raw = S.socket.__new__(S.socket)
print(raw.fileno(), error(raw.recv, 1))
# Alone: binds addresses of its own
