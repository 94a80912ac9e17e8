#include "CICU.h"
#include <unicode/ubrk.h>

// CICUWordBreaker is ICU's UBreakIterator under an opaque name.

CICUWordBreaker *cicu_word_breaker_open(int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &code);
  *status = code;
  return (CICUWordBreaker *)iterator;
}

CICUWordBreaker *cicu_word_breaker_clone(const CICUWordBreaker *breaker, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_clone((const UBreakIterator *)breaker, &code);
  *status = code;
  return (CICUWordBreaker *)iterator;
}

void cicu_word_breaker_close(CICUWordBreaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int32_t cicu_word_ends(CICUWordBreaker *breaker, const uint16_t *text, int32_t length, int32_t *ends,
                       int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = (UBreakIterator *)breaker;
  ubrk_setText(iterator, (const UChar *)text, length, &code);
  *status = code;
  if (U_FAILURE(code)) return 0;
  int32_t count = 0;
  ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) ends[count++] = end;
  // ICU keeps the pointer it was given: point it at something that outlives the caller's buffer.
  static const UChar nothing[1] = {0};
  ubrk_setText(iterator, nothing, 0, &code);
  return count;
}
