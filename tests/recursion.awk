# SPDX-License-Identifier: MIT
# Reads the list of known recursions, then `objdump -dr` of the objects; prints
# functions that call themselves, directly or through others, without a function
# between that checks the stack, and that the list does not have.
function place(name) { # file:name of a function, whichever part of it
    sub(/\.(cold|part|constprop|isra)(\.[0-9]+)?(\.(cold|part|constprop|isra)(\.[0-9]+)?)*$/, "", name)
    return name
}
function edge(to) {
    if (to == "" || to ~ /^\./) return
    sub(/[-+]0x[0-9a-f]+$/, "", to)
    sub(/@.*/, "", to)
    calls[from] = calls[from] " " place(to)
}
FNR == NR {
    if ($0 !~ /^#/ && NF) { known[$1] = 1; if ($2 == "checks") checks[$1] = 1 }
    next
}
/file format/ {
    file = $1; sub(/:$/, "", file); sub(/.*\/src\//, "", file)
    sub(/\/\.libs/, "", file); sub(/\.o$/, "", file)
    next
}
/^[0-9a-f]+ <.*>:$/ {
    name = $2; gsub(/[<>:]/, "", name)
    self = place(name)
    from = file ":" self
    if (!(from in calls)) { order[++n] = from; calls[from] = "" }
    defined[self] = (self in defined && defined[self] != from) ? "" : from
    next
}
/R_[A-Z0-9_]*(PLT32|PC32|CALL26|JUMP26|GOTPCREL[A-Z]*|PC64)/ { if (is_call) edge($3); is_call = 0; next }
{
    if (is_call && target != "") edge(target)
    is_call = 0; target = ""
    if ($2 ~ /^(call|jmp|j[a-z]+|bl?|b\.[a-z]+)q?$/) {
        is_call = 1
        if (match($0, /<[^>]+>/)) {
            target = substr($0, RSTART + 1, RLENGTH - 2)
            # A jump within the function, which is no call.
            bare = target; sub(/[-+]0x[0-9a-f]+$/, "", bare)
            if (place(bare) == self && ($2 !~ /^(call|bl)/ || bare != target)) target = ""
        }
    }
}
function node(from, to,  here) {
    here = from; sub(/:.*/, "", here)
    here = here ":" to
    if (here in calls) return here
    return (to in defined) ? defined[to] : ""
}
function visit(v,  i, k, parts, w) {
    low[v] = number[v] = ++counter
    stack[++top] = v; on[v] = 1
    k = split(calls[v], parts, " ")
    for (i = 1; i <= k; i++) {
        w = node(v, parts[i])
        if (w == "" || guarded[w]) continue
        if (w == v) loops[v] = 1
        if (!(w in number)) { visit(w); if (low[w] < low[v]) low[v] = low[w] }
        else if (on[w] && number[w] < low[v]) low[v] = number[w]
    }
    if (low[v] != number[v]) return
    if (stack[top] != v) {
        do { w = stack[top--]; on[w] = 0; cyclic[w] = number[v] } while (w != v)
    } else { top--; on[v] = 0; if (loops[v]) cyclic[v] = number[v] }
}
END {
    for (i = 1; i <= n; i++) {
        v = order[i]
        k = split(calls[v], parts, " ")
        for (j = 1; j <= k; j++) if (("*:" parts[j]) in checks) guarded[v] = 1
        if (v in checks) guarded[v] = 1
    }
    for (i = 1; i <= n; i++) if (!guarded[order[i]] && !(order[i] in number)) visit(order[i])
    for (i = 1; i <= n; i++) if (order[i] in cyclic) {
        if (order[i] in known) continue
        print order[i] " calls itself without checking the stack [" cyclic[order[i]] "]"
    }
}
