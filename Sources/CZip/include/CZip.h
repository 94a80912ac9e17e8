#ifndef MINYI_CZIP_H
#define MINYI_CZIP_H

// The only door to libzip: the entries of an archive in memory, read piece by piece.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An archive opened for reading. Not for two threads at once.
typedef struct CZipArchive CZipArchive;
/// An entry being read; close it before its archive.
typedef struct CZipEntry CZipEntry;

enum {
  CZIP_OK = 0,
  CZIP_NOT_ZIP = 1,      ///< no central directory: another kind of file, or one that was cut off
  CZIP_DAMAGED = 2,      ///< wrong checksum, inconsistent directory, or data that does not unpack
  CZIP_ENCRYPTED = 3,
  CZIP_UNSUPPORTED = 4,  ///< a compression method that this libzip does not have
  CZIP_NO_MEMORY = 5,
};

typedef struct {
  uint64_t byteCount;            ///< unpacked, as the directory says
  uint64_t compressedByteCount;
  bool isEncrypted;
} CZipStat;

/// Opens the archive in `bytes`, which must outlive it. Returns NULL and sets `*status` on failure.
CZipArchive *czip_open(const uint8_t *bytes, size_t byteCount, int32_t *status);
void czip_close(CZipArchive *archive);

int64_t czip_entry_count(const CZipArchive *archive);
/// The name as UTF-8, valid as long as the archive; NULL if there is no such entry.
const char *czip_entry_name(CZipArchive *archive, int64_t index);
/// The entry with this name, upper and lower case alike; -1 if there is none.
int64_t czip_entry_index(CZipArchive *archive, const char *name);
/// False if the directory does not say.
bool czip_entry_stat(CZipArchive *archive, int64_t index, CZipStat *stat);

/// Returns NULL and sets `*status` on failure.
CZipEntry *czip_entry_open(CZipArchive *archive, int64_t index, int32_t *status);
/// Unpacks up to `capacity` bytes; 0 at the end, -1 with `*status` on failure. The checksum is compared at the end.
int64_t czip_entry_read(CZipEntry *entry, uint8_t *bytes, size_t capacity, int32_t *status);
void czip_entry_close(CZipEntry *entry);

/// Writes an archive to `path`, over what is there: `count` entries with these names and contents, packed, in that order.
/// Times are 1980-01-01, so that the same contents give the same bytes. Returns false with the reason in `message`.
bool czip_write(const char *path, const char *const *names, const uint8_t *const *contents, const size_t *byteCounts,
                size_t count, char *message, size_t messageCapacity);

#ifdef __cplusplus
}
#endif
#endif
