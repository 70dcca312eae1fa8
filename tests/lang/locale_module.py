# _locale: the C library's locale.
import _locale

def error(f, *args):
    try:
        return f(*args)
    except (_locale.Error, OSError, ValueError, TypeError, OverflowError) as e:
        return f'{type(e).__name__}: {e}'

print(_locale.setlocale(_locale.LC_CTYPE), _locale.getencoding(),
      _locale.nl_langinfo(_locale.CODESET))
print(_locale.setlocale(_locale.LC_ALL, 'C'), _locale.setlocale(
    _locale.LC_CTYPE, 'C.UTF-8'), _locale.setlocale(_locale.LC_CTYPE, None),
      _locale.setlocale(_locale.LC_CTYPE, ''))
for bad in ((99,), (_locale.LC_ALL, 'there is none'), (_locale.LC_ALL, 1),
            ('x',), (_locale.LC_ALL, 'a\0'), ()):
    print(error(_locale.setlocale, *bad))
print(_locale.localeconv())
for name in sorted(dir(_locale)):
    value = getattr(_locale, name)
    if type(value) is int and name[:3] != 'LC_' and name != 'CHAR_MAX':
        print(name, repr(_locale.nl_langinfo(value)))
print(error(_locale.nl_langinfo, 99), error(_locale.nl_langinfo, 'x'),
      error(_locale.nl_langinfo, _locale.LC_ALL))
for a, b in (('a', 'b'), ('b', 'a'), ('a', 'a'), ('', 'a'), ('\u00e4', 'z'),
             ('a\0', 'b'), ('a', 'b\0'), (1, 'b'), ('a', None)):
    r = error(_locale.strcoll, a, b)
    print(r if type(r) is str else (r > 0) - (r < 0))
for s in ('abc', '', '\u00e4', 'x' * 1000, 'a\0', 1):
    print(error(_locale.strxfrm, s))
print(_locale.gettext('text \u00e4'), _locale.dgettext('none', 'text'),
      _locale.dgettext(None, 'text'), _locale.dcgettext(None, 'text', 5))
print(_locale.textdomain(None), _locale.textdomain('adder'),
      _locale.textdomain(None), _locale.bindtextdomain('adder', '/tmp'),
      _locale.bindtextdomain('adder', None),
      _locale.bindtextdomain('adder', b'/tmp/x'),
      _locale.bind_textdomain_codeset('adder', None),
      _locale.bind_textdomain_codeset('adder', 'UTF-8'))
for f, *bad in ((_locale.bindtextdomain, '', None),
                (_locale.bindtextdomain, 'adder', 1),
                (_locale.bindtextdomain, 1, None), (_locale.gettext, 1),
                (_locale.textdomain, 1), (_locale.dcgettext, 'a', 'x', 'b')):
    print(error(f, *bad))
print(_locale.Error, _locale.Error.__mro__, _locale.CHAR_MAX)
# Alone: sets the locale
