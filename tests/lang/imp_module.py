# What _imp says of modules, locks, hashes and code, as importlib asks it.
import _imp, sys
print(sorted(x for x in dir(_imp) if not x.startswith('__')))
print(_imp.source_hash(0, b''), _imp.source_hash(5, b'spam and eggs'*9), _imp.source_hash(-3, b'1234567'))
print(_imp.is_builtin('sys'), _imp.is_builtin('time'), _imp.is_builtin('nosuch'), _imp.is_frozen('nosuch'))
print(_imp.lock_held()); _imp.acquire_lock(); _imp.acquire_lock(); print(_imp.lock_held()); _imp.release_lock(); _imp.release_lock(); print(_imp.lock_held())
try: _imp.release_lock()
except RuntimeError as e: print(e)
print(_imp.find_frozen('nosuch'), _imp.check_hash_based_pycs)
for f in (_imp.get_frozen_object,_imp.is_frozen_package):
    try: f('nosuch')
    except ImportError as e: print(e, e.name)
print(_imp.init_frozen('nosuch'))
def f():
    def g(): pass
c=f.__code__
_imp._fix_co_filename(c,'other.py'); print(c.co_filename, c.co_consts[1].co_filename)
try: _imp._fix_co_filename(1,'x')
except TypeError as e: print(e)
for n in dir(_imp):
    x=getattr(_imp,n)
    if callable(x) and not n.startswith('__'): print(n, getattr(x,'__text_signature__',0))
