# Pickles that are none: what is raised for each, and what is left of others.
import _pickle
import io


def outcome(function, *args, **kwargs):
    try:
        return ascii(function(*args, **kwargs))
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


class Restricted(_pickle.Unpickler):
    def find_class(self, module, name):
        return module, name

    def persistent_load(self, id):
        return "persistent", id


BAD = [
    b"", b".", b"N", b"N.", b"NN.", b"(.", b"(N.", b"0.", b"1.", b"(0N.", b"2.",
    b"N2\x86.", b"x", b"\x00", b"\xff", b"'", b"\\", b"~", b"\x80", b"\x80\x05N.",
    b"\x80\x06N.", b"\x80\xffN.", b"K", b"M\x01", b"J\1\2\3", b"J\xff\xff\xff\xff.",
    b"M\xff\xff.", b"I5\n.", b"I", b"I\n.", b"I01\n.", b"I00\n.", b"I1\n.",
    b"I010\n.", b"I0x1f\n.", b"Ix\n.", b"I 5\n.", b"I5 \n.", b"I-5\n.", b"I\t\n.",
    b"I123456789012345678901234567890\n.", b"L5L\n.", b"L5\n.", b"LL\n.", b"L\n.",
    b"Lx\n.", b"L0x10L\n.", b"\x8a\0.", b"\x8a\1\xff.", b"\x8a\2\1", b"\x8b\0\0\0\0.",
    b"\x8b\xff\xff\xff\xff.", b"\x8b\2\0\0\0\0\1.", b"F1.5\n.", b"Fx\n.", b"F\n.",
    b"F1e999\n.", b"Finf\n.", b"Fnan\n.", b"F 1\n.", b"G" + b"\0" * 7,
    b"G\x3f\xf8\0\0\0\0\0\0.", b"S'abc'\n.", b'S"a\\n\\x41"\n.', b"Sabc\n.", b"S'\n.",
    b"S'\"\n.", b"S\n.", b"S'\\x4'\n.", b"S'\xe9'\n.", b"U\1\xe9.", b"T\1\0\0\0a.",
    b"T\xff\xff\xff\xff.", b"Vabc\\u20ac\n.", b"V\n.", b"V\\u12\n.", b"V",
    b"X\2\0\0\0ab.", b"X\xff\xff\xff\xff.", b"X\1\0\0\0\xff.", b"\x8c\3\xed\xa0\x80.",
    b"\x8c\1", b"\x8d" + b"\xff" * 8, b"\x8d\1" + b"\0" * 7 + b"a.", b"C\2ab.",
    b"B\xff\xff\xff\x7f", b"\x8e" + b"\xff" * 8, b"\x96" + b"\xff" * 8,
    b"\x96\2" + b"\0" * 7 + b"ab.", b"\x95" + b"\xff" * 8, b"\x95\5" + b"\0" * 7 + b"N.",
    b"\x95\2" + b"\0" * 7 + b"N.", b"\x97.", b"\x98.", b"C\1a\x98.", b"t.", b"(t.",
    b"(NNt.", b"\x85.", b"N\x85.", b"N\x86.", b"NN\x87.", b"N(\x85.", b"l.", b"(l.",
    b"(NNl.", b"d.", b"(d.", b"(Nd.", b"(NK\1d.", b"(]Nd.", b"\x91.", b"(N\x91.",
    b"(]\x91.", b"]Na.", b"]a.", b"Na.", b"a.", b"NNa.", b"](Na.", b"](e.", b"]((e.",
    b"](NNe.", b"N(NNe.", b"(NNe.", b"e.", b"](N(Ne.", b"\x8f(N\x90.", b"\x8f\x90.",
    b"\x8f(]\x90.", b"N(N\x90.", b"(\x90.", b"(N\x90.", b"]\x8f(\x90.", b"}NNs.",
    b"}Ns.", b"}s.", b"NNNs.", b"s.", b"}]Ns.", b"}(u.", b"}(Nu.", b"}(NNu.",
    b"N(NNu.", b"(NNu.", b"u.", b"}(]Nu.", b"g0\n.", b"g\n.", b"gx\n.", b"g-1\n.",
    b"Np0\ng0\n.", b"p0\n.", b"Np-1\n.", b"Npx\n.", b"Np\n.", b"Nq\0h\0\x86.", b"h\1.",
    b"q\0.", b"j\1\0\0\0.", b"Nr\1\0\0\0j\1\0\0\0\x86.", b"r\0\0\0\0.", b"\x94.", b"N\x94h\0\x86.",
    b"(\x94.", b"Np99999999999999999999\n.", b"cbuiltins\nlen\n.", b"cbuiltins\n",
    b"c\nlen\n.", b"cbuiltins\n\n.", b"cnosuch\nlen\n.", b"cbuiltins\nnosuch\n.",
    b"c\xff\nlen\n.", b"cbuiltins\nint.real\n.", b"\x93.", b"N\x93.", b"NN\x93.",
    b"\x8c\1aN\x93.", b"NR.", b"R.", b"NNR.", b"N)R.", b"cbuiltins\nlen\n)R.",
    b"cbuiltins\nlen\n)\x85R.", b"cbuiltins\nlen\nNR.", b"\x81.", b"N\x81.",
    b"N)\x81.", b"cbuiltins\nint\n)\x81.", b"cbuiltins\nint\nN\x81.",
    b"cbuiltins\nlen\n)\x81.", b"cbuiltins\nint\nK\5\x85\x81.", b"\x92.",
    b"cbuiltins\nint\n)\x92.", b"cbuiltins\nint\n)}\x92.",
    b"cbuiltins\nint\n)N\x92.", b"cbuiltins\nint\nN}\x92.", b"N)}\x92.",
    b"cbuiltins\ndict\n)}\x8c\1aNs\x92.", 
    b"(ibuiltins\nint\n.", b"(S'7'\nibuiltins\nint\n.", b"ibuiltins\nint\n.",
    b"(i\nint\n.", b"(i\xff\nint\n.", b"(o.", b"o.", b"(cbuiltins\nint\no.",
    b"(cbuiltins\nint\nU\0017o.", b"(No.", b"(NNo.", b"b.", b"Nb.", b"NNb.", b"N}b.",
    b"N]b.", b"N}NK\1sb.", b"NN}\x86b.", b"NNN\x86b.", b"NN]\x86b.",
    b"NN}NNs\x86b.", b"(Nb.", b"N(b.", b"P1\n.", b"P\n.", b"P\xff\n.", b"Q.", b"NQ.",
    b"(Q.", b"\x82\0.", b"\x82\1.", b"\x83\0\0.", b"\x83\1\2.", b"\x84\0\0\0\0.",
    b"\x84\xff\xff\xff\xff.", b"\x84\1\2\3\4.", b"\x82", b"}q\0h\0h\0s.", b"]q\0h\0a.",
]
for data in BAD:
    print(data, "|", outcome(_pickle.loads, data), "|",
          outcome(_pickle.loads, data, encoding="bytes", buffers=[b"1"]))
    print("   ", outcome(Restricted(io.BytesIO(data), encoding="latin1").load))

# Good ones, spoilt.
seed = 1


def pick(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return (seed >> 8) % n


class Kept:
    pass


kept = Kept()
kept.a = [1, 2.5, ("x", b"y"), {"k": {1}, "l": None}, 10 ** 30, bytearray(b"z")]
kept.b = kept.a, kept.a
good = [_pickle.dumps(kept, protocol) for protocol in range(6)]
total = 0
for i in range(4000):
    data = bytearray(good[i % 6])
    for _ in range(1 + pick(3)):
        at = pick(len(data))
        data[at:at + pick(2)] = [pick(256) if pick(2) else
                                 b"(.012NQ)]}abdeothlsu\x81\x85\x86\x87"[pick(24)]]
    answer = outcome(Restricted(io.BytesIO(data)).load)
    if " at 0x" in answer or "object" in answer:
        continue
    if i % 200 == 0:
        print(answer[:200])
    for c in answer:
        total = (total * 31 + ord(c)) % 1000000007
print(total)
# Alone: is found by name in __main__ by pickle
