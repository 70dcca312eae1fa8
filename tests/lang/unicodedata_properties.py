# What unicodedata says of characters, today and in Unicode 3.2, and how it
# refuses what is none.
import unicodedata

SAMPLE = [*range(0x20, 0x800), *range(0x800, 0x30000, 41),
          *range(0xe0000, 0x110000, 257), 0x1f600, 0xd800, 0xdfff, 0x221,
          0x1369, 0x2308, 0xa015, 0xfd3e, 0x10341, 0x1d6db, 0x2f868, 0x4dbf,
          0x9ffc, 0x9fff, 0x17000, 0x18b00, 0x1b170, 0x2a6df, 0x3134a, 0x3134b,
          0xfffd, 0xffff, 0x10ffff]
PLAIN = ['bidirectional', 'category', 'combining', 'decomposition',
         'east_asian_width', 'mirrored']
SOME = ['decimal', 'digit', 'numeric', 'name']


def digest(values):
    number = 0
    for value in values:
        for c in repr(value):
            number = (number * 31 + ord(c)) % 0xfffffffb
    return number


for where in unicodedata, unicodedata.ucd_3_2_0:
    print(where.unidata_version)
    for name in PLAIN:
        function = getattr(where, name)
        print(name, digest(function(chr(c)) for c in SAMPLE),
              [function(c) for c in 'aA1 \xb2\u0301\u05d0\u1e9b\u4e00\uac00'])
    for name in SOME:
        function = getattr(where, name)
        print(name, digest(function(chr(c), None) for c in SAMPLE),
              [function(c, None) for c in 'a1\xb2\xbd\u0664\u1369\u4e07\u2181'])


def refused(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for name in PLAIN + SOME:
    for arguments in [('',), ('ab',), (1,), (None,), (b'a',), (), ('\uffff',),
                      ('a', 1, 2)]:
        refused(getattr(unicodedata, name), *arguments)
        refused(getattr(unicodedata.ucd_3_2_0, name), *arguments)
    refused(getattr(unicodedata, name), chr='a')

UCD = unicodedata.UCD
print(UCD, UCD.__module__, type(unicodedata.ucd_3_2_0) is UCD)
refused(UCD)
refused(UCD.category, 'a')
refused(UCD.category, unicodedata, 'a')
print(UCD.category(unicodedata.ucd_3_2_0, 'a'))
try:
    unicodedata.ucd_3_2_0.unidata_version = '4'
except AttributeError as error:
    print(error)
print([name for name in dir(unicodedata) if name[0] != '_'])
print([name for name in dir(UCD) if name[0] != '_'])


class Text(str):
    pass


print(unicodedata.category(Text('a')), unicodedata.name(Text('a')))
