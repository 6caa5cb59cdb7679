#include "VipsPictures.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vips/vips.h>

// Those whose libraries are kept up and fuzzed; SVG, PDF, ImageMagick's and all other formats are no pictures here.
static const struct {
    const char *loader;
    const char *format;
} taken[] = {
    {"VipsForeignLoadJpegBuffer", "jpeg"}, {"VipsForeignLoadPngBuffer", "png"},
    {"VipsForeignLoadWebpBuffer", "webp"}, {"VipsForeignLoadNsgifBuffer", "gif"},
    {"VipsForeignLoadHeifBuffer", "heif"},
};

static const char *format_of(const void *bytes, size_t length) {
    const char *loader = vips_foreign_find_load_buffer(bytes, length);
    if (!loader) return NULL;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(loader, taken[i].loader) == 0) return taken[i].format;
    return NULL;
}

int picture_begin(size_t most_memory, unsigned most_seconds) {
    struct rlimit memory = {most_memory, most_memory}, seconds = {most_seconds, most_seconds + 1};
    if (setrlimit(RLIMIT_AS, &memory) || setrlimit(RLIMIT_CPU, &seconds)) return 1;
    // what is too large for memory is refused, not put on disk
    g_setenv("VIPS_DISC_THRESHOLD", "8g", TRUE);
    g_setenv("G_SLICE", "always-malloc", TRUE);
    if (VIPS_INIT("chaperone-pictures")) return 1;
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return 0;
}

void picture_hurry(unsigned seconds) {
    // whoever started this process may have kept the signal from it
    sigset_t alone;
    sigemptyset(&alone);
    sigaddset(&alone, SIGALRM);
    signal(SIGALRM, SIG_DFL);
    sigprocmask(SIG_UNBLOCK, &alone, NULL);
    alarm(seconds);
}

static int says(VipsImage *image, const char *field) { return vips_image_get_typeof(image, field) != 0; }

