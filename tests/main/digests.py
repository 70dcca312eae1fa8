# SPDX-License-Identifier: MIT
# What the modules of digests on OpenSSL answer and refuse.
import _hashlib, _md5, _sha1, _sha256, _sha3, _sha512
import hashlib, hmac, random, threading


class Index:
    def __index__(self):
        return 3


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '!>', type(e).__name__, e)


for call in ("_hashlib.new('md5', %s)", "_hashlib.openssl_sha256(%s)",
    "_md5.md5(%s)", "_sha3.sha3_224(%s)",
    "_hashlib.new('md5').update(%s)", "_sha1.sha1().update(%s)",):
    for args in (
        "'s'", "3", "None", "memoryview(bytearray(8))[::2]",
        "memoryview(bytearray(4)).cast('B', (2, 2))", "b'', b''",
        "string=b''", "b'', string=b''", "data=b''",
    ):
        show('type(%s)' % (call % args))

for text in r"""
_hashlib.new(3)
_hashlib.new('nope')
_hashlib.new('sha\0')
_hashlib.new('SHA256').name
_hashlib.new('sha512-256').name
_hashlib.new('sha512_256').name
_hashlib.new('sm3').name
_hashlib.new('ripemd160').name
_hashlib.new('md4').name
_hashlib.new('blake2b512').name
_hashlib.new('shake_128').digest()
_hashlib.new('shake_128').digest(4)
_hashlib.new('shake_128').digest(length=4)
_hashlib.new('shake_128').hexdigest(4)
_hashlib.new('shake_128').digest(0)
_hashlib.new('shake_128').digest_size
_hashlib.new('shake_128').block_size
_hashlib.new('shake_128',b'abc').copy().hexdigest(3)
type(_hashlib.new('shake_128'))
type(_hashlib.new('md5').copy())
_hashlib.HASH()
_hashlib.HASHXOF()
_hashlib.HMAC()
_hashlib.hmac_new(b'k')
_hashlib.hmac_new(b'k',b'm')
_hashlib.hmac_new(b'k',b'm','md5').hexdigest()
_hashlib.hmac_new('k',b'm','md5').hexdigest()
_hashlib.hmac_new(b'k','m','md5').hexdigest()
_hashlib.hmac_new(b'k',b'm','nope').hexdigest()
_hashlib.hmac_new(b'k',b'm',3).hexdigest()
_hashlib.hmac_new(b'k',b'm',_hashlib.openssl_md5).hexdigest()
_hashlib.hmac_new(b'k',b'm','shake_128').hexdigest()
_hashlib.hmac_new(b'k',None,'md5').hexdigest()
_hashlib.hmac_new(b'k',b'','md5').name
_hashlib.hmac_new(b'k',b'','sha512_256').name
_hashlib.hmac_new(b'k',b'','md5').block_size
_hashlib.hmac_new(b'k',b'','md5').digest_size
_hashlib.hmac_new(b'k',b'','md5').update('')
_hashlib.hmac_new(b'k',b'','md5').copy().digest()
_hashlib.hmac_digest(b'k',b'm','md5')
_hashlib.hmac_digest(b'k',b'm',_hashlib.openssl_sha3_224)
_hashlib.hmac_digest(b'k',b'm',None)
_hashlib.hmac_digest(b'k',b'm','nope')
_hashlib.hmac_digest(b'k',b'm','shake_128')
_hashlib.hmac_digest(b'k','m','md5')
_hashlib.compare_digest('a','a')
_hashlib.compare_digest('a',b'a')
_hashlib.compare_digest('é','a')
_hashlib.compare_digest(b'a',bytearray(b'a'))
_hashlib.compare_digest(1,2)
_hashlib.compare_digest(b'a',2)
_hashlib.compare_digest(b'a',b'ab')
_hashlib.compare_digest(b'a',memoryview(bytearray(8))[::2])
_hashlib.pbkdf2_hmac('md5',b'p',b's',10)
_hashlib.pbkdf2_hmac('md5',b'p',b's',10,3)
_hashlib.pbkdf2_hmac('md5',b'p',b's',10,0)
_hashlib.pbkdf2_hmac('md5',b'p',b's',10,-1)
_hashlib.pbkdf2_hmac('md5',b'p',b's',0)
_hashlib.pbkdf2_hmac('md5',b'p',b's',-1)
_hashlib.pbkdf2_hmac('md5',b'p',b's',2**31)
_hashlib.pbkdf2_hmac('md5',b'p',b's',1,2**31)
_hashlib.pbkdf2_hmac('md5',b'p',b's',2**70)
_hashlib.pbkdf2_hmac('md5',b'p',b's',1,2**70)
_hashlib.pbkdf2_hmac('nope',b'p',b's',1)
_hashlib.pbkdf2_hmac('md5','p',b's',1)
_hashlib.pbkdf2_hmac('md5',b'p','s',1)
_hashlib.pbkdf2_hmac(1,b'p',b's',1)
_hashlib.pbkdf2_hmac('md5',b'p',b's',1,'x')
_hashlib.pbkdf2_hmac('shake_128',b'p',b's',1)
_hashlib.scrypt(b'p')
_hashlib.scrypt(b'p',salt=b's')
_hashlib.scrypt(b'p',salt=b's',n=2)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1).hex()
_hashlib.scrypt(b'p',salt=b's',n=3,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=1,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=2.0,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=-2,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=2,r='8',p=1)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=-1)
_hashlib.scrypt(b'p',salt=b's',n=2,r=-8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=0)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,maxmem=-1)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,maxmem=2**40)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,maxmem='')
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,dklen=0)
_hashlib.scrypt(b'p',salt=b's',n=2,r=8,p=1,dklen=2**40)
_hashlib.scrypt('p',salt=b's',n=2,r=8,p=1)
_hashlib.scrypt(b'p',salt='s',n=2,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=2**20,r=8,p=1,maxmem=1024)
_hashlib.scrypt(b'p',salt=b's',n=2**70,r=8,p=1)
_hashlib.scrypt(b'p',salt=b's',n=2,r=2**70,p=1)
_hashlib.scrypt(b'p',salt=b's',n=True,r=8,p=1)
_hashlib.scrypt(b'p',salt=b'',n=2,r=8,p=1).hex()
_hashlib.openssl_md5(usedforsecurity=False).hexdigest()
sorted(_hashlib._constructors.values())
type(_hashlib.openssl_md_meth_names), type(_hashlib._constructors)
_sha3.shake_128().digest()
_sha3.shake_128().digest(-1)
_sha3.shake_128().digest(1<<29)
_sha3.shake_128().digest(2**70)
_sha3.shake_128().digest(length=2)
_sha3.shake_128().digest('x')
_sha3.shake_128().digest(2.0)
_sha3.shake_128().digest(True)
_sha3.shake_128().digest(Index())
len(_sha3.shake_128().hexdigest(5000))
_sha3.shake_128().digest_size
_sha3.shake_128()._capacity_bits
_sha3.sha3_224()._capacity_bits
_sha3.sha3_224()._rate_bits
_sha3.sha3_224()._suffix
_sha3.shake_256()._suffix
_sha3.sha3_224().name
_sha3.sha3_384(b'abc',usedforsecurity=False).copy().hexdigest()
_sha3.sha3_224().block_size
type(_sha3.sha3_224().copy())
_md5.md5(b'abc').hexdigest(), _md5.md5().name, _md5.md5().block_size, _md5.md5().digest_size
_sha1.sha1(b'abc').hexdigest(), _sha1.sha1().name
_sha256.sha224(b'abc').copy().hexdigest(), _sha256.sha224().name, _sha256.sha224().digest_size
_sha256.sha256(b'abc').digest()
_sha512.sha384(b'abc').hexdigest(), _sha512.sha384().name, _sha512.sha384().block_size
_sha512.sha512(b'abc').copy().hexdigest()
_sha512.SHA384Type, _sha256.SHA224Type, _sha256.SHA256Type, _sha1.SHA1Type, _md5.MD5Type
_sha512.SHA384Type()
type(_sha512.sha384())
hashlib.sha256(b'x'*100000).hexdigest()
hmac.new(b'k', b'm', 'sha256').hexdigest(), hmac.digest(b'k', b'm', 'sha1')
random.Random('text').random()
[hashlib.new(n, b'abc').hexdigest() for n in ('md5', 'sha1', 'sha3_256')]
""".strip().splitlines():
    show(text)

# Large data lets other threads run, who may come with the same object.
for make in (hashlib.md5, _sha512.sha512, _sha3.sha3_256, _sha3.shake_128,
             hashlib.shake_256):
    h = make()
    threads = [threading.Thread(target=lambda: [h.update(bytes(100000)) or
                                                h.update(b'\0') or h.digest(*length)
                                                for _ in range(10)])
               for length in [(5,) if h.name.startswith('shake') else ()] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(h.hexdigest(*([5] if h.name.startswith('shake') else [])) ==
          make(bytes(4000040)).hexdigest(
              *([5] if h.name.startswith('shake') else [])))
