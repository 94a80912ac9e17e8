#include "CBareICU.h"
#include <unicode/ubrk.h>

int64_t bare_icu_segment_count(const uint16_t *units, const int64_t *starts, int64_t textCount) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  int64_t count = 0;
  for (int64_t i = 0; i < textCount && U_SUCCESS(status); i++) {
    ubrk_setText(iterator, units + starts[i], (int32_t)(starts[i + 1] - starts[i]), &status);
    ubrk_first(iterator);
    while (ubrk_next(iterator) != UBRK_DONE) count++;
  }
  ubrk_close(iterator);
  return U_SUCCESS(status) ? count : -1;
}
