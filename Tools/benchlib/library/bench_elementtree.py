# SPDX-License-Identifier: MIT
"""XML as trees."""

from xml.etree import ElementTree as ET

from words import make_people


def make_tree():
    root = ET.Element("people")
    for p in make_people(200):
        person = ET.SubElement(root, "person", id=str(p["id"]))
        ET.SubElement(person, "name").text = p["name"]
        ET.SubElement(person, "note").text = p["note"]
        tags = ET.SubElement(person, "tags")
        for tag in p["tags"]:
            ET.SubElement(tags, "tag", kind=tag[:1]).text = tag
    return root


TREE = make_tree()
TEXT = ET.tostring(TREE, "unicode")


def parse(n):
    return sum(len(ET.fromstring(TEXT)) for _ in range(n))


def findall(n):
    total = 0
    for _ in range(n):
        total += len(TREE.findall("person/tags/tag"))
        total += len(TREE.findall(".//tag[@kind='a']"))
        for person in TREE.findall("person"):
            total += len(person.findtext("name"))
    return total


def iterate(n):
    return sum(len(e.text or "") + len(e.attrib) for _ in range(n)
               for e in TREE.iter())


def build(n):
    return sum(len(make_tree()) for _ in range(n))


def to_text(n):
    return sum(len(ET.tostring(TREE, "unicode")) for _ in range(n))
