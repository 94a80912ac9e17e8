#include "CXLSXWriter.h"
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { styleCount = 12 };

struct CXLSXBook {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[styleCount];
};

static int32_t status_of(lxw_error error) {
  switch (error) {
    case LXW_NO_ERROR: return CXLSX_OK;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return CXLSX_NO_MEMORY;
    case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED:
    case LXW_ERROR_INVALID_SHEETNAME_CHARACTER:
    case LXW_ERROR_SHEETNAME_START_END_APOSTROPHE:
    case LXW_ERROR_SHEETNAME_ALREADY_USED: return CXLSX_BAD_NAME;
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED: return CXLSX_TOO_LONG;
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
    case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED: return CXLSX_OUT_OF_RANGE;
    default: return CXLSX_CANNOT_WRITE;
  }
}

static lxw_format *make_format(CXLSXBook *book, int32_t style) {
  lxw_format *format = workbook_add_format(book->workbook);
  if (format == NULL) return NULL;
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (style) {
    case CXLSX_WRAPPED: format_set_text_wrap(format); break;
    case CXLSX_HEADER:
      format_set_bold(format);
      format_set_bg_color(format, 0xDDEBF7);
      format_set_bottom(format, LXW_BORDER_THIN);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_align(format, LXW_ALIGN_CENTER);
      format_set_text_wrap(format);
      break;
    case CXLSX_INTEGER:
      format_set_num_format(format, "0");
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CXLSX_TWO_DECIMALS:
      format_set_num_format(format, "0.00");
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CXLSX_PERCENT: format_set_num_format(format, "0.0%"); break;
    // Numbers stand to the right, where they would run into the text of the next column.
    case CXLSX_DATE:
      format_set_num_format(format, "yyyy-mm-dd");
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CXLSX_DATE_TIME:
      format_set_num_format(format, "yyyy-mm-dd hh:mm:ss");
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CXLSX_LINK:
    case CXLSX_SHORT_LINK:
      format_set_font_color(format, 0x0563C1);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      if (style == CXLSX_LINK) format_set_text_wrap(format);
      else format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CXLSX_TITLE:
      format_set_bold(format);
      format_set_font_size(format, 14);
      break;
    case CXLSX_TEXT:
      format_set_num_format(format, "@");
      format_set_text_wrap(format);
      break;
    default: break;
  }
  return format;
}

CXLSXBook *cxlsx_open(const char *path, const char *title, const char *comments, int64_t created) {
  CXLSXBook *book = calloc(1, sizeof *book);
  if (book == NULL) return NULL;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = getenv("TMPDIR"), .use_zip64 = LXW_FALSE};
  book->workbook = workbook_new_opt(path, &options);
  if (book->workbook == NULL) {
    free(book);
    return NULL;
  }
  lxw_doc_properties properties = {
      .title = (char *)title, .author = "minyi", .comments = (char *)comments, .created = (time_t)created};
  workbook_set_properties(book->workbook, &properties);
  for (int32_t style = 0; style < styleCount; style++) book->formats[style] = make_format(book, style);
  return book;
}

int32_t cxlsx_close(CXLSXBook *book) {
  int32_t status = status_of(workbook_close(book->workbook));
  free(book);
  return status;
}

int32_t cxlsx_add_sheet(CXLSXBook *book, const char *name) {
  lxw_error error = workbook_validate_sheet_name(book->workbook, name);
  if (error != LXW_NO_ERROR) return status_of(error);
  lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
  if (sheet == NULL) return CXLSX_CANNOT_WRITE;
  book->sheet = sheet;
  return CXLSX_OK;
}

static lxw_format *format_of(CXLSXBook *book, int32_t style) {
  return style >= 0 && style < styleCount ? book->formats[style] : NULL;
}

void cxlsx_set_column(CXLSXBook *book, uint16_t column, double width, int32_t style) {
  worksheet_set_column(book->sheet, column, column, width, format_of(book, style));
}

void cxlsx_set_row_height(CXLSXBook *book, uint32_t row, double height) {
  worksheet_set_row(book->sheet, row, height, NULL);
}

void cxlsx_set_default_height(CXLSXBook *book, double height) {
  worksheet_set_default_row(book->sheet, height, LXW_FALSE);
}

int32_t cxlsx_write_text(CXLSXBook *book, uint32_t row, uint16_t column, const char *text, int32_t style) {
  return status_of(worksheet_write_string(book->sheet, row, column, text, format_of(book, style)));
}

