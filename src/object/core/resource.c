/* SPDX-License-Identifier: MIT */
/* Resources: giving back once. */
#include "object/core/resource.h"

#include "base/base.h"
#include "gc/outside.h"
#include "gc/walk.h"
#include "object/error/raise.h"

const GcKind resource_kind = {"resource", NULL, NULL};

void resource_release(Resource *r)
{
    r->give_back = NULL;
    gc_outside_shrink(r->heap, r->bytes);
    r->bytes = 0;
    gc_tell_size(r->heap, r, sizeof *r);
}

void resource_close(Resource *r)
{
    ResourceFn give_back = r->give_back;
    if (give_back == NULL)
        return;
    resource_release(r);
    give_back(r->handle);
}

static void dispose(void *object)
{
    resource_close(object);
}

Resource *resource_new(Thread *t, intptr_t handle, ResourceFn give_back,
                       size_t bytes)
{
    ASSERT(give_back != NULL);
    Resource *r = gc_alloc(t, sizeof(Resource), KIND_RESOURCE, SHAPE_RAW);
    r->heap = t->rt->heap;
    r->handle = handle;
    if (!gc_dispose_add(&t->gc, r, dispose)) {
        give_back(handle);
        raise_no_memory(t);
        return NULL;
    }
    r->give_back = give_back;
    resource_resize(t, r, bytes);
    return r;
}

void resource_resize(Thread *t, Resource *r, size_t bytes)
{
    size_t before = r->bytes;
    ASSERT(resource_is_open(r));
    r->bytes = bytes;
    gc_tell_size(r->heap, r, sizeof *r + bytes);
    if (bytes > before)
        gc_outside_grow(&t->gc, bytes - before);
    else
        gc_outside_shrink(r->heap, before - bytes);
    KEEP(r);
}
