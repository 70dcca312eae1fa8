# Instances of builtin types that take attributes have a __dict__.
import collections
import functools


@functools.lru_cache
def double(x):
    """Twice."""
    return 2 * x


double.seen = 1
print(double(4), double(4), double.cache_info(), double.__doc__)
print(sorted(double.__dict__), double.__wrapped__(5))
print(functools.lru_cache(maxsize=2)(len)("abc"))


class Numbers:
    @functools.cache
    def triple(self):
        return 3


numbers = Numbers()
print(numbers.triple(), numbers.triple(), Numbers.triple.cache_info())

part = functools.partial(int, base=2)
print(part.__dict__, part("101"))
part.note = "binary"
print(part.__dict__, vars(part))
part.__dict__ = {"other": 1}
print(part.other, hasattr(part, "note"))
print(functools.update_wrapper(part, double).__doc__)

ordered = collections.OrderedDict(a=1)
print(ordered.__dict__)
ordered.note = "first"
print(ordered.__dict__, ordered)


class Sub(functools.partial):
    pass


sub = Sub(int)
sub.x = 1
print(sub.__dict__, "__dict__" in vars(functools.partial))
print(functools.partial(int).__reduce__()[2][3])
for value in 1, "", [], collections.deque():
    print(type(value).__name__, hasattr(value, "__dict__"))
