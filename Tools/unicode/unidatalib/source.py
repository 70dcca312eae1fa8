# SPDX-License-Identifier: MIT
"""What Tools/unicode/dump prints, and what was otherwise in Unicode 3.2."""

from collections.abc import Iterator

CODE_POINTS = 0x110000


class Source:
    """The properties of all code points.

    properties: by property, the value of each code point that has not the
        default, as text
    names: by code point; ranges: of names that end with the code point, as
        (first, last, prefix); aliases: (code point, name); sequences:
        (code points, name)
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.version = ''
        self.properties: dict[str, dict[int, str]] = {}
        self.defaults: dict[str, str] = {}
        self.names: dict[int, str] = {}
        self.ranges: list[tuple[int, int, str]] = []
        self.aliases: list[tuple[int, str]] = []
        self.sequences: list[tuple[tuple[int, ...], str]] = []
        name = ''
        for line in lines:
            word, _, rest = line.rstrip('\n').partition(' ')
            if word == 'version':
                self.version = rest
            elif word == 'property':
                name, _, default = rest.partition(' ')
                self.defaults[name] = default
                self.properties[name] = {}
            elif word == 'alias':
                code, _, text = rest.partition(' ')
                self.aliases.append((int(code, 16), text))
            elif word == 'sequence':
                text, _, codes = rest.partition(';')
                self.sequences.append((code_points(codes), text))
            else:
                last, _, value = rest.partition(' ')
                self._add(name, int(word, 16), int(last, 16), value)

    def _add(self, name: str, first: int, last: int, value: str) -> None:
        if name != 'na':
            for code in range(first, last + 1):
                self.properties[name][code] = value
        elif value.endswith('-<code point>'):
            self.ranges.append((first, last, value[:-len('<code point>')]))
        elif value != '<hangul syllable>':
            if first != last or '<' in value:
                raise ValueError(f'what names are {value}?')
            self.names[first] = value

    def get(self, name: str, code: int) -> str:
        """The value of a property."""
        return self.properties[name].get(code, self.defaults[name])


def code_points(text: str) -> tuple[int, ...]:
    """Code points in hexadecimal."""
    return tuple(int(word, 16) for word in text.split())


def read_changes(path: str) -> dict[str, dict[int, str]]:
    """By property, the values of code points that were others in 3.2."""
    changes: dict[str, dict[int, str]] = {}
    with open(path, encoding='ascii') as file:
        for line in file:
            if line.startswith('#') or not line.strip():
                continue
            name, first, last, value = line.split()
            for code in range(int(first, 16), int(last, 16) + 1):
                changes.setdefault(name, {})[code] = value
    return changes
