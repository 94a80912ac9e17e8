#ifndef MINYI_CCSV_H
#define MINYI_CCSV_H

// The only door to libcsv: one physical line in, a status out, and the fields of the row once it is whole.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A reader of delimited text. Not thread-safe: one per thread.
typedef struct CCSVReader CCSVReader;

enum {
  CCSV_ROW = 0,               ///< the line ended a row: its fields can be read until the next feed or reset
  CCSV_OPEN = 1,              ///< the line ended inside a quoted field: feed the next one
  CCSV_BLANK = 2,             ///< nothing but spaces and tabs
  CCSV_TEXT_AFTER_QUOTE = 3,  ///< text between a closing quote and the delimiter; reset before the next row
  CCSV_NO_MEMORY = 4,         ///< reset before the next row
};

/// Returns NULL when memory is short.
CCSVReader *ccsv_open(uint8_t delimiter);
void ccsv_close(CCSVReader *reader);
/// Forgets an unfinished row.
void ccsv_reset(CCSVReader *reader);

/// Feeds one physical line with its terminator (LF, CR or CRLF). Where the last line of a file has none,
/// `terminated` is false and the reader supplies it. On CCSV_TEXT_AFTER_QUOTE, `*errorOffset` is the offset in
/// `bytes` of the offending byte.
/// Spaces and tabs around an unquoted field and around the quotes of a quoted one are not part of it; a quote
/// inside an unquoted field is an ordinary character.
int32_t ccsv_feed_line(CCSVReader *reader, const uint8_t *bytes, size_t byteCount, bool terminated,
                       size_t *errorOffset);

/// The fields of the row as one run of bytes; field i ends at `ccsv_field_ends(reader)[i]`.
size_t ccsv_field_count(const CCSVReader *reader);
const uint8_t *ccsv_row_bytes(const CCSVReader *reader);
const size_t *ccsv_field_ends(const CCSVReader *reader);

#ifdef __cplusplus
}
#endif
#endif
