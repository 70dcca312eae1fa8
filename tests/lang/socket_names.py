# _socket: addresses and numbers as text, as bytes and in the network's order;
# names.
import _socket as S

def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (OSError, TypeError, ValueError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

for f in S.htons, S.ntohs, S.htonl, S.ntohl:
    print(f.__name__, [error(f, v) for v in (0, 0xff00, 2**16, 2**32, 2**70, -1,
                                             1.5, 'x', True)])
    print(f(f(0x1234)) == 0x1234)
for text in '1.2.3.4', '1.2', '1.2.3.4.5', 'x', '', '::1':
    print(text, error(S.inet_aton, text), error(S.inet_pton, S.AF_INET, text),
          error(S.inet_pton, S.AF_INET6, text))
print(error(S.inet_pton, 99, 'x'))
for data in b'1234', b'1' * 16, b'1', 'x', bytearray(4):
    print(data, error(S.inet_ntoa, data), error(S.inet_ntop, S.AF_INET, data),
          error(S.inet_ntop, S.AF_INET6, data))
print(error(S.inet_ntop, 99, b'x'))
print(S.CMSG_LEN(4) > 4, S.CMSG_SPACE(4) >= S.CMSG_LEN(4),
      error(S.CMSG_LEN, -1), error(S.CMSG_SPACE, -1),
      error(S.CMSG_SPACE, 2**62))

for args in (('127.0.0.1', 80, 0, S.SOCK_STREAM), ('::1', '80', S.AF_INET6, 2),
             ('127.0.0.1', b'80', 2, 1, 6, S.AI_NUMERICHOST),
             (None, 80, 2, 1), (b'127.0.0.1', None, 2, 1)):
    print([(*info[:2], info[3:]) for info in S.getaddrinfo(*args)])
print(S.getaddrinfo(host='127.0.0.1', port=1, family=2, type=1, proto=6,
                    flags=S.AI_PASSIVE))
for args in ((1, 1), ('127.0.0.1', 1.5), ('127.0.0.1', 80, 99),
             ('127.0.0.1', 2**70), (None, None),
             ('x y', 80, 0, 0, 0, S.AI_NUMERICHOST)):
    print(error(S.getaddrinfo, *args))
numeric = S.NI_NUMERICHOST | S.NI_NUMERICSERV
for args in ((('127.0.0.1', 80), numeric), (('::1', 80, 0, 0), numeric),
             (('127.0.0.1', 80, 0, 0), numeric), (1, numeric), ((1, 1), 0),
             (('127.0.0.1', 'x'), numeric), (('x y', 1), numeric),
             (('::1', 1, 2**21), numeric)):
    print(error(S.getnameinfo, *args))
print(S.gethostbyname('1.2.3.4'), S.gethostbyname(b'1.2.3.4'),
      S.gethostbyname(''), S.gethostbyname('<broadcast>'),
      error(S.gethostbyname, 1), error(S.gethostbyname, 'a\0'))
print(error(S.getservbyname, 'there is none'), error(S.getservbyname, 1),
      error(S.getservbyport, -1), error(S.getservbyport, 70000),
      error(S.getservbyport, 80, 'none'), error(S.getprotobyname, 'none'))
print(error(S.if_nametoindex, 'there is none'), error(S.if_indextoname, 99999999),
      error(S.if_indextoname, -1), error(S.if_nametoindex, 1),
      {type(x) for x in S.if_nameindex()} <= {tuple},
      type(S.gethostname()), error(S.sethostname, 1))
for c in S.error, S.timeout, S.herror, S.gaierror:
    print(c, c.__mro__[1])
try:
    S.getaddrinfo('x y', 80, 0, 0, 0, S.AI_NUMERICHOST)
except S.gaierror as e:
    print(e.errno == S.EAI_NONAME, e.args[0] == e.errno, e.strerror)
for name, value in sorted(vars(S).items()):
    if name[:2] != '__' and type(value) is not int and name != 'CAPI':
        print(name, value if type(value) in (str, type, bool) else
              type(value).__name__)
print([type(vars(S)[name]) for name in 'AF_INET AF_INET6 AF_UNIX SOCK_STREAM'
       ' SOL_SOCKET SO_ERROR IPPROTO_TCP TCP_NODELAY MSG_PEEK SHUT_RDWR AI_PASSIVE'
       ' EAI_AGAIN NI_DGRAM SOMAXCONN INADDR_ANY IPV6_V6ONLY'.split()])
