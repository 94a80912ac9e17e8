#include "CZip.h"
#include <stdio.h>
#include <zip.h>

// The handles are libzip's own; the header only gives them other names.
static zip_t *zip_of(const CZipArchive *archive) { return (zip_t *)archive; }
static zip_file_t *file_of(CZipEntry *entry) { return (zip_file_t *)entry; }

static int32_t status_of(int code) {
  switch (code) {
    case ZIP_ER_NOZIP: return CZIP_NOT_ZIP;
    case ZIP_ER_COMPNOTSUPP: return CZIP_UNSUPPORTED;
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD: return CZIP_ENCRYPTED;
    case ZIP_ER_MEMORY: return CZIP_NO_MEMORY;
    default: return CZIP_DAMAGED;
  }
}

CZipArchive *czip_open(const uint8_t *bytes, size_t byteCount, int32_t *status) {
  zip_error_t error;
  zip_error_init(&error);
  *status = CZIP_OK;
  zip_t *archive = NULL;
  zip_source_t *source = zip_source_buffer_create(bytes, byteCount, 0, &error);
  if (source != NULL) {
    archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == NULL) zip_source_free(source);
  }
  if (archive == NULL) *status = status_of(zip_error_code_zip(&error));
  zip_error_fini(&error);
  return (CZipArchive *)archive;
}

void czip_close(CZipArchive *archive) { zip_discard(zip_of(archive)); }

int64_t czip_entry_count(const CZipArchive *archive) { return zip_get_num_entries(zip_of(archive), 0); }

const char *czip_entry_name(CZipArchive *archive, int64_t index) {
  return index < 0 ? NULL : zip_get_name(zip_of(archive), (zip_uint64_t)index, ZIP_FL_ENC_GUESS);
}

int64_t czip_entry_index(CZipArchive *archive, const char *name) {
  int64_t exact = zip_name_locate(zip_of(archive), name, ZIP_FL_ENC_GUESS);
  return exact >= 0 ? exact : zip_name_locate(zip_of(archive), name, ZIP_FL_ENC_GUESS | ZIP_FL_NOCASE);
}

bool czip_entry_stat(CZipArchive *archive, int64_t index, CZipStat *stat) {
  zip_stat_t found;
  const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (index < 0 || zip_stat_index(zip_of(archive), (zip_uint64_t)index, 0, &found) != 0) return false;
  if ((found.valid & wanted) != wanted) return false;
  stat->byteCount = found.size;
  stat->compressedByteCount = found.comp_size;
  stat->isEncrypted = (found.valid & ZIP_STAT_ENCRYPTION_METHOD) && found.encryption_method != ZIP_EM_NONE;
  return true;
}

CZipEntry *czip_entry_open(CZipArchive *archive, int64_t index, int32_t *status) {
  zip_file_t *file = index < 0 ? NULL : zip_fopen_index(zip_of(archive), (zip_uint64_t)index, 0);
  *status = file != NULL ? CZIP_OK
            : index < 0  ? CZIP_DAMAGED
                         : status_of(zip_error_code_zip(zip_get_error(zip_of(archive))));
  return (CZipEntry *)file;
}

int64_t czip_entry_read(CZipEntry *entry, uint8_t *bytes, size_t capacity, int32_t *status) {
  zip_int64_t count = zip_fread(file_of(entry), bytes, capacity);
  *status = count >= 0 ? CZIP_OK : status_of(zip_error_code_zip(zip_file_get_error(file_of(entry))));
  return count;
}

void czip_entry_close(CZipEntry *entry) { zip_fclose(file_of(entry)); }

bool czip_write(const char *path, const char *const *names, const uint8_t *const *contents, const size_t *byteCounts,
                size_t count, char *message, size_t messageCapacity) {
  int code = 0;
  zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (archive == NULL) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    snprintf(message, messageCapacity, "%s", zip_error_strerror(&error));
    zip_error_fini(&error);
    return false;
  }
  bool isGood = true;
  for (size_t i = 0; i < count && isGood; i++) {
    zip_source_t *source = zip_source_buffer(archive, contents[i], byteCounts[i], 0);
    zip_int64_t index = source == NULL ? -1 : zip_file_add(archive, names[i], source, ZIP_FL_ENC_UTF_8);
    if (index < 0 && source != NULL) zip_source_free(source);
    // 1980-01-01 00:00 as MS-DOS counts: year 0, month 1, day 1.
    isGood = index >= 0 && zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 9) == 0 &&
             zip_file_set_dostime(archive, (zip_uint64_t)index, 0, 0x21, 0) == 0;
  }
  // Closing writes; what was added is read only then.
  if (isGood && zip_close(archive) == 0) return true;
  snprintf(message, messageCapacity, "%s", zip_strerror(archive));
  zip_discard(archive);
  return false;
}
