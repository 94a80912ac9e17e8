#include "CSimdJSON.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

constexpr int maximumDepth = 256;

bool isSpace(uint8_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isSpace(uint8_t(text.back()))) text.remove_suffix(1);
  return text;
}

/// The number grammar of RFC 8259: simdjson hands out a number's text unchecked.
bool isNumber(std::string_view text) {
  const char *p = text.data(), *end = p + text.size();
  auto digits = [&] {
    const char *start = p;
    while (p < end && *p >= '0' && *p <= '9') p++;
    return p - start;
  };
  if (p < end && *p == '-') p++;
  bool leadingZero = p < end && *p == '0';
  auto count = digits();
  if (count == 0 || (leadingZero && count > 1)) return false;
  if (p < end && *p == '.') {
    p++;
    if (digits() == 0) return false;
  }
  if (p < end && (*p == 'e' || *p == 'E')) {
    p++;
    if (p < end && (*p == '+' || *p == '-')) p++;
    if (digits() == 0) return false;
  }
  return p == end;
}

error_code readScalar(ondemand::value &value, ondemand::json_type type, std::string_view &text, bool &isNull) {
  isNull = false;
  switch (type) {
    case ondemand::json_type::string: return value.get_string().get(text);
    case ondemand::json_type::number:
      // Not get_double(): ids may have more digits than a number type, and 1.50 is to stay 1.50.
      text = trimmed(value.raw_json_token());
      return isNumber(text) ? SUCCESS : NUMBER_ERROR;
    case ondemand::json_type::boolean: {
      bool flag;
      if (auto error = value.get_bool().get(flag)) return error;
      text = flag ? "true" : "false";
      return SUCCESS;
    }
    case ondemand::json_type::null:
      isNull = true;
      return trimmed(value.raw_json_token()) == "null" ? SUCCESS : N_ATOM_ERROR;
    default: return INCORRECT_TYPE;
  }
}

/// Walks to the end of a value: On-Demand parsing checks only what it is asked for.
error_code check(ondemand::value &value, int depth) {
  if (depth > maximumDepth) return DEPTH_ERROR;
  ondemand::json_type type;
  if (auto error = value.type().get(type)) return error;
  if (type == ondemand::json_type::array) {
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return error;
    for (auto element : array) {
      ondemand::value child;
      if (auto error = element.get(child)) return error;
      if (auto error = check(child, depth + 1)) return error;
    }
    return SUCCESS;
  }
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return error;
    for (auto member : object) {
      ondemand::field field;
      if (auto error = std::move(member).get(field)) return error;
      std::string_view key;
      if (auto error = field.unescaped_key().get(key)) return error;
      if (auto error = check(field.value(), depth + 1)) return error;
    }
    return SUCCESS;
  }
  std::string_view text;
  bool isNull;
  return readScalar(value, type, text, isNull);
}

error_code readMembers(ondemand::document &document, std::vector<CJSONMember> &members) {
  ondemand::object object;
  if (auto error = document.get_object().get(object)) return error;
  for (auto member : object) {
    ondemand::field field;
    if (auto error = std::move(member).get(field)) return error;
    std::string_view key, text;
    if (auto error = field.unescaped_key().get(key)) return error;
    ondemand::value &value = field.value();
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    bool isNull = false;
    if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
      const char *start, *next;
      if (auto error = value.current_location().get(start)) return error;
      if (auto error = check(value, 1)) return error;
      if (auto error = document.current_location().get(next)) return error;
      text = trimmed(std::string_view(start, size_t(next - start)));
    } else if (auto error = readScalar(value, type, text, isNull)) {
      return error;
    }
    members.push_back({reinterpret_cast<const uint8_t *>(key.data()), key.size(),
                       isNull ? nullptr : reinterpret_cast<const uint8_t *>(text.data()), text.size()});
  }
  const char *rest;
  return document.current_location().get(rest) == SUCCESS ? TRAILING_CONTENT : SUCCESS;
}

}  // namespace

