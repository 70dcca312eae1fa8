# SPDX-License-Identifier: MIT
# What a test expects of recording, against what -X jit=ops has said.
#
#   awk -f tests/traces.awk -v mode=MODE TEST.py LOG    prints what is not so
#   awk -f tests/traces.awk -v check=1 TEST.py          what is not understood
#
# A test says it in comment lines, which hold in the modes that are named, without
# names in jit and microops:
#
#   # trace: FUNCTION: CLAUSE; CLAUSE...
#   # trace: CLAUSE; CLAUSE...                of the whole program
#   # trace eager: ...
#
# A trace is a function's (by its qualified name) if it starts in it, or if the
# trace that it is a side trace of does.  An abort is that of the function where
# the recording began.  The clauses (N after ==, >= or <=; an OP may end in *):
#
#   loops == N         traces that start where a loop goes back; also `calls` (at a
#                      function's entry), `sides` (from a side exit), `traces` (all)
#   linked >= N        that go on in another trace
#   entered <= N       times that the interpreter entered such a trace
#   left <= N          times that one was left for the interpreter
#   dropped >= N       traces, for what they relied on has changed
#   has OP...          each op is executed in some trace of the function
#   lacks OP...        none is, in any
#   loop has OP...     the same of what such a trace repeats each round
#   loop lacks OP...
#   sinks OP...        objects that traces leave to their exits to make
#   aborts none        no recording was given up
#   aborts only REASON...   but for these reasons (src/trace/aborts.def)
#   aborts REASON >= N      and this often for this one
#
# Where there is no trace at all every clause but those of aborts fails.

function expected(clause, got,    text) {
    text = "expected" (subject == "" ? "" : " of " subject) ": " clause "; got " got
    if (!(text in printed))
        print text
    printed[text] = 1
    wrong[subject] = 1
}

# ---- what was recorded ----
# "loop of f, line 12" or "exit 7 of trace 3, in g, line 20": sets place, root.
function read_start(text, id) {
    if (text ~ /^exit /) {
        kind = "sides"
        place = text
        sub(/.*, in /, "", place)
        sub(/, line .*/, "", place)
        root = text
        sub(/^exit [0-9]+ of trace /, "", root)
        sub(/,.*/, "", root)
        root = root_of[root + 0]
        return
    }
    kind = text ~ /^loop / ? "loops" : "calls"
    place = text
    sub(/^[a-z]+ of /, "", place)
    sub(/, line .*/, "", place)
    root = place
}

# In awk a trace is one number, though ids are given again.
function add(text, id,    n) {
    n = ++n_traces
    current[id] = n
    id_of[n] = id
    read_start(text)
    kind_of[n] = kind
    place_of[n] = place
    root_of[id] = root
    root_of_trace[n] = root
    said[n] = text
    linked[n] = text ~ /, to trace [0-9]+$/
}

