/* SPDX-License-Identifier: MIT */
/*
 * Disassembly by Capstone.  It is loaded when it is first asked for: linked,
 * it would add 2 ms and 3 MB to the start of every program.
 */
#include "jit/disassemble.h"
#include <capstone.h>
#include <stdio.h>
#include <string.h>
#include "os/library.h"

static struct {
    cs_err (*open)(cs_arch arch, cs_mode mode, csh *handle);
    cs_err (*option)(csh handle, cs_opt_type type, size_t value);
    size_t (*disasm)(csh handle, const uint8_t *code, size_t n,
                     uint64_t address, size_t count, cs_insn **insn);
    void (*free)(cs_insn *insn, size_t count);
    bool tried, loaded;
} capstone; /* process-wide, as the library is */

static bool load(void)
{
    if (capstone.tried)
        return capstone.loaded;
    capstone.tried = true;
    void *library = os_library_open("capstone", CS_API_MAJOR);
    if (library == NULL)
        return false;
    *(void **)&capstone.open = os_library_symbol(library, "cs_open");
    *(void **)&capstone.option = os_library_symbol(library, "cs_option");
    *(void **)&capstone.disasm = os_library_symbol(library, "cs_disasm");
    *(void **)&capstone.free = os_library_symbol(library, "cs_free");
    return capstone.loaded = capstone.open != NULL &&
                             capstone.option != NULL &&
                             capstone.disasm != NULL && capstone.free != NULL;
}

/* What a processor's code is decoded with, opened once and kept. */
typedef struct Processor {
    const char *name;
    cs_arch arch;
    cs_mode mode;
    bool tried;
    csh handle; /* 0: it can't be had */
} Processor;

static csh handle_for(const char *name)
{
    static Processor processors[] = {
        {"x86_64", CS_ARCH_X86, CS_MODE_64, false, 0},
        {"aarch64", CS_ARCH_ARM64, CS_MODE_LITTLE_ENDIAN, false, 0},
    };
    for (size_t i = 0; i < sizeof processors / sizeof *processors; i++) {
        Processor *p = &processors[i];
        if (strcmp(p->name, name) != 0)
            continue;
        if (!p->tried && load()) {
            if (capstone.open(p->arch, p->mode, &p->handle) != CS_ERR_OK)
                p->handle = 0;
            else
                capstone.option(p->handle, CS_OPT_DETAIL, CS_OPT_ON);
        }
        p->tried = true;
        return p->handle;
    }
    return 0;
}

static cs_insn *decode(csh handle, const uint8_t *code, size_t n,
                       uint64_t address)
{
    cs_insn *insn = NULL;
    return capstone.disasm(handle, code, n, address, 1, &insn) == 1 ? insn
                                                                    : NULL;
}

static bool is_branch(const cs_insn *insn)
{
    for (int i = 0; i < insn->detail->groups_count; i++)
        if (insn->detail->groups[i] == CS_GRP_JUMP ||
            insn->detail->groups[i] == CS_GRP_CALL)
            return true;
    return false;
}

/* ---- x86_64 ---- */
static void examine_x86(const cs_insn *insn, Disassembled *d)
{
    const cs_x86 *x = &insn->detail->x86;
    if (x->op_count == 0 || x->operands[x->op_count - 1].type != X86_OP_IMM)
        return;
    if (is_branch(insn))
        d->last = LAST_TARGET;
    else if (insn->id == X86_INS_MOVABS ||
             (insn->id == X86_INS_MOV && x->operands[0].type == X86_OP_REG))
        d->last = LAST_WORD;
    d->value = (uint64_t)x->operands[x->op_count - 1].imm;
}

/* ---- aarch64 ---- */
static const cs_arm64_op *last_arm64(const cs_insn *insn)
{
    const cs_arm64 *x = &insn->detail->arm64;
    return x->op_count > 0 ? &x->operands[x->op_count - 1] : NULL;
}

static void examine_arm64(const cs_insn *insn, Disassembled *d)
{
    const cs_arm64_op *last = last_arm64(insn);
    if (last == NULL || last->type != ARM64_OP_IMM)
        return;
    if (is_branch(insn) || insn->id == ARM64_INS_BL)
        d->last = LAST_TARGET;
    else if (insn->id == ARM64_INS_MOVZ || insn->id == ARM64_INS_MOV)
        d->last = LAST_WORD;
    d->value = (uint64_t)last->imm << last->shift.value;
}

/* movz and the movk behind it make one word: together they are shown as one
 * instruction.  The bytes of those behind. */
static size_t join_words(csh handle, const uint8_t *code, size_t n,
                         uint64_t address, unsigned reg, Disassembled *d)
{
    size_t size = 0;
    while (size < n) {
        cs_insn *insn = decode(handle, code + size, n - size, address + size);
        if (insn == NULL)
            break;
        const cs_arm64_op *last = last_arm64(insn);
        bool joins = insn->id == ARM64_INS_MOVK &&
                     insn->detail->arm64.operands[0].reg == reg;
        if (joins) {
            d->value &= ~((uint64_t)0xffff << last->shift.value);
            d->value |= (uint64_t)last->imm << last->shift.value;
            size += insn->size;
        }
        capstone.free(insn, 1);
        if (!joins)
            break;
    }
    if (size > 0)
        memcpy(d->text, "mov ", 4);
    return size;
}

/* ---- both ---- */
static void set_text(const cs_insn *insn, Disassembled *d)
{
    int len = (int)strlen(insn->op_str);
    if (d->last != LAST_IN_TEXT) /* up to the last ", " */
        while (len > 0 && (len < 2 || insn->op_str[len - 2] != ','))
            len--;
    snprintf(d->text, sizeof d->text, "%-7s %.*s", insn->mnemonic, len,
             insn->op_str);
}

size_t disassemble(const char *processor, const uint8_t *code, size_t n,
                   uint64_t address, Disassembled *d)
{
    csh handle = handle_for(processor);
    cs_insn *insn = handle != 0 ? decode(handle, code, n, address) : NULL;
    if (insn == NULL)
        return 0;
    bool arm = strcmp(processor, "aarch64") == 0;
    size_t size = insn->size;
    d->last = LAST_IN_TEXT;
    d->value = 0;
    if (arm)
        examine_arm64(insn, d);
    else
        examine_x86(insn, d);
    set_text(insn, d);
    if (arm && d->last == LAST_WORD)
        size += join_words(handle, code + size, n - size, address + size,
                           insn->detail->arm64.operands[0].reg, d);
    capstone.free(insn, 1);
    return size;
}
