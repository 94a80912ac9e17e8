#include "CICU.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

CICUConverter *cicu_converter_open(const char *name, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &code);
  if (U_SUCCESS(code)) ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  *status = code;
  return (CICUConverter *)converter;
}

void cicu_converter_close(CICUConverter *converter) { ucnv_close((UConverter *)converter); }

void cicu_convert(CICUConverter *handle, const uint8_t *bytes, int64_t byteCount, bool flush, uint16_t *target,
                  int64_t targetCapacity, int64_t *consumedBytes, int64_t *unitCount, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = (UConverter *)handle;
  const char *source = (const char *)bytes;
  UChar *out = (UChar *)target;
  ucnv_toUnicode(converter, &out, out + targetCapacity, &source, source + byteCount, NULL, flush, &code);
  *consumedBytes = source - (const char *)bytes;
  *unitCount = out - (UChar *)target;
  if (code == U_INVALID_CHAR_FOUND || code == U_ILLEGAL_CHAR_FOUND || code == U_TRUNCATED_CHAR_FOUND) {
    char bad[32];
    int8_t badLength = sizeof bad;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bad, &badLength, &ignored);
    *consumedBytes -= badLength;
  }
  *status = code;
}

int32_t cicu_detect_encoding(const uint8_t *bytes, int32_t byteCount, char *name, int32_t capacity,
                             int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t confidence = 0;
  if (capacity > 0) name[0] = 0;
  UCharsetDetector *detector = ucsdet_open(&code);
  if (U_SUCCESS(code)) ucsdet_setText(detector, (const char *)bytes, byteCount, &code);
  if (U_SUCCESS(code)) {
    const UCharsetMatch *match = ucsdet_detect(detector, &code);
    if (U_SUCCESS(code) && match != NULL) {
      const char *found = ucsdet_getName(match, &code);
      confidence = ucsdet_getConfidence(match, &code);
      if (U_SUCCESS(code) && capacity > 0) {
        strncpy(name, found, (size_t)capacity - 1);
        name[capacity - 1] = 0;
      }
    }
  }
  ucsdet_close(detector);
  *status = code;
  return confidence;
}
