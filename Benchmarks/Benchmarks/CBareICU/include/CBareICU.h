#ifndef MINYI_CBAREICU_H
#define MINYI_CBAREICU_H

#include <stdint.h>

/// What ICU costs by itself: one word iterator, `ubrk_next` to the end of each text and nothing else. Text i is
/// `units[starts[i]..<starts[i + 1]]`. Returns the number of segments, or -1 if ICU fails.
int64_t bare_icu_segment_count(const uint16_t *units, const int64_t *starts, int64_t textCount);

#endif