int32_t cxlsx_write_number(CXLSXBook *book, uint32_t row, uint16_t column, double value, int32_t style) {
  return status_of(worksheet_write_number(book->sheet, row, column, value, format_of(book, style)));
}

int32_t cxlsx_write_link(CXLSXBook *book, uint32_t row, uint16_t column, const char *sheet, uint32_t targetRow,
                         const char *text, int32_t style) {
  char target[256];
  snprintf(target, sizeof target, "internal:'%s'!A%u", sheet, targetRow + 1);
  return status_of(
      worksheet_write_url_opt(book->sheet, row, column, target, format_of(book, style), text, NULL));
}

void cxlsx_finish_table(CXLSXBook *book, uint32_t headerRow, uint32_t lastRow, uint16_t columnCount) {
  worksheet_freeze_panes(book->sheet, headerRow + 1, 0);
  if (columnCount > 0) worksheet_autofilter(book->sheet, headerRow, 0, lastRow, columnCount - 1);
}

void cxlsx_set_printing(CXLSXBook *book, uint32_t headerRow) {
  worksheet_set_landscape(book->sheet);
  worksheet_set_paper(book->sheet, 9);
  worksheet_fit_to_pages(book->sheet, 1, 0);
  worksheet_repeat_rows(book->sheet, headerRow, headerRow);
  worksheet_set_footer(book->sheet, "&L&A&R&P / &N");
}

int32_t cxlsx_insert_chart(CXLSXBook *book, uint32_t row, uint16_t column, const char *data, uint32_t nameRow,
                           uint32_t valueRow, uint16_t firstColumn, uint16_t lastColumn, double width, double height) {
  lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_COLUMN);
  if (chart == NULL) return CXLSX_NO_MEMORY;
  lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
  chart_series_set_categories(series, data, nameRow, firstColumn, nameRow, lastColumn);
  chart_series_set_values(series, data, valueRow, firstColumn, valueRow, lastColumn);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  chart_title_off(chart);
  chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE);
  lxw_chart_font font = {.size = 7};
  chart_axis_set_num_font(chart->x_axis, &font);
  chart_axis_set_num_font(chart->y_axis, &font);
  chart_axis_set_num_format(chart->y_axis, "0");
  chart_axis_set_min(chart->y_axis, 0);
  // Four names of months are what there is room for.
  chart_axis_set_interval_unit(chart->x_axis, (uint16_t)((lastColumn - firstColumn) / 4 + 1));
  // A chart of libxlsxwriter is 480 by 288 pixels.
  lxw_chart_options options = {
      .x_offset = 2, .y_offset = 2, .x_scale = width / 480, .y_scale = height / 288,
      .object_position = LXW_OBJECT_MOVE_AND_SIZE};
  return status_of(worksheet_insert_chart_opt(book->sheet, row, column, chart, &options));
}

static int32_t validate(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, const char *title,
                        const char *message, lxw_data_validation *validation) {
  validation->ignore_blank = LXW_VALIDATION_ON;
  validation->input_title = (char *)title;
  validation->input_message = (char *)message;
  validation->error_title = (char *)title;
  validation->error_message = (char *)message;
  return status_of(worksheet_data_validation_range(book->sheet, firstRow, column, lastRow, column, validation));
}

int32_t cxlsx_validate_date(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, const char *title,
                            const char *message) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_DATE, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
      .minimum_datetime = {1990, 1, 1, 0, 0, 0}, .maximum_datetime = {2099, 12, 31, 0, 0, 0}};
  return validate(book, column, firstRow, lastRow, title, message, &validation);
}

int32_t cxlsx_validate_count(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, const char *title,
                             const char *message) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_INTEGER, .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
      .value_number = 0};
  return validate(book, column, firstRow, lastRow, title, message, &validation);
}

int32_t cxlsx_validate_length(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow, int32_t maximum,
                              const char *title, const char *message) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_LENGTH, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN, .minimum_number = 1,
      .maximum_number = maximum};
  return validate(book, column, firstRow, lastRow, title, message, &validation);
}

int32_t cxlsx_validate_list(CXLSXBook *book, uint16_t column, uint32_t firstRow, uint32_t lastRow,
                            const char *const *values, const char *title, const char *message) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **)(uintptr_t)values,
      .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
  return validate(book, column, firstRow, lastRow, title, message, &validation);
}
