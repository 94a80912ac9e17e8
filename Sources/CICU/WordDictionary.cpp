#include "CICU.h"
#include <new>
#include <unicode/localpointer.h>
#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <unicode/uvernum.h>

// The layout is ICU's DictionaryData (common/dictionarydata.h): eight int32 indexes, then the trie.
namespace {
constexpr int32_t trieOffsetIndex = 0, totalSizeIndex = 3, trieTypeIndex = 4, transformIndex = 5, indexCount = 8;
constexpr int32_t trieTypeMask = 7, trieTypeUChars = 1, trieHasValues = 8;

UBool isWordDictionary(void *, const char *, const char *, const UDataInfo *info) {
  const uint8_t *format = info->dataFormat;
  return info->isBigEndian == U_IS_BIG_ENDIAN && info->charsetFamily == U_CHARSET_FAMILY && format[0] == 'D' &&
         format[1] == 'i' && format[2] == 'c' && format[3] == 't' && info->formatVersion[0] == 1;
}
} // namespace

struct CICUWordDictionary {
  icu::LocalUDataMemoryPointer memory;
  icu::UnicodeString word;
  icu::UCharsTrie::Iterator *iterator;
  const uint8_t *bytes;
  int32_t byteCount;

  CICUWordDictionary() : iterator(nullptr), bytes(nullptr), byteCount(0) {}
  ~CICUWordDictionary() { delete iterator; }
};

CICUWordDictionary *cicu_word_dictionary_open(int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  CICUWordDictionary *dictionary = new (std::nothrow) CICUWordDictionary();
  if (dictionary == nullptr) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return nullptr;
  }
  dictionary->memory.adoptInstead(
      udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", isWordDictionary, nullptr, &code));
  if (U_SUCCESS(code)) {
    const uint8_t *bytes = static_cast<const uint8_t *>(udata_getMemory(dictionary->memory.getAlias()));
    const int32_t *indexes = reinterpret_cast<const int32_t *>(bytes);
    int32_t offset = indexes[trieOffsetIndex], size = indexes[totalSizeIndex];
    bool isExpected = (indexes[trieTypeIndex] & trieTypeMask) == trieTypeUChars &&
                      (indexes[trieTypeIndex] & trieHasValues) != 0 && indexes[transformIndex] == 0 &&
                      offset >= indexCount * 4 && size > offset;
    if (isExpected) {
      dictionary->bytes = bytes;
      dictionary->byteCount = size;
      dictionary->iterator =
          new icu::UCharsTrie::Iterator(reinterpret_cast<const char16_t *>(bytes + offset), 0, code);
    } else {
      code = U_INVALID_FORMAT_ERROR;
    }
  }
  *status = code;
  if (U_SUCCESS(code)) return dictionary;
  delete dictionary;
  return nullptr;
}

void cicu_word_dictionary_close(CICUWordDictionary *dictionary) { delete dictionary; }

const uint8_t *cicu_word_dictionary_bytes(const CICUWordDictionary *dictionary, int32_t *byteCount) {
  *byteCount = dictionary->byteCount;
  return dictionary->bytes;
}

bool cicu_word_dictionary_next(CICUWordDictionary *dictionary, const uint16_t **word, int32_t *length, int32_t *cost,
                               int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  bool found = dictionary->iterator->next(code);
  *status = code;
  if (!found || U_FAILURE(code)) return false;
  dictionary->word = dictionary->iterator->getString();
  *word = reinterpret_cast<const uint16_t *>(dictionary->word.getBuffer());
  *length = dictionary->word.length();
  *cost = dictionary->iterator->getValue();
  return true;
}
