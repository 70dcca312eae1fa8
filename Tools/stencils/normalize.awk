# SPDX-License-Identifier: MIT
# C without comments and layout: what of a source can change machine code.
{
    line = $0
    text = ""
    while (line != "") {
        if (inside) {
            at = index(line, "*/")
            if (!at) { line = ""; break }
            line = substr(line, at + 2)
            inside = 0
        } else {
            at = index(line, "/*")
            if (!at) { text = text line; line = ""; break }
            text = text substr(line, 1, at - 1) " "
            line = substr(line, at + 2)
            inside = 1
        }
    }
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    if (text != "") print text
}
