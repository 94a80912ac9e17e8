#ifndef MINYI_CEXPAT_H
#define MINYI_CEXPAT_H

// The only door to Expat: XML in pieces in, elements and text out.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A reader of one XML document. Not for two threads at once.
typedef struct CExpatReader CExpatReader;

/// What the reader calls. Names come without their namespace prefix; `attributes` alternates names and values, ends with
/// NULL, and is valid during the call, as is `text`.
typedef struct {
  void *context;
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *text, size_t byteCount);
} CExpatHandlers;

enum {
  CEXPAT_OK = 0,
  CEXPAT_STOPPED = 1,   ///< by cexpat_stop
  CEXPAT_DOCTYPE = 2,   ///< a document type declaration: entities are not read, here they are an attack
  CEXPAT_TOO_LONG = 3,  ///< one tag, comment or the like of more than 4 MiB
  CEXPAT_NO_MEMORY = 4,
  CEXPAT_NOT_XML = 5,
};

/// Returns NULL when memory is short.
CExpatReader *cexpat_open(CExpatHandlers handlers);
void cexpat_close(CExpatReader *reader);
/// Reads the next bytes; `isFinal` is 1 for the last of them. After any status but CEXPAT_OK no more may be fed.
int32_t cexpat_feed(CExpatReader *reader, const uint8_t *bytes, size_t byteCount, int32_t isFinal);
/// For the handlers: ends the reading; `cexpat_feed` returns CEXPAT_STOPPED.
void cexpat_stop(CExpatReader *reader);
/// The line of the XML, from 1, and Expat's own sentence, after CEXPAT_NOT_XML.
int64_t cexpat_error_line(const CExpatReader *reader);
const char *cexpat_error_message(const CExpatReader *reader);

#ifdef __cplusplus
}
#endif
#endif
