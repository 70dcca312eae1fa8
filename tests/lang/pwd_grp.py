# pwd and grp: users and groups of the system's lists.
import grp
import pwd

class Index:
    def __index__(self):
        return 0

def show(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)[2]
        print(f.__name__, args if args != (it,) else '', kwargs or '', result)
    except (KeyError, TypeError, ValueError, OverflowError) as e:
        print(f.__name__, args if args != (it,) else '', type(e).__name__, e)

it = Index()
for f in pwd.getpwuid, grp.getgrgid:
    for number in (0, it, 4294967294, -1, -2, 2**32, 2**70, -2**70, 1.5, 'x',
                   None):
        show(f, number)
for f in pwd.getpwnam, grp.getgrnam:
    for name in ('root', 'there is none', b'root', 'a\0', 1, None, '\udc80'):
        show(f, name)
show(grp.getgrgid, id=0)
show(grp.getgrnam, name='root')
show(pwd.getpwuid)
root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root.pw_gid, root.pw_dir, len(root),
      root == pwd.getpwnam('root'), root in pwd.getpwall(), type(root))
group = grp.getgrgid(0)
print(group.gr_name, group.gr_gid, type(group.gr_mem), len(group),
      group in grp.getgrall(), type(group))
print(pwd.struct_passwd(range(7)), grp.struct_group('abcd'))
