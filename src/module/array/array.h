/* SPDX-License-Identifier: MIT */
/*
 * array.array: numbers of one C type, one behind the other.
 *
 * Items are converted before memory is looked at: __index__ and __float__ are
 * Python code, which may change the array.  Who holds a place in it across such
 * a call looks at `len` again.
 */
#ifndef ADDER_MODULE_ARRAY_H
#define ADDER_MODULE_ARRAY_H

#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/module_def.h"

enum { ARRAY_ITEM_MAX = 8 }; /* bytes */

/* What one of the letters of `typecodes` stands for. */
typedef struct ArrayCode {
    char code;
    uint8_t size; /* bytes of an item */
    bool is_int;
    bool is_signed;
    uint8_t format; /* how pickles call it, array_pickle.c */
    Value (*get)(Thread *t, const uint8_t *at);
    /* Writes `size` bytes: 0 or -1.  May run Python. */
    int (*set)(Thread *t, Value v, uint8_t *to);
} ArrayCode;

typedef struct Array {
    RECORD_HEAD(int64_t len; /* items */
                const ArrayCode *code;
                int64_t exports;) /* loans of the memory: it stays */
    Slot memory; /* a Blob with room for more */
} Array;

/* The module's state. */
typedef struct ArrayState {
    RECORD_HEAD()
    Slot reconstructor; /* _array_reconstructor: what pickles call */
} ArrayState;

extern Type array_type, array_iterator_type;
extern const ModuleDef array_module;
extern const NativeDef *const array_methods[];
NATIVE_DECLARE(array, __reduce_ex__)
NATIVE_DECLARE(array, _array_reconstructor)

/* array_item.c: ends with code 0. */
extern const ArrayCode array_codes[];
const ArrayCode *array_code(uint32_t c); /* NULL: there is none */

/* array.c: the memory.  `data` never is the array's own. */
Array *array_new(Thread *t, Type *cls, const ArrayCode *code, int64_t len);
/* The same type of items, and these of a. */
Value array_part(Thread *t, const Array *a, int64_t start, int64_t step,
                 int64_t count);
/* Whether the length may change: 0, or -1 with BufferError.  May run Python. */
int array_check_resize(Thread *t, Array *a);
/* a[start:stop] = n items; what lies behind the end is left out of it. */
int array_replace(Thread *t, Array *a, int64_t start, int64_t stop,
                  const uint8_t *data, int64_t n);
int array_add_item(Thread *t, Array *a, Value v);
int array_add_array(Thread *t, Array *a, const Array *other);
int array_add_bytes(Thread *t, Array *a, const uint8_t *data, int64_t len);
int array_add_str(Thread *t, Array *a, const Str *s);
/* What a * times is, in a itself. */
int array_repeat(Thread *t, Array *a, int64_t times);

static inline Array *value_to_array(Value v) { return value_to_record(v); }
bool value_is_array(Value v);
static inline Blob *array_memory(const Array *a)
{
    return value_to_blob(slot_get(&a->memory));
}
static inline uint8_t *array_at(const Array *a, int64_t i)
{
    ASSERT(i >= 0 && i <= a->len);
    return array_memory(a)->data + i * a->code->size;
}
static inline Value array_get(Thread *t, const Array *a, int64_t i)
{
    ASSERT(i < a->len);
    return a->code->get(t, array_at(a, i));
}

/* array_type.c */
/* array(c, source), of cls; source UNBOUND: empty. */
Value array_make(Thread *t, Type *cls, uint32_t c, Value source);
int array_extend(Thread *t, Array *a, Value source);
Value array_to_list(Thread *t, const Array *a);
Value array_to_str(Thread *t, const Array *a);
/* The first item in [start, stop) that equals v: -1 none, -2 an exception. */
int64_t array_find(Thread *t, const Array *a, Value v, int64_t start,
                   int64_t stop);

#endif
