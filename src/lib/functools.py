# SPDX-License-Identifier: MIT
"""Functions that take and make functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS',
           'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

import sys
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple

_NOTHING = object()
_GenericAlias = type(list[int])
_MappingProxy = type(vars(type))
_Union = type(int | str)


# --- wrappers ---

WRAPPER_UPDATES = ('__dict__',)
WRAPPER_ASSIGNMENTS = (
    '__module__', '__name__', '__qualname__', '__doc__', '__annotations__')


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Make `wrapper` look like the function that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _NOTHING)
        if value is not _NOTHING:
            setattr(wrapper, name, value)
    for name in updated:
        entries = getattr(wrapper, name)
        entries.update(getattr(wrapped, name, ()))
    # Last, as the dict that was just copied may have one.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper to what it decorates."""
    return partial(update_wrapper, wrapped=wrapped, updated=updated,
                   assigned=assigned)


# --- total_ordering ---

def _derive(root, name, negate, equality):
    """The comparison `name` out of `root`, the name of another, and ==."""
    or_equal = equality == 'or equal'
    and_unequal = equality == 'and unequal'

    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if or_equal:
            return answer or self == other
        if and_unequal:
            return answer and self != other
        return answer

    compare.__name__ = name
    compare.__qualname__ = f'_{name[2:4]}_from_{root[2:4]}'
    globals()[compare.__qualname__] = compare  # where pickle looks for it
    return compare


# What to derive from, the best first, and what comes out of it.
_DERIVED = {
    root: [_derive(root, *row) for row in rows] for root, *rows in (
        ('__lt__', ('__gt__', True, 'and unequal'),
         ('__le__', False, 'or equal'), ('__ge__', True, '')),
        ('__le__', ('__ge__', True, 'or equal'),
         ('__lt__', False, 'and unequal'), ('__gt__', True, '')),
        ('__gt__', ('__lt__', True, 'and unequal'),
         ('__ge__', False, 'or equal'), ('__le__', True, '')),
        ('__ge__', ('__le__', True, 'or equal'),
         ('__gt__', False, 'and unequal'), ('__lt__', True, '')))}


def total_ordering(cls):
    """Derive the comparisons that a class lacks from one that it has."""
    own = [name for name in _DERIVED
           if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError(
            'must define at least one ordering operation: < > <= >=')
    for method in _DERIVED[own[0]]:
        if method.__name__ not in own:
            setattr(cls, method.__name__, method)
    return cls


# --- caches ---

_CacheInfo = namedtuple('CacheInfo', 'hits misses maxsize currsize')


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the answers of the last `maxsize` calls."""
    if maxsize is None or isinstance(maxsize, int):
        limit = maxsize and max(maxsize, 0)
        return lambda function: _cached(function, limit, typed)
    if not callable(maxsize) or not isinstance(typed, bool):
        raise TypeError(
            'Expected first argument to be an integer, a callable, or None')
    return _cached(maxsize, 128, typed)  # decorates without parentheses


def cache(user_function, /):
    """lru_cache without a bound."""
    return _cached(user_function, None, False)


def _cached(function, limit, typed):
    cached = _lru_cache_wrapper(function, limit, typed, _CacheInfo)
    cached.cache_parameters = lambda: dict(maxsize=limit, typed=typed)
    return update_wrapper(cached, function)


class cached_property:
    """A property that is computed once and kept in the instance's dict."""

    def __init__(self, func):
        self.__doc__ = func.__doc__
        self.attrname, self.func = None, func

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(
                'Cannot assign the same cached_property to two different '
                f'names ({self.attrname!r} and {name!r}).')
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without '
                            'calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            _refuse(f"No '__dict__' attribute on {_type_name(instance)} "
                    f'instance to cache {name!r} property.')
        if name in kept:
            return kept[name]
        value = self.func(instance)
        try:
            kept[name] = value
        except TypeError:
            _refuse(f"The '__dict__' attribute on {_type_name(instance)} "
                    'instance does not support item assignment for caching '
                    f'{name!r} property.')
        return value

    __class_getitem__ = classmethod(_GenericAlias)


def _type_name(value):
    return repr(type(value).__name__)


def _refuse(message):
    raise TypeError(message) from None


# --- partialmethod ---

class partialmethod:
    """A method that is another with arguments filled in."""

    def __init__(self, func, /, *args, **keywords):
        _check_method(func)
        while isinstance(func, partialmethod):  # twice, at most
            args = *func.args, *args
            keywords = func.keywords | keywords
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(map('{0[0]}={0[1]!r}'.format,
                                 self.keywords.items()))
        return (f'{cls.__module__}.{cls.__qualname__}'
                f'({self.func!r}, {args}, {keywords})')

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, '__get__', None)
        bound = bind(obj, cls) if bind is not None else self.func
        if bound is self.func:  # there was nothing to bind: bind a function
            return _method_of(self).__get__(obj, cls)
        filled = partial(bound, *self.args, **self.keywords)
        owner = getattr(bound, '__self__', _NOTHING)
        if owner is not _NOTHING:
            filled.__self__ = owner
        return filled

    __class_getitem__ = classmethod(_GenericAlias)

    @property
    def __isabstractmethod__(self):
        return _is_abstract(self)


def _method_of(partly):
    """What a partialmethod of a plain callable stands for, as a function."""
    def method(self, /, *args, **keywords):
        return partly.func(self, *partly.args, *args,
                           **partly.keywords | keywords)

    method._partialmethod = partly
    method.__isabstractmethod__ = _is_abstract(partly)
    return method


