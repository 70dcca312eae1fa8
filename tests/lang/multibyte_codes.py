# Encodings of Chinese, Japanese and Korean: what all codes of two bytes are, and how
# all characters are encoded, as checksums; Tools/charsets/compare has them one by one.
import binascii

ENCODINGS = {
    "gb2312": b"", "gbk": b"", "gb18030": b"", "hz": b"~{", "big5": b"",
    "big5hkscs": b"", "cp950": b"", "cp932": b"", "shift_jis": b"",
    "euc_jp": b"", "euc_jisx0213": b"", "shift_jisx0213": b"",
    "euc_jis_2004": b"", "shift_jis_2004": b"", "cp949": b"", "euc_kr": b"",
    "johab": b"", "iso2022_jp": b"\x1b$B", "iso2022_jp_1": b"\x1b$(D",
    "iso2022_jp_2": b"\x1b$A", "iso2022_jp_2004": b"\x1b$(Q",
    "iso2022_jp_3": b"\x1b$(P", "iso2022_jp_ext": b"\x1b$B",
    "iso2022_kr": b"\x1b$)C\x0e"}


def checksum(data):
    return "%08x" % binascii.crc32(data)


doubles = b"".join(bytes([a, b, 0x20, 0x20])
                   for a in range(0x21, 0xff) for b in range(0x21, 0xff))
thirds = b"".join(bytes([0x8f, a, b])
                  for a in range(0xa0, 0xff) for b in range(0xa0, 0xff))
fours = b"".join(bytes([a, b, c, 0x30])
                 for a in (*range(0x81, 0x85), 0x90, 0xe3, 0xe4)
                 for b in range(0x30, 0x3a) for c in range(0x81, 0xff))
# Spaces keep letters and marks apart.
blocks = ["".join(chr(c) + " " for c in range(first, last))
          for first, last in ((0, 0x3000), (0x3000, 0xa000), (0xa000, 0xd800),
                              (0xe000, 0x10000), (0x20000, 0x2b000))]
for encoding, prefix in ENCODINGS.items():
    text = (prefix + doubles).decode(encoding, "replace")
    print(encoding, len(text), text.count("\ufffd"),
          checksum(text.encode("utf-8", "surrogatepass")))
    print("   ", *(checksum(block.encode(encoding, "replace"))
                   for block in blocks))
for encoding in "euc_jp", "euc_jis_2004", "euc_jisx0213":
    print(encoding, checksum(thirds.decode(encoding, "replace").encode()))
print("gb18030", checksum(fours.decode("gb18030", "replace").encode()))
for text in ("\u304b\u309a\xe6\u0300", "\u304b\xe6", "\xca\u0304\xea\u030c",
             "\U0010ffff\U00010000", "\uac02\ud7a3\uac00", "\xa5\u203e\\~",
             "\u2015\u2014\uff3c\uff5e\u2225", "\x00\x7f"):
    for encoding in ("big5hkscs", "euc_jis_2004", "shift_jisx0213", "gb18030",
                     "euc_kr", "cp932", "euc_jp", "shift_jis"):
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError as e:
            print(ascii(text), encoding, e.start, e.end, e.reason)
        else:
            print(ascii(text), encoding, data, ascii(data.decode(encoding)))
