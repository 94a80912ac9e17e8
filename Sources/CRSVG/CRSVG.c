#include "CRSVG.h"

#include <dlfcn.h>
#include <stdio.h>

// Declared as librsvg 2.46 and later, cairo 1.2 and GLib 2 have them; their headers are not needed to build.
typedef struct { uint32_t domain; int code; char *message; } GlibError;
typedef struct { double x, y, width, height; } Rectangle;

typedef struct {
  void *(*new_from_data)(const uint8_t *, size_t, GlibError **);
  int (*render_document)(void *, void *, const Rectangle *, GlibError **);
  void *(*surface_create)(int, int, int);
  int (*surface_status)(void *);
  void (*surface_destroy)(void *);
  int (*surface_write)(void *, const char *);
  void *(*context_create)(void *);
  void (*context_destroy)(void *);
  const char *(*status_text)(int);
  void (*unref)(void *);
  void (*error_free)(GlibError *);
} Libraries;

static void *opened(const char *const *names) {
  for (; *names != NULL; names++) {
    void *library = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
    if (library != NULL) return library;
  }
  return NULL;
}

// The libraries stay open: they cannot be unloaded once GLib has started.
static bool load(Libraries *libraries) {
  const char *const rsvgNames[] = {"librsvg-2.so.2", "librsvg-2.2.dylib", "librsvg-2.dylib", NULL};
  const char *const cairoNames[] = {"libcairo.so.2", "libcairo.2.dylib", NULL};
  const char *const objectNames[] = {"libgobject-2.0.so.0", "libgobject-2.0.0.dylib", NULL};
  const char *const glibNames[] = {"libglib-2.0.so.0", "libglib-2.0.0.dylib", NULL};
  void *rsvg = opened(rsvgNames), *cairo = opened(cairoNames), *object = opened(objectNames);
  void *glib = opened(glibNames);
  if (rsvg == NULL || cairo == NULL || object == NULL || glib == NULL) return false;
  const struct { void **place; void *library; const char *name; } functions[] = {
      {(void **)&libraries->new_from_data, rsvg, "rsvg_handle_new_from_data"},
      {(void **)&libraries->render_document, rsvg, "rsvg_handle_render_document"},
      {(void **)&libraries->surface_create, cairo, "cairo_image_surface_create"},
      {(void **)&libraries->surface_status, cairo, "cairo_surface_status"},
      {(void **)&libraries->surface_destroy, cairo, "cairo_surface_destroy"},
      {(void **)&libraries->surface_write, cairo, "cairo_surface_write_to_png"},
      {(void **)&libraries->context_create, cairo, "cairo_create"},
      {(void **)&libraries->context_destroy, cairo, "cairo_destroy"},
      {(void **)&libraries->status_text, cairo, "cairo_status_to_string"},
      {(void **)&libraries->unref, object, "g_object_unref"},
      {(void **)&libraries->error_free, glib, "g_error_free"},
  };
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
    *functions[i].place = dlsym(functions[i].library, functions[i].name);
    if (*functions[i].place == NULL) return false;
  }
  return true;
}

int32_t crsvg_write_png(const uint8_t *svg, size_t byteCount, int32_t width, int32_t height, const char *path,
                        char *message, size_t messageCapacity) {
  Libraries libraries;
  if (!load(&libraries)) {
    snprintf(message, messageCapacity, "librsvg-2");
    return CRSVG_NO_LIBRARY;
  }
  GlibError *error = NULL;
  void *handle = libraries.new_from_data(svg, byteCount, &error);
  // ARGB32 is 0.
  void *surface = libraries.surface_create(0, width, height);
  void *context = libraries.context_create(surface);
  const Rectangle viewport = {0, 0, width, height};
  int32_t result = CRSVG_OK;
  if (handle == NULL || !libraries.render_document(handle, context, &viewport, &error)) {
    snprintf(message, messageCapacity, "%s", error != NULL ? error->message : "librsvg");
    result = CRSVG_BAD_DRAWING;
  }
  libraries.context_destroy(context);
  if (result == CRSVG_OK) {
    int status = libraries.surface_status(surface);
    if (status == 0) status = libraries.surface_write(surface, path);
    if (status != 0) {
      snprintf(message, messageCapacity, "%s", libraries.status_text(status));
      result = CRSVG_CANNOT_WRITE;
    }
  }
  libraries.surface_destroy(surface);
  if (error != NULL) libraries.error_free(error);
  if (handle != NULL) libraries.unref(handle);
  return result;
}
