#ifndef MINYI_CRSVG_H
#define MINYI_CRSVG_H

// The only door to librsvg and cairo: an SVG drawing as a PNG file.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  CRSVG_OK = 0,
  CRSVG_NO_LIBRARY = 1,  ///< librsvg or cairo is not installed
  CRSVG_BAD_DRAWING = 2,
  CRSVG_CANNOT_WRITE = 3,
};

/// Draws `svg` at `width` × `height` pixels and writes it to `path`. Otherwise what went wrong is in `message`.
///
/// The libraries are opened when this is first called: nobody who draws no PNG needs them.
int32_t crsvg_write_png(const uint8_t *svg, size_t byteCount, int32_t width, int32_t height, const char *path,
                        char *message, size_t messageCapacity);

#ifdef __cplusplus
}
#endif
#endif
