#include "CICU.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>
#include <unicode/utypes.h>

static void format_version(const UVersionInfo version, char *text, int32_t capacity) {
  char buffer[U_MAX_VERSION_STRING_LENGTH] = {0};
  u_versionToString(version, buffer);
  if (capacity > 0) {
    strncpy(text, buffer, (size_t)capacity - 1);
    text[capacity - 1] = 0;
  }
}

void cicu_icu_version(char *text, int32_t capacity) {
  UVersionInfo version;
  u_getVersion(version);
  format_version(version, text, capacity);
}

void cicu_unicode_version(char *text, int32_t capacity) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  format_version(version, text, capacity);
}

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t cicu_column_count(uint32_t scalar) {
  UChar32 c = (UChar32)scalar;
  int8_t category = u_charType(c);
  if (category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_NON_SPACING_MARK ||
      category == U_ENCLOSING_MARK)
    return 0;
  int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

uint8_t cicu_character_class(uint32_t scalar) {
  UChar32 c = (UChar32)scalar;
  // The ideographic iteration mark and zero (々 〇) are Han by script; digits of other scripts are digits.
  UErrorCode status = U_ZERO_ERROR;
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || uscript_getScript(c, &status) == USCRIPT_HAN)
    return CICU_CLASS_HAN;
  switch (u_charType(c)) {
  case U_DECIMAL_DIGIT_NUMBER: return CICU_CLASS_DIGIT;
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_COMBINING_SPACING_MARK: return CICU_CLASS_MARK;
  default: return u_isalpha(c) ? CICU_CLASS_LETTER : CICU_CLASS_OTHER;
  }
}

void cicu_fill_character_classes(uint8_t *classes) {
  for (uint32_t c = 0; c < 0x10000; c++) classes[c] = cicu_character_class(c);
}
