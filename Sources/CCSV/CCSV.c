#include "CCSV.h"
#include <csv.h>
#include <stdlib.h>
#include <string.h>

struct CCSVReader {
  struct csv_parser parser;
  uint8_t *bytes;
  size_t byteCount, byteCapacity;
  size_t *ends;
  size_t fieldCount, fieldCapacity;
  bool rowDone, noMemory;
};

static void field_ended(void *field, size_t length, void *context) {
  CCSVReader *reader = context;
  if (reader->byteCount + length > reader->byteCapacity) {
    size_t capacity = 2 * (reader->byteCount + length);
    uint8_t *grown = realloc(reader->bytes, capacity);
    if (grown == NULL) {
      reader->noMemory = true;
      return;
    }
    reader->bytes = grown;
    reader->byteCapacity = capacity;
  }
  if (reader->fieldCount == reader->fieldCapacity) {
    size_t capacity = 2 * reader->fieldCapacity;
    size_t *grown = realloc(reader->ends, capacity * sizeof *grown);
    if (grown == NULL) {
      reader->noMemory = true;
      return;
    }
    reader->ends = grown;
    reader->fieldCapacity = capacity;
  }
  memcpy(reader->bytes + reader->byteCount, field, length);
  reader->byteCount += length;
  reader->ends[reader->fieldCount++] = reader->byteCount;
}

static void row_ended(int terminator, void *context) {
  (void)terminator;
  ((CCSVReader *)context)->rowDone = true;
}

CCSVReader *ccsv_open(uint8_t delimiter) {
  CCSVReader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->byteCapacity = 4096;
  reader->fieldCapacity = 64;
  reader->bytes = malloc(reader->byteCapacity);
  reader->ends = malloc(reader->fieldCapacity * sizeof *reader->ends);
  if (reader->bytes == NULL || reader->ends == NULL || csv_init(&reader->parser, CSV_STRICT) != 0) {
    free(reader->bytes);
    free(reader->ends);
    free(reader);
    return NULL;
  }
  csv_set_delim(&reader->parser, delimiter);
  csv_set_blk_size(&reader->parser, 4096);
  return reader;
}

void ccsv_close(CCSVReader *reader) {
  csv_free(&reader->parser);
  free(reader->bytes);
  free(reader->ends);
  free(reader);
}

void ccsv_reset(CCSVReader *reader) {
  csv_fini(&reader->parser, NULL, NULL, NULL);
  reader->byteCount = reader->fieldCount = 0;
  reader->rowDone = reader->noMemory = false;
}

/// Feeds all bytes; returns the number taken, less than `byteCount` only on an error.
static size_t feed(CCSVReader *reader, const uint8_t *bytes, size_t byteCount) {
  size_t taken = 0;
  for (;;) {
    taken += csv_parse(&reader->parser, bytes + taken, byteCount - taken, field_ended, row_ended, reader);
    if (taken == byteCount) return taken;
    // Strict mode refuses two things. A quote inside an unquoted field is how people write; it is taken as it
    // stands. Text after a closing quote means that a quote before it was never closed; it stays an error.
    if (csv_error(&reader->parser) != CSV_EPARSE || reader->parser.quoted) return taken;
    csv_set_opts(&reader->parser, 0);
    size_t one = csv_parse(&reader->parser, bytes + taken, 1, field_ended, row_ended, reader);
    csv_set_opts(&reader->parser, CSV_STRICT);
    if (one != 1) return taken;
    taken += 1;
  }
}

int32_t ccsv_feed_line(CCSVReader *reader, const uint8_t *bytes, size_t byteCount, bool terminated,
                       size_t *errorOffset) {
  if (reader->rowDone) {
    reader->byteCount = reader->fieldCount = 0;
    reader->rowDone = false;
  }
  *errorOffset = feed(reader, bytes, byteCount);
  bool whole = *errorOffset == byteCount;
  if (whole && !terminated) whole = feed(reader, (const uint8_t *)"\n", 1) == 1;
  if (reader->noMemory) return CCSV_NO_MEMORY;
  if (!whole) return csv_error(&reader->parser) == CSV_EPARSE ? CCSV_TEXT_AFTER_QUOTE : CCSV_NO_MEMORY;
  if (reader->rowDone) return CCSV_ROW;
  return reader->parser.quoted ? CCSV_OPEN : CCSV_BLANK;
}

size_t ccsv_field_count(const CCSVReader *reader) { return reader->fieldCount; }
const uint8_t *ccsv_row_bytes(const CCSVReader *reader) { return reader->bytes; }
const size_t *ccsv_field_ends(const CCSVReader *reader) { return reader->ends; }