picture_answer picture_look(const void *bytes, size_t length, double most_pixels, picture_facts *facts) {
    memset(facts, 0, sizeof *facts);
    const char *format = format_of(bytes, length);
    if (!format) return picture_not_one;
    VipsImage *image = vips_image_new_from_buffer(bytes, length, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
    if (!image) {
        vips_error_clear();
        return picture_broken;
    }
    strncpy(facts->format, format, sizeof facts->format - 1);
    int turned = vips_image_get_orientation(image) >= 5;
    facts->width = turned ? image->Ysize : image->Xsize;
    facts->height = turned ? image->Xsize : image->Ysize;
    facts->has_position = says(image, "exif-ifd3-GPSLatitude") || says(image, "exif-ifd3-GPSLongitude");
    const char *date = NULL;
    if (says(image, "exif-ifd2-DateTimeOriginal") &&
        vips_image_get_string(image, "exif-ifd2-DateTimeOriginal", &date) == 0)
        strncpy(facts->taken, date, sizeof facts->taken - 1);
    picture_answer answer =
        (double)image->Xsize * (double)image->Ysize > most_pixels ? picture_too_large : picture_ok;
    g_object_unref(image);
    vips_error_clear();
    return answer;
}

picture_answer picture_open(const void *bytes, size_t length, int longest, void **picture) {
    VipsImage *small = NULL, *flat = NULL;
    *picture = NULL;
    if (vips_thumbnail_buffer(
            (void *)bytes, length, &small, longest, "height", longest, "size", VIPS_SIZE_DOWN, "export_profile",
            "srgb", "intent", VIPS_INTENT_PERCEPTUAL, "option_string", "[fail_on=truncated]", NULL)) {
        vips_error_clear();
        return picture_broken;
    }
    if (vips_image_hasalpha(small)) {
        double white[] = {255, 255, 255};
        VipsArrayDouble *background = vips_array_double_new(white, 3);
        int failed = vips_flatten(small, &flat, "background", background, NULL);
        vips_area_unref(VIPS_AREA(background));
        g_object_unref(small);
        small = failed ? NULL : flat;
    }
    VipsImage *pixels = small ? vips_image_copy_memory(small) : NULL;
    if (small) g_object_unref(small);
    vips_error_clear();
    *picture = pixels;
    return pixels ? picture_ok : picture_broken;
}

picture_answer picture_of_pixels(const void *pixels, int width, int height, int turned, void **picture) {
    *picture = NULL;
    VipsImage *lying = vips_image_new_from_memory_copy(
        pixels, (size_t)width * (size_t)height * 3, width, height, 3, VIPS_FORMAT_UCHAR);
    VipsImage *raw = NULL, *upright = NULL;
    VipsAngle angle = turned == 90 ? VIPS_ANGLE_D90 : turned == 180 ? VIPS_ANGLE_D180
                    : turned == 270 ? VIPS_ANGLE_D270 : VIPS_ANGLE_D0;
    if (lying && vips_copy(lying, &raw, "interpretation", VIPS_INTERPRETATION_sRGB, NULL) == 0 &&
        vips_rot(raw, &upright, angle, NULL) == 0)
        *picture = vips_image_copy_memory(upright);
    if (upright) g_object_unref(upright);
    if (raw) g_object_unref(raw);
    if (lying) g_object_unref(lying);
    vips_error_clear();
    return *picture ? picture_ok : picture_broken;
}

static VipsImage *scaled(void *picture, int width, int height, VipsSize size) {
    VipsImage *small = NULL;
    return vips_thumbnail_image(picture, &small, width, "height", height, "size", size, NULL) ? NULL : small;
}

void picture_size(void *picture, int longest, int *width, int *height) {
    VipsImage *small = scaled(picture, longest, longest, VIPS_SIZE_DOWN);
    *width = small ? small->Xsize : 0;
    *height = small ? small->Ysize : 0;
    if (small) g_object_unref(small);
    vips_error_clear();
}

picture_answer picture_write(
    void *picture, int longest, int width, int height, int quality, size_t most_bytes, picture_file *file) {
    memset(file, 0, sizeof *file);
    VipsImage *small = scaled(picture, longest, longest, VIPS_SIZE_DOWN);
    if (small && (width > small->Xsize || height > small->Ysize)) {
        VipsImage *whole = NULL;
        int failed = vips_embed(
            small, &whole, (width - small->Xsize) / 2, (height - small->Ysize) / 2, width, height, "extend",
            VIPS_EXTEND_WHITE, NULL);
        g_object_unref(small);
        small = failed ? NULL : whole;
    }
    VipsImage *pixels = small ? vips_image_copy_memory(small) : NULL;
    if (small) g_object_unref(small);
    picture_answer answer = pixels ? picture_out_of_room : picture_broken;
    for (int q = quality; pixels && q >= 45; q -= 10) {
        if (vips_jpegsave_buffer(
                pixels, &file->bytes, &file->length, "Q", q, "strip", TRUE, "optimize_coding", TRUE, NULL)) {
            answer = picture_broken;
            break;
        }
        if (most_bytes == 0 || file->length <= most_bytes) {
            answer = picture_ok;
            break;
        }
        g_free(file->bytes);
        file->bytes = NULL;
    }
    if (pixels) {
        file->width = pixels->Xsize;
        file->height = pixels->Ysize;
        g_object_unref(pixels);
    }
    vips_error_clear();
    return answer;
}

picture_answer picture_fingerprint(void *picture, unsigned long long *print) {
    VipsImage *small = scaled(picture, 9, 8, VIPS_SIZE_FORCE), *grey = NULL;
    int failed = !small || vips_colourspace(small, &grey, VIPS_INTERPRETATION_B_W, NULL);
    if (small) g_object_unref(small);
    vips_error_clear();
    if (failed) return picture_broken;
    size_t size = 0;
    unsigned char *field = vips_image_write_to_memory(grey, &size);
    int bands = grey->Bands;
    g_object_unref(grey);
    if (!field || size < (size_t)(9 * 8 * bands)) {
        g_free(field);
        return picture_broken;
    }
    *print = 0;
    for (int y = 0; y < 8; y++)
        for (int x = 0; x < 8; x++)
            *print = *print << 1 | (field[(y * 9 + x + 1) * bands] > field[(y * 9 + x) * bands]);
    g_free(field);
    return picture_ok;
}

void picture_close(void *picture) { g_object_unref(picture); }

void picture_free(void *bytes) { g_free(bytes); }
