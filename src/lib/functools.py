# SPDX-License-Identifier: MIT
"""Functions that take and make functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS',
           'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod',
           'singledispatch', 'singledispatchmethod', 'cached_property']

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from collections import namedtuple

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Make `wrapper` look like the function that it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper to what it decorates."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned,
                   updated=updated)


# --- total_ordering ---

def _derive(root, negate, or_equal, and_unequal):
    """A comparison out of `root` (the name of another) and ==."""
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
    return compare


# For each root: (derived comparison, negate, or equal, and unequal).
_DERIVED = {
    '__lt__': [('__gt__', True, False, True), ('__le__', False, True, False),
               ('__ge__', True, False, False)],
    '__le__': [('__ge__', True, True, False), ('__lt__', False, False, True),
               ('__gt__', True, False, False)],
    '__gt__': [('__lt__', True, False, True), ('__ge__', False, True, False),
               ('__le__', True, False, False)],
    '__ge__': [('__le__', True, True, False), ('__gt__', False, False, True),
               ('__lt__', True, False, False)],
}


def total_ordering(cls):
    """Derive the comparisons that a class lacks from one that it has."""
    roots = [name for name in _DERIVED
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError(
            'must define at least one ordering operation: < > <= >=')
    for root in ('__lt__', '__le__', '__gt__', '__ge__'):
        if root in roots:
            break
    for name, *how in _DERIVED[root]:
        if name not in roots:
            method = _derive(root, *how)
            method.__name__ = name
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            setattr(cls, name, method)
    return cls


# --- caches ---

_CacheInfo = namedtuple('CacheInfo',
                        ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the answers of the last `maxsize` calls."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError(
            'Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """lru_cache without a bound."""
    return lru_cache(maxsize=None)(user_function)


_MISSING = object()


class cached_property:
    """A property that is computed once and kept in the instance's dict."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different '
                f'names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without '
                            'calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f'instance to cache {self.attrname!r} property.') from None
        value = kept.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            try:
                kept[self.attrname] = value
            except TypeError:
                raise TypeError(
                    "The '__dict__' attribute on "
                    f'{type(instance).__name__!r} instance does not support '
                    'item assignment for caching '
                    f'{self.attrname!r} property.') from None
        return value

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


# --- partialmethod ---

class partialmethod:
    """A method that is another with arguments filled in."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args),
                 *(f'{k}={v!r}' for k, v in self.keywords.items())]
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                bound = partial(bound, *self.args, **self.keywords)
                try:
                    bound.__self__ = bound.func.__self__
                except AttributeError:
                    pass
                return bound
        return self._unbound().__get__(obj, cls)

    def _unbound(self):
        def method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)
        method._partialmethod = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# --- singledispatch ---

def singledispatch(func):
    """A generic function that chooses by the type of its first argument."""
    registry = {object: func}
    found = {}

    def dispatch(cls):
        try:
            return found[cls]
        except KeyError:
            pass
        for base in cls.__mro__:
            if base in registry:
                # Virtual bases that say more go first.
                best = base
                for other in registry:
                    if (other is not base and other not in cls.__mro__
                            and issubclass(cls, other)
                            and (issubclass(other, best)
                                 or best is object)):
                        best = other
                break
        else:
            best = object
        found[cls] = registry[best]
        return found[cls]

    def register(cls, func=None):
        if isinstance(cls, type) or getattr(cls, '__args__', None):
            if func is None:
                return lambda function: register(cls, function)
        elif func is None:
            hints = getattr(cls, '__annotations__', {})
            if not hints:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    'Use either `@register(some_class)` or plain '
                    '`@register` on an annotated function.')
            func = cls
            cls = next(iter(hints.values()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
        else:
            raise TypeError('Invalid first argument to `register()`. '
                            f'{cls!r} is not a class or union type.')
        for one in getattr(cls, '__args__', None) or (cls,):
            registry[one] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods, on the argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
