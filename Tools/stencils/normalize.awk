# SPDX-License-Identifier: MIT
# C without comments and layout: what of a source can change machine code.
# Where lines end matters to directives alone; they are given one each.
function end_line() {
    if (last != "") printf "\n"
    last = directive = ""
}
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
    if (text != "") {
        if (!directive && text ~ /^#/) {
            end_line()
            directive = 1
        }
        goes_on = sub(/ ?\\$/, "", text)
        if (last != "" && last !~ /[([]/ && text !~ /^[])]/) printf " "
        printf "%s", text
        last = substr(text, length(text))
    }
    if (directive && !inside && !(text != "" && goes_on)) end_line()
}
END { end_line() }