function add_ops(text, n,    i, parts, count, word) {
    count = split(text, parts, " ")
    for (i = 1; i <= count; i++) {
        word = parts[i]
        if (word == "loop:")
            loops_at[n] = i
        else if (word ~ /^\(/)
            sunk[n] = sunk[n] " " substr(word, 2, length(word) - 2)
        else if (n in loops_at)
            body[n] = body[n] " " word
        else
            head[n] = head[n] " " word
    }
}

function add_abort(text,    reason) {
    reason = text
    sub(/:.*/, "", reason)
    sub(/^[A-Z_]+: /, "", text)
    read_start(text)
    n_aborts++
    abort_reason[n_aborts] = reason
    abort_place[n_aborts] = place
    abort_root[n_aborts] = root
    abort_text[n_aborts] = reason ": " text
}

# ---- asking ----
function is_of(n, f) {
    return f == "" || place_of[n] == f || root_of_trace[n] == f
}

function compare(got, sign, want) {
    return sign == "==" ? got == want : sign == ">=" ? got >= want : got <= want
}

# The traces of the subject that have the op in this part.
function having(pattern, part,    n, found, text) {
    gsub(/\*/, "[A-Z0-9_]*", pattern)
    found = ""
    for (n = 1; n <= n_traces; n++) {
        if (!is_of(n, subject))
            continue
        text = part == "sunk" ? sunk[n] : part == "body" ? body[n] \
            : head[n] body[n]
        if ((text " ") ~ (" " pattern " "))
            found = found (found == "" ? "" : ", ") id_of[n]
    }
    return found
}

function count_of(what,    n, total) {
    total = 0
    for (n = 1; n <= n_traces; n++) {
        if (!is_of(n, subject))
            continue
        if (what == "traces" || what == kind_of[n])
            total++
        else if (what == "linked")
            total += linked[n]
        else if (what == "dropped")
            total += dropped[n]
        else if (what == "entered")
            total += entered[n]
        else if (what == "left")
            total += left[n]
    }
    return total
}

function check_number(clause, words,    got) {
    got = count_of(words[1])
    if (words[1] ~ /^(entered|left)$/ && count_of("traces") == 0)
        expected(clause, "no trace")
    else if (!compare(got, words[2], words[3] + 0))
        expected(clause, got)
}

function check_ops(clause, words, n_words, first, part, wanted,    i, found) {
    for (i = first; i <= n_words; i++) {
        found = having(words[i], part)
        if (wanted && found == "")
            expected(clause, "none with " words[i])
        else if (!wanted && found != "")
            expected(clause, words[i] " in trace " found)
    }
    if (!wanted && count_of(part == "body" ? "loops" : "traces") == 0)
        expected(clause, part == "body" ? "no loop" : "no trace")
}

function check_aborts(clause, words, n_words,    i, allowed, got) {
    for (i = 3; i <= n_words; i++)
        allowed[words[i]] = 1
    got = 0
    for (i = 1; i <= n_aborts; i++) {
        if (subject != "" && abort_place[i] != subject && abort_root[i] != subject)
            continue
        if (words[2] ~ /^(none|only)$/ && !(abort_reason[i] in allowed))
            expected(clause, abort_text[i])
        got += abort_reason[i] == words[2]
    }
    if (words[2] !~ /^(none|only)$/ && !compare(got, words[3], words[4] + 0))
        expected(clause, got)
}

function check_clause(clause,    words, n) {
    n = split(clause, words, " ")
    if (words[1] == "aborts")
        check_aborts(clause, words, n)
    else if (words[1] == "has" || words[1] == "lacks")
        check_ops(clause, words, n, 2, "all", words[1] == "has")
    else if (words[1] == "loop")
        check_ops(clause, words, n, 3, "body", words[2] == "has")
    else if (words[1] == "sinks")
        check_ops(clause, words, n, 2, "sunk", 1)
    else
        check_number(clause, words)
}

# ---- understanding ----
function names_ops(words, n_words, first,    i) {
    for (i = first; i <= n_words; i++)
        if (words[i] !~ /^_[A-Z0-9_]+\*?$/)
            return 0
        else if (words[i] !~ /\*$/ && n_uops > 0 && !(words[i] in uops))
            return 0
    return n_words >= first
}

function names_aborts(words, n_words, first,    i) {
    for (i = first; i <= n_words; i++)
        if (n_reasons > 0 && !(words[i] in reasons))
            return 0
    return n_words >= first
}

function is_bound(words, n_words, at) {
    return n_words == at + 1 && words[at] ~ /^(==|>=|<=)$/ &&
        words[at + 1] ~ /^[0-9]+$/
}

function is_understood(clause,    words, n) {
    n = split(clause, words, " ")
    if (words[1] == "aborts" && words[2] == "none")
        return n == 2
    if (words[1] == "aborts" && words[2] == "only")
        return names_aborts(words, n, 3)
    if (words[1] == "aborts")
        return names_aborts(words, 2, 2) && is_bound(words, n, 3)
    if (words[1] ~ /^(has|lacks|sinks)$/)
        return names_ops(words, n, 2)
    if (words[1] == "loop")
        return words[2] ~ /^(has|lacks)$/ && names_ops(words, n, 3)
    return words[1] ~ /^(traces|loops|calls|sides|linked|dropped|entered|left)$/ &&
        is_bound(words, n, 2)
}

# ---- the files ----
FNR == 1 { file++ }

file == 1 && /^# trace[ a-z]*: / {
    modes = $0
    sub(/:.*/, "", modes)
    sub(/^# trace */, "", modes)
    text = $0
    sub(/^# trace[ a-z]*: */, "", text)
    n_lines++
    modes_of_line[n_lines] = modes == "" ? "jit microops" : modes
    subject_of[n_lines] = ""
    if (text ~ /^[^ ;]+: /) {
        subject_of[n_lines] = text
        sub(/: .*/, "", subject_of[n_lines])
        sub(/^[^ ]+: */, "", text)
    }
    clauses_of[n_lines] = text
    next
}
file == 1 { next }

FILENAME ~ /uops\.def$/ {
    if (match($0, /^UOP\([A-Z0-9_]+,/)) {
        uops["_" substr($0, 5, RLENGTH - 5)] = 1
        n_uops++
    }
    next
}
FILENAME ~ /aborts\.def$/ {
    if (match($0, /^ABORT\([A-Z0-9_]+,/)) {
        reasons[substr($0, 7, RLENGTH - 7)] = 1
        n_reasons++
    }
    next
}

/^jit: trace [0-9]+: / {
    id = $3 + 0
    text = $0
    sub(/^jit: trace [0-9]+: /, "", text)
    add(text, id)
}
/^jit: trace [0-9]+ has:/ {
    id = $3 + 0
    text = $0
    sub(/^jit: trace [0-9]+ has:/, "", text)
    add_ops(text, current[id])
}
/^jit: trace [0-9]+ (dropped|kept), entered [0-9]+, left / {
    n = current[$3 + 0]
    entered[n] += $6
    left[n] += $8
    dropped[n] = $4 == "dropped,"
}
/^jit: abort / {
    text = $0
    sub(/^jit: abort /, "", text)
    add_abort(text)
}

# What there is of a function, for who reads why it is not as expected.
function tell(f,    n, told) {
    print (f == "" ? "recorded:" : "recorded of " f ":")
    told = 0
    for (n = 1; n <= n_traces && told < 8; n++)
        if (is_of(n, f)) {
            print "  trace " id_of[n] ": " said[n] ":" head[n] \
                (n in loops_at ? " loop:" body[n] : "")
            told++
        }
    for (n = 1; n <= n_aborts && told < 12; n++)
        if (f == "" || abort_place[n] == f || abort_root[n] == f) {
            print "  abort " abort_text[n]
            told++
        }
    if (told == 0)
        print "  nothing"
}

END {
    for (now = 1; now <= n_lines; now++) {
        if (!check && index(" " modes_of_line[now] " ", " " mode " ") == 0)
            continue
        subject = subject_of[now]
        count = split(clauses_of[now], clauses, /; */)
        for (i = 1; i <= count; i++) {
            if (!is_understood(clauses[i]))
                print "not understood: " clauses[i]
            else if (check)
                has_aborts = has_aborts || clauses[i] ~ /^aborts /
            else
                check_clause(clauses[i])
        }
    }
    if (check && n_lines == 0)
        print "it expects nothing of recording"
    else if (check && !has_aborts)
        print "it does not say which recordings are given up"
    if (!check)
        for (subject in wrong)
            tell(subject)
}
