# Which letters are the same when case is ignored, alone and in sets.
import re

blocks = (range(0x41, 0x180), range(0x370, 0x530), range(0x1c80, 0x1c89),
          range(0x1e90, 0x1fff), range(0x2120, 0x2130), range(0xfb00, 0xfb10),
          range(0x10400, 0x10430))
letters = [chr(c) for block in blocks for c in block]
text = "".join(letters)
total = 0
for c in letters:
    if c.lower() != c or c.upper() != c:
        one = re.compile(re.escape(c), re.I).findall(text)
        some = re.compile("[%s\u4e00]" % re.escape(c), re.I).findall(text)
        other = re.compile("[^%s]" % re.escape(c), re.I).sub("", text)
        total += 1
        if len(one) > 2 or not one == some == list(other):
            print(ascii(c), ascii(one), ascii(some), ascii(other))
print(total, len(text))
print(ascii(re.findall("(?i)[\u0430-\u0433]+", "\u0410\u0431\u0413 \u0416")))
print(ascii(re.findall("(?ai)[k-s\xe9]", "\u212aS\u017fKZ\xc9\xe9")))
print(ascii(re.findall("(?i)(\u0436)\\1", "\u0436\u0416\u0416\u0436")))
print(re.findall(b"(?i)[^a-y\xe9]", b"aBzZ\xe9\xc9"))
