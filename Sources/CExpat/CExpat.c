#include "CExpat.h"
#include <expat.h>
#include <stdlib.h>
#include <string.h>

struct CExpatReader {
  XML_Parser parser;
  CExpatHandlers handlers;
  int64_t fedByteCount;
  int32_t stopStatus;
};

enum { maximumTokenByteCount = 4 << 20 };

static const char *local_name(const char *name) {
  const char *colon = strchr(name, ':');
  return colon != NULL ? colon + 1 : name;
}

static void element_started(void *data, const XML_Char *name, const XML_Char **attributes) {
  CExpatReader *reader = data;
  reader->handlers.start(reader->handlers.context, local_name(name), (const char *const *)attributes);
}

static void element_ended(void *data, const XML_Char *name) {
  CExpatReader *reader = data;
  reader->handlers.end(reader->handlers.context, local_name(name));
}

static void text_found(void *data, const XML_Char *text, int byteCount) {
  CExpatReader *reader = data;
  reader->handlers.text(reader->handlers.context, (const uint8_t *)text, (size_t)byteCount);
}

static void stop(CExpatReader *reader, int32_t status) {
  if (reader->stopStatus != CEXPAT_OK) return;
  reader->stopStatus = status;
  XML_StopParser(reader->parser, XML_FALSE);
}

static void doctype_started(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                            int hasInternalSubset) {
  (void)name, (void)system, (void)public, (void)hasInternalSubset;
  stop(data, CEXPAT_DOCTYPE);
}

CExpatReader *cexpat_open(CExpatHandlers handlers) {
  CExpatReader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->handlers = handlers;
  reader->parser = XML_ParserCreate(NULL);
  if (reader->parser == NULL) {
    free(reader);
    return NULL;
  }
  XML_SetUserData(reader->parser, reader);
  XML_SetElementHandler(reader->parser, element_started, element_ended);
  XML_SetCharacterDataHandler(reader->parser, text_found);
  XML_SetStartDoctypeDeclHandler(reader->parser, doctype_started);
  return reader;
}

void cexpat_close(CExpatReader *reader) {
  XML_ParserFree(reader->parser);
  free(reader);
}

int32_t cexpat_feed(CExpatReader *reader, const uint8_t *bytes, size_t byteCount, int32_t isFinal) {
  reader->fedByteCount += (int64_t)byteCount;
  enum XML_Status status = XML_Parse(reader->parser, (const char *)bytes, (int)byteCount, isFinal);
  if (reader->stopStatus != CEXPAT_OK) return reader->stopStatus;
  if (status != XML_STATUS_OK) {
    return XML_GetErrorCode(reader->parser) == XML_ERROR_NO_MEMORY ? CEXPAT_NO_MEMORY : CEXPAT_NOT_XML;
  }
  // Expat starts over with an unfinished tag at every piece: a long one would take the square of its length.
  int64_t done = XML_GetCurrentByteIndex(reader->parser);
  if (done >= 0 && reader->fedByteCount - done > maximumTokenByteCount) return CEXPAT_TOO_LONG;
  return CEXPAT_OK;
}

void cexpat_stop(CExpatReader *reader) { stop(reader, CEXPAT_STOPPED); }

int64_t cexpat_error_line(const CExpatReader *reader) {
  return (int64_t)XML_GetCurrentLineNumber(reader->parser);
}

const char *cexpat_error_message(const CExpatReader *reader) {
  const char *message = XML_ErrorString(XML_GetErrorCode(reader->parser));
  return message != NULL ? message : "";
}
