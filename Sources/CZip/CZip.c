#include "CZip.h"
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
