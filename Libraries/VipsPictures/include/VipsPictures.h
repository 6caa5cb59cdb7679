#ifndef VIPS_PICTURES_H
#define VIPS_PICTURES_H

#include <stddef.h>

// What stands between Swift and libvips, whose calls take a variable number of arguments. Used by the program
// chaperone-pictures alone.

typedef enum {
    picture_ok = 0,
    picture_not_one = 1,    // no format that we take, or bytes that only begin like one
    picture_too_large = 2,  // more pixels than are decoded
    picture_broken = 3,     // begins well and cannot be read to its end
    picture_out_of_room = 4 // it could not be written as small as was asked
} picture_answer;

typedef struct {
    int width;         // upright
    int height;
    int has_position;  // the file says where it was taken
    char taken[20];    // EXIF's DateTimeOriginal, `2026:11:21 10:30:00`, or empty
    char format[8];    // jpeg, png, webp, gif, heif
} picture_facts;

typedef struct {
    void *bytes; // to be freed with picture_free
    size_t length;
    int width;
    int height;
} picture_file;

// Bounds this process's memory and time, then loads libvips and what it needs from disk. Zero when all is well.
int picture_begin(size_t most_memory, unsigned most_seconds);

// This process is ended by its alarm clock after so many seconds of the clock on the wall.
void picture_hurry(unsigned seconds);

// From here on this process opens no file, starts no program and reaches no network; the kernel sees to it.
// Zero when the kernel took the rules.
int picture_confine(void);

picture_answer picture_look(const void *bytes, size_t length, double most_pixels, picture_facts *facts);

// Decoded once: turned upright, in sRGB, on white, scaled down to the longest side and never up. `picture` is to be closed.
picture_answer picture_open(const void *bytes, size_t length, int longest, void **picture);

// The same of rows of red, green and blue without gaps, turned clockwise by 0, 90, 180 or 270 degrees.
picture_answer picture_of_pixels(const void *pixels, int width, int height, int turned, void **picture);

// As JPEG without anything that the file said beside the picture. Written again at lower quality, down to 45, while it is
// longer than `most_bytes` (0: no bound).
//
// On a white ground of this size, in its middle, where that is larger than the picture.
picture_answer picture_write(
    void *picture, int longest, int width, int height, int quality, size_t most_bytes, picture_file *file);

// The size that a picture has once it is scaled to a longest side.
void picture_size(void *picture, int longest, int *width, int *height);

// The 64 bits of a difference hash: each of 8 by 8 grey fields lighter than the one to its left.
picture_answer picture_fingerprint(void *picture, unsigned long long *print);

void picture_close(void *picture);

void picture_free(void *bytes);

#endif
