#include "CICU.h"
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

int32_t cicu_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&code);
  int32_t needed = 0;
  if (U_SUCCESS(code))
    needed = unorm2_normalize(nfkc, (const UChar *)text, length, (UChar *)result, capacity, &code);
  *status = code == U_BUFFER_OVERFLOW_ERROR || code == U_STRING_NOT_TERMINATED_WARNING ? U_ZERO_ERROR : code;
  return needed;
}

void cicu_fill_nfkc_inert(uint8_t *inert, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&code);
  *status = code;
  memset(inert, 0, 0x10000);
  if (U_FAILURE(code)) return;
  for (uint32_t c = 0; c < 0x10000; c++)
    if (c < 0xD800 || c > 0xDFFF)
      inert[c] = unorm2_hasBoundaryBefore(nfkc, (UChar32)c) && unorm2_quickCheck(nfkc, (const UChar[]){(UChar)c}, 1, &code) == UNORM_YES;
}

void cicu_fill_simplified(uint16_t *simplified, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  for (uint32_t c = 0; c < 0x10000; c++) simplified[c] = (uint16_t)c;
  static const UChar name[] = {'H', 'a', 'n', 't', '-', 'H', 'a', 'n', 's', 0};
  UTransliterator *hantToHans = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  *status = code;
  if (U_FAILURE(code)) return;
  for (uint32_t c = 0x2E80; c < 0x10000; c++) {
    if (c >= 0xAC00 && c < 0xF900) continue;  // Hangul, surrogates, private use
    UChar text[8] = {(UChar)c};
    int32_t length = 1, limit = 1;
    code = U_ZERO_ERROR;
    utrans_transUChars(hantToHans, text, &length, 8, 0, &limit, &code);
    if (U_SUCCESS(code) && length == 1) simplified[c] = text[0];
  }
  utrans_close(hantToHans);
}
