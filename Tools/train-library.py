# SPDX-License-Identifier: MIT
# What Tools/train puts before programs that import from the library: the modules
# named last, read from the directory that is the last argument, without the
# library's import system, which lists directories and asks for times.


def read_modules(names):
    import sys

    for name in names:
        file = f"{sys.argv[-1]}/{name.replace('.', '/')}.py"
        package, _, last = name.rpartition(".")
        if name.endswith("/"):
            name = package = name[:-1]
            file = f"{sys.argv[-1]}/{name}/__init__.py"
        module = sys.modules.setdefault(name, type(sys)(name))
        module.__package__ = package
        if package and package != name:
            whole = sys.modules.setdefault(package, type(sys)(package))
            setattr(whole, last, module)
        with open(file, encoding="utf-8") as source:
            exec(compile(source.read(), name, "exec"), module.__dict__)


read_modules("""
    abc _collections_abc types copyreg enum re._constants re._parser re._casefix
    re._compiler re/ struct _weakrefset weakref copy heapq json.scanner
    json.decoder json.encoder codecs json/
""".split())
