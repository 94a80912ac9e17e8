#ifndef MINYI_CMALLOC_H
#define MINYI_CMALLOC_H

// The only door to the settings of the C library's allocator.

#ifdef __cplusplus
extern "C" {
#endif

/// Lets threads share `count` pools of memory at most. What one thread freed in a pool of its own, others cannot use: with a pool
/// for each thread a run keeps a quarter more. Does nothing where the C library is not glibc.
void cmalloc_limit_arenas(int count);

#ifdef __cplusplus
}
#endif

#endif
