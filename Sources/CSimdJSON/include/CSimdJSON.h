#ifndef MINYI_CSIMDJSON_H
#define MINYI_CSIMDJSON_H

// The only door to simdjson: the bytes of one JSON object in, its members out as flat text.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers. Not thread-safe: one per thread.
typedef struct CJSONParser CJSONParser;

/// One member of an object: UTF-8, not NUL-terminated.
typedef struct {
  const uint8_t *key;
  size_t keyByteCount;
  /// NULL for null. Numbers, true, false, arrays and objects as their JSON text, strings unescaped.
  const uint8_t *value;
  size_t valueByteCount;
} CJSONMember;

enum {
  CJSON_OBJECT = 0,
  CJSON_NOT_JSON = 1,      ///< `*message` says why, `*errorOffset` where if known, else -1
  CJSON_NOT_OBJECT = 2,    ///< begins like an array, a string, a number ...
  CJSON_INVALID_UTF8 = 3,
  CJSON_TOO_DEEP = 4,      ///< arrays and objects nested more than 256 deep
  CJSON_NO_MEMORY = 5,
};

/// Returns NULL when memory is short.
CJSONParser *cjson_open(void);
void cjson_close(CJSONParser *parser);

/// Parses `byteCount` bytes as one object. `readableByteCount` >= byteCount bytes may be read (not used) from
/// `bytes`; where less than 64 bytes follow the object, they are copied first.
/// Every value is checked to the end. The members stay valid until the next call and while `bytes` does.
/// `*message` is static text.
int32_t cjson_parse_object(CJSONParser *parser, const uint8_t *bytes, size_t byteCount, size_t readableByteCount,
                           const CJSONMember **members, size_t *memberCount, const char **message,
                           int64_t *errorOffset);

/// The end of the object, array or other value that starts at `bytes`: the offset after its last byte, or
/// -1 if it does not end, a line break stands inside a string, brackets do not match or are nested more than 258
/// deep. Nothing else is checked.
int64_t cjson_value_end(const uint8_t *bytes, size_t byteCount);

/// True if the bytes are well-formed UTF-8.
bool cjson_is_utf8(const uint8_t *bytes, size_t byteCount);

#ifdef __cplusplus
}
#endif
#endif
