#ifndef MINYI_CICU_H
#define MINYI_CICU_H

// The only door to ICU. No ICU header is included here: a Swift module that sees both Foundation's
// ICU and the system's does not compile. Every status is ICU's own UErrorCode; success is <= 0.
// Text is UTF-16 in host byte order; lengths and offsets count UTF-16 units unless named `byte`.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Versions as NUL-terminated text, e.g. "72.1" and "15.0". `capacity` of 20 is enough.
void cicu_icu_version(char *text, int32_t capacity);
void cicu_unicode_version(char *text, int32_t capacity);
/// ICU's name of a status, e.g. "U_FILE_ACCESS_ERROR". Static storage.
const char *cicu_status_name(int32_t status);

// MARK: Word boundaries

/// A word iterator of ICU (root locale, with its CJK dictionary). Not thread-safe: one per thread.
typedef struct CICUWordBreaker CICUWordBreaker;
CICUWordBreaker *cicu_word_breaker_open(int32_t *status);
CICUWordBreaker *cicu_word_breaker_clone(const CICUWordBreaker *breaker, int32_t *status);
void cicu_word_breaker_close(CICUWordBreaker *breaker);
/// Writes the end offset of every segment of `text` to `ends`, which must hold `length` entries.
/// Returns the number of segments, so that they tile 0..<length. The text is not kept.
int32_t cicu_word_ends(CICUWordBreaker *breaker, const uint16_t *text, int32_t length, int32_t *ends,
                       int32_t *status);

/// The words that ICU's CJK engine knows, with their costs: enumerated once, in code unit order.
typedef struct CICUWordDictionary CICUWordDictionary;
CICUWordDictionary *cicu_word_dictionary_open(int32_t *status);
void cicu_word_dictionary_close(CICUWordDictionary *dictionary);
/// ICU's own data behind it, for a checksum. Lasts as long as the dictionary.
const uint8_t *cicu_word_dictionary_bytes(const CICUWordDictionary *dictionary, int32_t *byteCount);
/// The next word, which lasts until the next call; false at the end.
bool cicu_word_dictionary_next(CICUWordDictionary *dictionary, const uint16_t **word, int32_t *length,
                               int32_t *cost, int32_t *status);

/// How a character takes part in ICU's word boundary rules, as far as they are the same everywhere.
enum {
  CICU_BOUNDARY_PLAIN = 0,   ///< a token of its own unless something hard follows; a boundary before it always
  CICU_BOUNDARY_HAN = 1,     ///< Han, looked up in the dictionary as it is
  CICU_BOUNDARY_WORD = 2,    ///< letter or digit: joins its like
  CICU_BOUNDARY_MIDDLE = 3,  ///< may join a letter or digit on both sides: . , : '
  CICU_BOUNDARY_SPACE = 4,   ///< joins its like
  CICU_BOUNDARY_SINGLE = 5,  ///< like plain between simple characters, but may join something hard before it
  CICU_BOUNDARY_LOOSE = 6,   ///< for ICU to decide, but joins neither Han nor plain: pictographs, _
  CICU_BOUNDARY_HARD = 7,    ///< for ICU to decide
};
/// Fills `classes[c]` for every code point c of the basic multilingual plane (65,536 entries).
void cicu_fill_boundary_classes(uint8_t *classes, int32_t *status);

// MARK: Memory

/// Asks for the memory at `address` without waiting for it, which Swift cannot say. Any address is right.
static inline void cicu_prefetch(const void *address) { __builtin_prefetch(address); }

// MARK: Characters

/// Terminal columns of a code point: 0 (combining, control, format), 1 or 2 (East Asian wide, emoji).
int32_t cicu_column_count(uint32_t scalar);
enum {
  CICU_CLASS_OTHER = 0,      ///< punctuation, symbols, space, control
  CICU_CLASS_HAN = 1,
  CICU_CLASS_LETTER = 2,     ///< alphabetic, not Han
  CICU_CLASS_DIGIT = 3,      ///< decimal digit
  CICU_CLASS_MARK = 4,       ///< combining mark
};
/// Fills `classes[c]` for every code point c of the basic multilingual plane (65,536 entries).
void cicu_fill_character_classes(uint8_t *classes);
uint8_t cicu_character_class(uint32_t scalar);

// MARK: Normalisation

/// NFKC of `text`. Returns the length needed; the result is whole only if it is <= capacity.
int32_t cicu_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, int32_t *status);
/// True when NFKC leaves every code point below 0x10000 that composes with nothing before it alone:
/// fills `inert[c]` (65,536 entries) with 1 where c may be copied as it is and starts a new segment.
void cicu_fill_nfkc_inert(uint8_t *inert, int32_t *status);

/// Applies ICU's Hant-Hans to each single code point of the basic multilingual plane on its own:
/// `simplified[c]` is the simplified form of c, or c. 65,536 entries.
void cicu_fill_simplified(uint16_t *simplified, int32_t *status);

// MARK: Encodings

/// A converter from a named encoding to UTF-16, for text that comes in pieces.
typedef struct CICUConverter CICUConverter;
CICUConverter *cicu_converter_open(const char *name, int32_t *status);
void cicu_converter_close(CICUConverter *converter);
/// Converts up to `byteCount` bytes; stops at the first byte that is not valid.
/// `*consumedBytes` is the number of bytes taken, `*unitCount` the number of units written.
/// On an invalid sequence the status is set (> 0) and `*consumedBytes` is the offset of its first byte.
/// `target` must hold 2 * byteCount + 8 units. `flush` is true for the last piece.
void cicu_convert(CICUConverter *converter, const uint8_t *bytes, int64_t byteCount, bool flush, uint16_t *target,
                  int64_t targetCapacity, int64_t *consumedBytes, int64_t *unitCount, int32_t *status);

/// ICU's guess of the encoding of a sample of text: the canonical name is written to `name`,
/// the confidence (0...100) is returned.
int32_t cicu_detect_encoding(const uint8_t *bytes, int32_t byteCount, char *name, int32_t capacity,
                             int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