struct CJSONParser {
  ondemand::parser parser;
  std::vector<uint8_t> padded;
  std::vector<CJSONMember> members;
};

CJSONParser *cjson_open(void) { return new (std::nothrow) CJSONParser; }
void cjson_close(CJSONParser *parser) { delete parser; }

int32_t cjson_parse_object(CJSONParser *parser, const uint8_t *bytes, size_t byteCount, size_t readableByteCount,
                           const CJSONMember **members, size_t *memberCount, const char **message,
                           int64_t *errorOffset) try {
  *members = nullptr;
  *memberCount = 0;
  *message = "";
  *errorOffset = -1;
  size_t first = 0;
  while (first < byteCount && isSpace(bytes[first])) first++;
  if (first == byteCount || bytes[first] != '{') {
    *errorOffset = int64_t(first);
    bool isOtherValue = first < byteCount && std::strchr("[\"-0123456789tfn", bytes[first]) != nullptr;
    return isOtherValue ? CJSON_NOT_OBJECT : CJSON_NOT_JSON;
  }
  // The copy also serves where the byte after the object is '}': simdjson then counts all brackets again.
  if (readableByteCount < byteCount + SIMDJSON_PADDING) {
    parser->padded.assign(byteCount + SIMDJSON_PADDING, ' ');
    std::memcpy(parser->padded.data(), bytes, byteCount);
    bytes = parser->padded.data();
    readableByteCount = parser->padded.size();
  }
  parser->members.clear();
  ondemand::document document;
  error_code error = parser->parser.iterate(bytes, byteCount, readableByteCount).get(document);
  if (error == SUCCESS) {
    error = readMembers(document, parser->members);
    const char *where;
    if (error != SUCCESS && document.current_location().get(where) == SUCCESS) {
      int64_t offset = where - reinterpret_cast<const char *>(bytes);
      if (offset >= 0 && offset < int64_t(byteCount)) *errorOffset = offset;
    }
  }
  switch (error) {
    case SUCCESS: break;
    case UTF8_ERROR: return CJSON_INVALID_UTF8;
    case DEPTH_ERROR: return CJSON_TOO_DEEP;
    case MEMALLOC: return CJSON_NO_MEMORY;
    default: *message = error_message(error); return CJSON_NOT_JSON;
  }
  *members = parser->members.data();
  *memberCount = parser->members.size();
  return CJSON_OBJECT;
} catch (const std::bad_alloc &) {
  return CJSON_NO_MEMORY;
}

int64_t cjson_value_end(const uint8_t *bytes, size_t byteCount) {
  // Just more than is parsed: a brace that is missing early shows the sooner.
  constexpr int64_t stackDepth = maximumDepth + 2;
  bool isArray[stackDepth];
  int64_t depth = 0;
  for (size_t i = 0; i < byteCount; i++) {
    uint8_t c = bytes[i];
    switch (c) {
      case '"':
        for (i++; i < byteCount && bytes[i] != '"'; i++) {
          if (bytes[i] == '\\') i++;
          if (i < byteCount && (bytes[i] == '\n' || bytes[i] == '\r')) return -1;
        }
        if (i >= byteCount) return -1;
        if (depth == 0) return int64_t(i + 1);
        break;
      case '{':
      case '[':
        if (depth == stackDepth) return -1;
        isArray[depth++] = c == '[';
        break;
      case '}':
      case ']':
        // A closing bracket without an opening one ends a bare value before it.
        if (depth == 0) return int64_t(i);
        if (isArray[--depth] != (c == ']')) return -1;
        if (depth == 0) return int64_t(i + 1);
        break;
      case ',':
        if (depth == 0) return int64_t(i);
        break;
      default: break;
    }
  }
  return depth == 0 ? int64_t(byteCount) : -1;
}

bool cjson_is_utf8(const uint8_t *bytes, size_t byteCount) {
  return validate_utf8(reinterpret_cast<const char *>(bytes), byteCount);
}
