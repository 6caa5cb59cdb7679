#ifndef FILM_READING_H
#define FILM_READING_H

#include <stddef.h>

// What stands between Swift and ffmpeg's libraries. Used by the program chaperone-pictures alone.

typedef enum {
    film_ok = 0,
    film_not_one = 1,     // no MP4, MOV or WebM, or one without a picture in it
    film_too_large = 2,   // more pixels in each picture than are read
    film_too_long = 3,    // it runs longer than is taken
    film_broken = 4,      // begins well and cannot be read to its end
    film_other_coding = 5 // its pictures or its sound are coded in a way that browsers and networks do not play
} film_answer;

typedef struct {
    int width;            // upright, in square pixels
    int height;
    int turned;           // by how many degrees clockwise a frame is turned to stand upright: 0, 90, 180, 270
    long long milliseconds;
    int has_position;     // the file says where it was taken
    int has_sound;
    char taken[20];       // creation time, `2026-11-21T10:30:00`, or empty
    char media_type[12];  // video/mp4 or video/webm
} film_facts;

typedef struct {
    unsigned char *bytes; // to be freed with film_free
    size_t length;
} film_file;

// One picture of a film as it is coded, not turned: rows of red, green and blue without gaps.
typedef struct {
    unsigned char *pixels; // to be freed with film_free
    int width;
    int height;
} film_frame;

// Silences what the libraries would print.
void film_begin(void);

// Whether the bytes begin like a film that we take.
int film_is_one(const unsigned char *bytes, size_t length);

// Reads the film to its end and writes it anew without coding it anew: the first track of pictures and the first of sound,
// and nothing else of what the file said.
film_answer film_read(
    const unsigned char *bytes, size_t length, double most_pixels, double most_seconds, film_facts *facts,
    film_file *file);

// A picture of a film that was written by `film_read`, a second from its beginning, or from the middle of a shorter one.
film_answer film_poster(const unsigned char *bytes, size_t length, double most_pixels, film_frame *frame);

void film_free(void *bytes);

#endif
