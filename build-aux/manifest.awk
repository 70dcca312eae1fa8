# SPDX-License-Identifier: MIT
# Prints the input digest that Stencils/MANIFEST records for `file`: the first
# value whose key holds "input", on the file's own line or in its stanza.
index($0, "jit_stencils-") { inside = index($0, file) > 0 }
inside && /input/ {
    line = $0
    sub(/.*input[A-Za-z_-]*[ \t]*[:=]?[ \t]*("|sha256:)?/, "", line)
    sub(/[^0-9a-fA-F].*/, "", line)
    if (line != "") { print line; found = 1; exit }
}
END { if (!found) print "not in Stencils/MANIFEST" }