def _unwrap_partial(func):
    """What is called in the end; inspect asks for it."""
    while isinstance(func, partial):
        func = func.func
    return func


def _check_method(func):
    if not (hasattr(func, '__get__') or callable(func)):
        raise TypeError(f'{func!r} is not callable or a descriptor')


def _is_abstract(method):
    return getattr(method.func, '__isabstractmethod__', False)


# --- singledispatch ---

class _Registry:
    """The implementations of a generic function, by the type that they are
    for, and which of them was chosen for which class."""

    def __init__(self, func):
        self.by_type = {object: func}
        self.chosen = {}
        self.abstract_state = None  # once there are abstract base classes

    def register(self, cls, func=None):
        if _types_of(cls):
            if func is None:
                return lambda function: self.register(cls, function)
        elif func is not None:
            raise TypeError('Invalid first argument to `register()`. '
                            f'{cls!r} is not a class or union type.')
        else:
            cls, func = _annotated_type(cls), cls
        for one in _types_of(cls):
            self.by_type[one] = func
            if self.abstract_state is None and hasattr(
                    one, '__abstractmethods__'):
                self.abstract_state = _abstract_state()
        self.chosen.clear()
        return func

    def dispatch(self, cls):
        if self.abstract_state is not None:
            state = _abstract_state()
            if state != self.abstract_state:
                self.chosen.clear()
                self.abstract_state = state
        try:
            return self.chosen[cls]
        except KeyError:
            best = cls if cls in self.by_type else _choose(cls, self.by_type)
            chosen = self.by_type[best]
            self.chosen[cls] = chosen
            return chosen


def _abstract_state():
    """What changes when a class is registered with an abstract one."""
    from abc import get_cache_token
    return get_cache_token()


def _is_union(cls):
    typing = sys.modules.get('typing')
    return isinstance(cls, _Union) or (
        typing is not None
        and getattr(cls, '__origin__', None) is typing.Union)


def _types_of(cls):
    """The classes that a class or a union stands for; none of other things."""
    types = cls.__args__ if _is_union(cls) else (cls,)
    for one in types:
        if not isinstance(one, type) or isinstance(one, _GenericAlias):
            return ()
    return types


def _annotated_type(func):
    """What the first annotation of a function says."""
    for name, hint in getattr(func, '__annotations__', {}).items():
        break
    else:
        raise TypeError(
            f'Invalid first argument to `register()`: {func!r}. '
            'Use either `@register(some_class)` or plain '
            '`@register` on an annotated function.')
    if isinstance(hint, str):
        hint = eval(hint, getattr(func, '__globals__', {}))
    if hint is None:
        hint = type(None)
    if not _types_of(hint):
        what = ('not all arguments are classes' if _is_union(hint)
                else 'is not a class')
        raise TypeError(f'Invalid annotation for {name!r}. {hint!r} {what}.')
    return hint


def _choose(cls, types):
    """The one of `types` that a class is nearest to.

    Those that only issubclass() knows as bases of it have their place in an
    mro, too: see _with_virtual_bases.
    """
    virtual = [one for one in types
               if one not in cls.__mro__ and issubclass(cls, one)]
    # Derived ones first, as among the bases of a class.
    rank = {one: sum(issubclass(one, other) for other in virtual)
            for one in virtual}
    virtual = sorted(_without_bases(virtual), key=rank.get, reverse=True)
    origins = {}
    try:
        order = _with_virtual_bases(cls, virtual, origins).__mro__
    except TypeError:  # from type(): there is no mro
        raise RuntimeError('Inconsistent hierarchy') from None
    order = [origins.get(one, one) for one in order]
    place = min(i for i, one in enumerate(order) if one in types)
    best, *others = order[place:place + 2]
    for rival in others:
        if (best in rank and rival in rank
                and not issubclass(best, rival)):
            raise RuntimeError(f'Ambiguous dispatch: {best} or {rival}')
    return best


def _without_bases(classes):
    """The classes that none of the others derives from."""
    return [cls for cls in classes
            if sum(cls in other.__mro__ for other in classes) == 1]


def _with_virtual_bases(cls, virtual, origins):
    """An empty class that has the mro that `cls` would have if its virtual
    bases were among its bases, the real abstract ones before them.

    `origins` gets the class that each class of that mro stands for.
    """
    if cls is object:
        return cls
    for made, origin in origins.items():
        if origin is cls:
            return made
    bases = [*cls.__bases__]
    place = max((i for i, base in enumerate(bases, 1)
                 if hasattr(base, '__abstractmethods__')), default=0)
    bases[place:place] = [
        one for one in virtual
        if one is not cls and issubclass(cls, one)
        and not any(issubclass(base, one) for base in bases
                    if base is not object)]
    made = type(cls.__name__, tuple(
        _with_virtual_bases(base, virtual, origins)
        for base in _without_bases(bases)), {})
    origins[made] = cls
    return made


def singledispatch(func):
    """A generic function that chooses by the type of its first argument."""
    registry = _Registry(func)
    dispatch = registry.dispatch

    def generic(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    generic.registry = _MappingProxy(registry.by_type)
    generic.register, generic.dispatch = registry.register, dispatch
    generic._clear_cache = registry.chosen.clear
    return update_wrapper(generic, func)


class singledispatchmethod:
    """singledispatch for methods, on the argument after self."""

    def __init__(self, func):
        _check_method(func)
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            bind = dispatch(args[0].__class__).__get__
            return bind(obj, cls)(*args, **kwargs)

        method.register = self.register
        method.__isabstractmethod__ = _is_abstract(self)
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return _is_abstract(self)
