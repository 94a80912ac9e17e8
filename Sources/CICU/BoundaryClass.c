#include "CICU.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

static uint8_t boundary_class(UChar32 c, const UNormalizer2 *nfkc) {
  // U+1F400 to U+1FBFF are pictographs and symbols; other supplementary characters may be Han or marks.
  if (c == 0xD83D || c == 0xD83E) return CICU_BOUNDARY_LOOSE;
  if (U_IS_SURROGATE(c)) return CICU_BOUNDARY_HARD;
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(c, &code);
  int32_t wordBreak = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (U_FAILURE(code) || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL ||
      u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
    return CICU_BOUNDARY_HARD;
  // ICU looks a run up in its dictionary as NFKC: only characters that NFKC leaves alone are simple.
  if (script == USCRIPT_HAN)
    return wordBreak == U_WB_OTHER && unorm2_isInert(nfkc, c) ? CICU_BOUNDARY_HAN : CICU_BOUNDARY_HARD;
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC))
    return wordBreak == U_WB_OTHER ? CICU_BOUNDARY_LOOSE : CICU_BOUNDARY_HARD;
  switch (wordBreak) {
  case U_WB_OTHER:
    // ICU's rules count full-width digits among the numbers, whatever the Unicode version says.
    return c >= 0xFF10 && c <= 0xFF19 ? CICU_BOUNDARY_HARD : CICU_BOUNDARY_PLAIN;
  case U_WB_NEWLINE: return CICU_BOUNDARY_PLAIN;
  case U_WB_ALETTER:
  case U_WB_NUMERIC: return CICU_BOUNDARY_WORD;
  case U_WB_MIDLETTER:
  case U_WB_MIDNUM:
  case U_WB_MIDNUMLET:
  case U_WB_SINGLE_QUOTE: return CICU_BOUNDARY_MIDDLE;
  case U_WB_WSEGSPACE: return CICU_BOUNDARY_SPACE;
  case U_WB_LF:
  case U_WB_DOUBLE_QUOTE: return CICU_BOUNDARY_SINGLE;
  case U_WB_EXTENDNUMLET:
  case U_WB_HEBREW_LETTER:
  case U_WB_CR: return CICU_BOUNDARY_LOOSE;
  default: return CICU_BOUNDARY_HARD;
  }
}

// True if `iterator` cuts `text` exactly at the offsets whose bits are set in `ends`.
static bool has_ends(UBreakIterator *iterator, const UChar *text, int32_t length, uint32_t ends) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(iterator, text, length, &code);
  uint32_t found = 0;
  ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) found |= 1u << end;
  return U_SUCCESS(code) && found == ends;
}

// What the class promises, asked of ICU itself: its rules are tailored (ICU 72 counts @ among the letters).
static bool keeps_promise(UBreakIterator *iterator, UChar c, uint8_t boundaryClass) {
  const UChar han = 0x4E2D, plain = 0xFF0C;
  const UChar alone[] = {'a', c, 'a', c, '1', c, '1', c, c, han, c, han};
  const UChar beside[] = {han, c, han, c, plain, c, 'a', c, plain, c};
  const UChar joined[] = {han, c, c, 'a', c, '1', c, han};
  switch (boundaryClass) {
  case CICU_BOUNDARY_PLAIN:
  case CICU_BOUNDARY_SINGLE: return has_ends(iterator, alone, 12, 0x1FFE);
  case CICU_BOUNDARY_SPACE: return has_ends(iterator, alone, 7, 0xFE) && has_ends(iterator, beside, 10, 0x7FE);
  case CICU_BOUNDARY_MIDDLE: return has_ends(iterator, beside, 10, 0x7FE);
  case CICU_BOUNDARY_WORD: return has_ends(iterator, joined, 8, 1u << 1 | 1u << 7 | 1u << 8);
  case CICU_BOUNDARY_LOOSE: return has_ends(iterator, beside, 6, 0x7E);
  case CICU_BOUNDARY_HAN: return has_ends(iterator, alone, 8, 0x1FE);
  default: return true;
  }
}

void cicu_fill_boundary_classes(uint8_t *classes, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  memset(classes, CICU_BOUNDARY_HARD, 0x10000);
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&code);
  UBreakIterator *iterator = U_SUCCESS(code) ? ubrk_open(UBRK_WORD, "", NULL, 0, &code) : NULL;
  *status = code;
  if (U_FAILURE(code)) return;
  for (UChar32 c = 0; c < 0x10000; c++) {
    uint8_t boundaryClass = boundary_class(c, nfkc);
    if (keeps_promise(iterator, (UChar)c, boundaryClass)) classes[c] = boundaryClass;
  }
  ubrk_close(iterator);
}
