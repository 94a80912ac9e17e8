#ifndef MINYI_CXLSXWRITER_H
#define MINYI_CXLSXWRITER_H

// The only door to libxlsxwriter: a workbook written sheet by sheet, row by row.

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A workbook being written. Rows go to temporary files, so memory does not grow with them. Not for two threads at once.
typedef struct CXLSXBook CXLSXBook;

enum {
  CXLSX_OK = 0,
  CXLSX_TOO_LONG = 1,       ///< a text of more than 32,767 UTF-16 units: nothing was written
  CXLSX_BAD_NAME = 2,       ///< a sheet's name that Excel refuses, or one that is taken
  CXLSX_OUT_OF_RANGE = 3,   ///< past Excel's last row or column
  CXLSX_CANNOT_WRITE = 4,   ///< the file or a temporary file
  CXLSX_NO_MEMORY = 5,
};

/// How a cell looks.
enum {
  CXLSX_PLAIN = 0,
  CXLSX_WRAPPED = 1,
  CXLSX_HEADER = 2,
  CXLSX_INTEGER = 3,
  CXLSX_TWO_DECIMALS = 4,
  CXLSX_DATE = 5,
  CXLSX_DATE_TIME = 6,
  CXLSX_LINK = 7,
  CXLSX_PERCENT = 8,
  CXLSX_TITLE = 9,
  /// Of a column: cells that are typed in stay text.
  CXLSX_TEXT = 10,
  /// Of a number: centred, as numbers are.
  CXLSX_SHORT_LINK = 11,
};

/// Returns NULL when memory is short. `created` is in seconds since 1970.
CXLSXBook *cxlsx_open(const char *path, const char *title, const char *comments, int64_t created);
/// Writes the file and frees the book; to be called once, whatever went wrong before.
int32_t cxlsx_close(CXLSXBook *book);

/// The sheet that all that follows is written to. Its rows must come in order.
int32_t cxlsx_add_sheet(CXLSXBook *book, const char *name);
void cxlsx_set_column(CXLSXBook *book, uint16_t column, double width, int32_t style);
/// The height in points of every row of the sheet that has none of its own.
void cxlsx_set_default_height(CXLSXBook *book, double height);
void cxlsx_set_row_height(CXLSXBook *book, uint32_t row, double height);
int32_t cxlsx_write_text(CXLSXBook *book, uint32_t row, uint16_t column, const char *text, int32_t style);
int32_t cxlsx_write_number(CXLSXBook *book, uint32_t row, uint16_t column, double value, int32_t style);
/// A text that leads to a cell of another sheet.
int32_t cxlsx_write_link(CXLSXBook *book, uint32_t row, uint16_t column, const char *sheet, uint32_t targetRow,
                         const char *text, int32_t style);
/// Freezes the rows down to `headerRow` and puts a filter on the table below; `lastRow` is its last.
void cxlsx_finish_table(CXLSXBook *book, uint32_t headerRow, uint32_t lastRow, uint16_t columnCount);
/// Prints on landscape A4, as wide as a page, the header on every page.
void cxlsx_set_printing(CXLSXBook *book, uint32_t headerRow);
/// A small column chart at a cell, of numbers in a row of the sheet `data` below names in its row `nameRow`.
int32_t cxlsx_insert_chart(CXLSXBook *book, uint32_t row, uint16_t column, const char *data, uint32_t nameRow,
                           uint32_t valueRow, uint16_t firstColumn, uint16_t lastColumn, double width, double height);

/// What may be typed into a column's cells, with the sentence shown when a cell is chosen and on a mistake.
int32_t cxlsx_validate_date(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, const char *title,
                            const char *message);
int32_t cxlsx_validate_count(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, const char *title,
                             const char *message);
int32_t cxlsx_validate_length(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, int32_t maximum,
                              const char *title, const char *message);
/// `values` ends with NULL; other values are taken too, after a question.
int32_t cxlsx_validate_list(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow,
                            const char *const *values, const char *title, const char *message);

#ifdef __cplusplus
}
#endif
#endif
