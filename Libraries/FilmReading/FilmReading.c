#include "FilmReading.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>

// Bytes in memory as the libraries read and write them. Several readers may stand at several places of one of them.
typedef struct {
    unsigned char *bytes;
    size_t length;
    size_t room; // 0: only read
} memory;

typedef struct {
    memory *of;
    size_t at;
} cursor;

static const int window = 1 << 16;

static int read_some(void *opaque, uint8_t *into, int most) {
    cursor *here = opaque;
    size_t left = here->at < here->of->length ? here->of->length - here->at : 0;
    if (left == 0) return AVERROR_EOF;
    size_t count = left < (size_t)most ? left : (size_t)most;
    memcpy(into, here->of->bytes + here->at, count);
    here->at += count;
    return (int)count;
}

static int write_some(void *opaque, uint8_t *from, int count) {
    cursor *here = opaque;
    size_t end = here->at + (size_t)count;
    if (end > here->of->room) {
        size_t room = end + end / 8 + (1 << 20);
        unsigned char *bytes = av_realloc(here->of->bytes, room);
        if (!bytes) return AVERROR(ENOMEM);
        here->of->bytes = bytes;
        here->of->room = room;
    }
    if (here->at > here->of->length) memset(here->of->bytes + here->of->length, 0, here->at - here->of->length);
    memcpy(here->of->bytes + here->at, from, (size_t)count);
    here->at = end;
    if (end > here->of->length) here->of->length = end;
    return count;
}

static int64_t seek_to(void *opaque, int64_t offset, int whence) {
    cursor *here = opaque;
    if (whence & AVSEEK_SIZE) return (int64_t)here->of->length;
    int64_t from = whence == SEEK_CUR ? (int64_t)here->at : whence == SEEK_END ? (int64_t)here->of->length : 0;
    if (from + offset < 0) return AVERROR(EINVAL);
    here->at = (size_t)(from + offset);
    return (int64_t)here->at;
}

static AVIOContext *stream_of(memory *of, int writes) {
    cursor *here = av_mallocz(sizeof *here);
    unsigned char *buffer = av_malloc((size_t)window);
    AVIOContext *stream = NULL;
    if (here && buffer) {
        here->of = of;
        stream = avio_alloc_context(buffer, window, writes, here, read_some, writes ? write_some : NULL, seek_to);
    }
    if (!stream) {
        av_free(here);
        av_free(buffer);
    }
    return stream;
}

static void close_stream(AVIOContext **stream) {
    if (!*stream) return;
    av_freep(&(*stream)->opaque);
    av_freep(&(*stream)->buffer);
    avio_context_free(stream);
}

// Nothing is opened by name. The writer of MP4 reads what it has written, to put the table of contents before it.
static int open_nothing(AVFormatContext *of, AVIOContext **stream, const char *name, int flags, AVDictionary **options) {
    (void)name, (void)options;
    if (!of->opaque || (flags & AVIO_FLAG_WRITE)) return AVERROR(EACCES);
    *stream = stream_of(of->opaque, 0);
    return *stream ? 0 : AVERROR(ENOMEM);
}

static int close_nothing(AVFormatContext *of, AVIOContext *stream) {
    (void)of;
    close_stream(&stream);
    return 0;
}

void film_begin(void) { av_log_set_level(AV_LOG_QUIET); }

static const char *container(const unsigned char *bytes, size_t length) {
    static const char *boxes[] = {"ftyp", "moov", "mdat", "wide", "free", "skip"};
    if (length < 16) return NULL;
    if (memcmp(bytes, "\x1A\x45\xDF\xA3", 4) == 0) return "matroska";
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        if (memcmp(bytes + 4, boxes[i], 4) != 0) continue;
        // a still picture in the same boxes: HEIC, AVIF
        if (i == 0 && (memcmp(bytes + 8, "heic", 4) == 0 || memcmp(bytes + 8, "heix", 4) == 0 ||
                       memcmp(bytes + 8, "mif1", 4) == 0 || memcmp(bytes + 8, "avif", 4) == 0))
            return NULL;
        return "mov";
    }
    return NULL;
}

int film_is_one(const unsigned char *bytes, size_t length) { return container(bytes, length) != NULL; }

// What browsers and networks play, in which of the two kinds of file it is kept, and what of its stream is left out: words
// that a camera may put between the pictures.
static const struct {
    enum AVCodecID coding;
    int in_mp4, in_webm;
    const char *left_out;
} taken[] = {
    {AV_CODEC_ID_H264, 1, 0, "filter_units=remove_types=6"},
    {AV_CODEC_ID_HEVC, 1, 0, "filter_units=remove_types=39-40|48-63"},
    {AV_CODEC_ID_VP8, 0, 1, NULL},
    {AV_CODEC_ID_VP9, 0, 1, NULL},
    {AV_CODEC_ID_AV1, 1, 1, "filter_units=remove_types=5|15"},
    {AV_CODEC_ID_AAC, 1, 0, NULL},
    {AV_CODEC_ID_MP3, 1, 0, NULL},
    {AV_CODEC_ID_OPUS, 0, 1, NULL},
};

static int place_of(enum AVCodecID coding) {
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (taken[i].coding == coding) return (int)i;
    return -1;
}

static void close_input(AVFormatContext **input, AVIOContext **stream) {
    avformat_close_input(input);
    close_stream(stream);
}

// Some pictures and sounds are decoded to know what they are, none of them larger than is taken.
static int find_tracks(AVFormatContext *input, double most_pixels) {
    AVDictionary *options[16] = {NULL};
    unsigned count = input->nb_streams;
    if (count == 0 || count > 16) return AVERROR_INVALIDDATA;
    for (unsigned i = 0; i < count; i++) {
        av_dict_set_int(&options[i], "max_pixels", (int64_t)most_pixels, 0);
        av_dict_set(&options[i], "threads", "1", 0);
    }
    int found = avformat_find_stream_info(input, options);
    for (unsigned i = 0; i < count; i++) av_dict_free(&options[i]);
    return found;
}

static AVFormatContext *open_input(
    const unsigned char *bytes, size_t length, double most_pixels, memory *source, AVIOContext **stream) {
    *source = (memory){.bytes = (unsigned char *)bytes, .length = length};
    const AVInputFormat *format = av_find_input_format(container(bytes, length));
    AVFormatContext *input = avformat_alloc_context();
    *stream = stream_of(source, 0);
    if (!format || !input || !*stream) {
        avformat_free_context(input);
        close_stream(stream);
        return NULL;
    }
    input->pb = *stream;
    input->io_open = open_nothing;
    input->io_close2 = close_nothing;
    input->flags |= AVFMT_FLAG_CUSTOM_IO;
    input->max_streams = 16;
    AVDictionary *options = NULL;
    av_dict_set(&options, "codec_whitelist", "h264,hevc,vp8,vp9,libdav1d,av1,aac,mp3float,mp3,opus,vorbis", 0);
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    int failed = avformat_open_input(&input, NULL, format, &options);
    av_dict_free(&options);
    if (failed || find_tracks(input, most_pixels) < 0) {
        close_input(&input, stream);
        return NULL;
    }
    return input;
}

static int says_place(const AVDictionary *words) {
    const AVDictionaryEntry *entry = NULL;
    while ((entry = av_dict_get(words, "", entry, AV_DICT_IGNORE_SUFFIX)))
        if (strcasestr(entry->key, "location") || strcasestr(entry->key, "gps") || strcasestr(entry->key, "xyz"))
            return 1;
    return 0;
}

// The right angle by which a frame is turned clockwise; whatever else the matrix does is not kept.
static int turn_of(const AVStream *stream) {
    const uint8_t *matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, NULL);
    if (!matrix) return 0;
    double angle = -av_display_rotation_get((const int32_t *)matrix);
    if (angle != angle) return 0;
    int quarter = (int)(angle / 90 + (angle < 0 ? -0.5 : 0.5)) % 4;
    return ((quarter + 4) % 4) * 90;
}

static int turn_is_upright(int turn) { return turn == 0 || turn == 180; }

// In square pixels, before it is turned.
static void shown_size(const AVStream *stream, int *width, int *height) {
    AVRational shape = stream->sample_aspect_ratio.num ? stream->sample_aspect_ratio
                                                       : stream->codecpar->sample_aspect_ratio;
    *width = stream->codecpar->width;
    *height = stream->codecpar->height;
    if (shape.num > 0 && shape.den > 0 && shape.num < 16 * shape.den && shape.den < 16 * shape.num)
        *width = (int)((int64_t)*width * shape.num / shape.den);
}

// A length as EBML writes it (RFC 8794); UINT64_MAX: not said. Moves on behind it.
static uint64_t ebml_length(const unsigned char *bytes, size_t length, size_t *at) {
    if (*at >= length || bytes[*at] == 0) return 0;
    int more = __builtin_clz(bytes[*at]) - 24;
    if (length - *at <= (size_t)more) return 0;
    uint64_t value = bytes[*at] & (0x7F >> more), unsaid = value == (uint64_t)(0x7F >> more);
    for (int i = 1; i <= more; i++) {
        value = value << 8 | bytes[*at + i];
        unsaid = unsaid && bytes[*at + i] == 0xFF;
    }
    *at += (size_t)more + 1;
    return unsaid ? UINT64_MAX : value;
}

// Whether the segment of a WebM ends within the file, as far as it says how long it is.
static int is_whole_webm(const unsigned char *bytes, size_t length) {
    size_t at = 4;
    uint64_t head = ebml_length(bytes, length, &at);
    if (head > length - at || length - at - head < 5) return 0;
    at += head;
    if (memcmp(bytes + at, "\x18\x53\x80\x67", 4) != 0) return 0;
    at += 4;
    uint64_t segment = ebml_length(bytes, length, &at);
    return segment == UINT64_MAX || (segment > 0 && segment <= length - at);
}

// Whether every box of an MP4 ends within the file: one that was cut off has its last box in the middle.
static int is_whole(const unsigned char *bytes, size_t length) {
    size_t at = 0;
    while (length - at >= 8) {
        uint64_t size = (uint64_t)bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
        if (size == 1 && length - at >= 16) {
            size = 0;
            for (int i = 8; i < 16; i++) size = size << 8 | bytes[at + i];
        }
        if (size == 0) return 1;
        if (size < 8 || size > length - at) return 0;
        at += size;
    }
    return 1;
}

// The head of an HEVC track (ISO/IEC 14496-15) may hold words of the encoder too: what is left out of the stream is left
// out of it.
static int strip_words(AVCodecParameters *of) {
    const uint8_t *from = of->extradata;
    size_t length = (size_t)of->extradata_size, at = 23, end = 23, kept = 0;
    if (of->codec_id != AV_CODEC_ID_HEVC || length < 23 || from[0] != 1) return 0;
    uint8_t *to = av_mallocz(length + AV_INPUT_BUFFER_PADDING_SIZE);
    if (!to) return AVERROR(ENOMEM);
    memcpy(to, from, 23);
    for (int array = 0; array < from[22]; array++) {
        size_t start = at;
        if (length - at < 3) goto broken;
        int type = from[at] & 0x3F, count = from[at + 1] << 8 | from[at + 2];
        for (at += 3; count > 0; count--) {
            if (length - at < 2) goto broken;
            size_t size = (size_t)(from[at] << 8 | from[at + 1]);
            if (length - at - 2 < size) goto broken;
            at += 2 + size;
        }
        // the parameters of video, sequence and picture
        if (type < 32 || type > 34) continue;
        memcpy(to + end, from + start, at - start);
        end += at - start;
        kept++;
    }
    to[22] = (uint8_t)kept;
    av_free(of->extradata);
    of->extradata = to;
    of->extradata_size = (int)end;
    return 0;
broken:
    av_free(to);
    return AVERROR_INVALIDDATA;
}

// One track of the new file, and what its packets go through on their way to it.
typedef struct {
    AVStream *from, *to;
    AVBSFContext *filter;
} track;

static int begin_track(AVFormatContext *output, AVStream *from, int is_webm, track *track) {
    int place = place_of(from->codecpar->codec_id);
    track->from = from;
    track->to = avformat_new_stream(output, NULL);
    const char *left_out = taken[place].left_out;
    if (!track->to) return AVERROR(ENOMEM);
    int failed = left_out ? av_bsf_list_parse_str(left_out, &track->filter) : av_bsf_get_null_filter(&track->filter);
    if (failed) return failed;
    if ((failed = avcodec_parameters_copy(track->filter->par_in, from->codecpar))) return failed;
    if ((failed = strip_words(track->filter->par_in))) return failed;
    track->filter->time_base_in = from->time_base;
    if ((failed = av_bsf_init(track->filter))) return failed;
    if ((failed = avcodec_parameters_copy(track->to->codecpar, track->filter->par_out))) return failed;
    // Apple's players know HEVC by this name alone
    track->to->codecpar->codec_tag =
        !is_webm && from->codecpar->codec_id == AV_CODEC_ID_HEVC ? MKTAG('h', 'v', 'c', '1') : 0;
    track->to->time_base = track->filter->time_base_out;
    track->to->sample_aspect_ratio = from->sample_aspect_ratio;
    track->to->avg_frame_rate = from->avg_frame_rate;
    int turn = turn_of(from);
    if (from->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && turn) {
        uint8_t *matrix = av_stream_new_side_data(track->to, AV_PKT_DATA_DISPLAYMATRIX, 9 * sizeof(int32_t));
        if (!matrix) return AVERROR(ENOMEM);
        av_display_rotation_set((int32_t *)matrix, turn);
    }
    return 0;
}

// Hands on what the filter gives out; nothing more is a good end.
static int write_filtered(AVFormatContext *output, track *track, AVPacket *packet) {
    int got;
    while ((got = av_bsf_receive_packet(track->filter, packet)) == 0) {
        av_packet_free_side_data(packet);
        av_packet_rescale_ts(packet, track->filter->time_base_out, track->to->time_base);
        packet->stream_index = track->to->index;
        packet->pos = -1;
        int failed = av_interleaved_write_frame(output, packet);
        if (failed) return failed;
    }
    return got == AVERROR(EAGAIN) || got == AVERROR_EOF ? 0 : got;
}

static film_answer copy_packets(
    AVFormatContext *input, AVFormatContext *output, track *tracks, int count, double most_seconds, double *seconds) {
    AVPacket *packet = av_packet_alloc();
    film_answer answer = packet ? film_ok : film_broken;
    double first = 0, last = 0;
    int any = 0, got = 0;
    while (answer == film_ok && (got = av_read_frame(input, packet)) == 0) {
        track *track = NULL;
        for (int i = 0; i < count; i++)
            if (tracks[i].from->index == packet->stream_index) track = &tracks[i];
        if (!track) {
            av_packet_unref(packet);
            continue;
        }
        if ((packet->flags & AV_PKT_FLAG_CORRUPT) || packet->size == 0) answer = film_broken;
        if (track == tracks && packet->pts != AV_NOPTS_VALUE) {
            double at = (double)packet->pts * av_q2d(track->from->time_base);
            double end = at + (double)packet->duration * av_q2d(track->from->time_base);
            if (!any || at < first) first = at;
            if (!any || end > last) last = end;
            any = 1;
            if (last - first > most_seconds) answer = film_too_long;
        }
        if (answer == film_ok && av_bsf_send_packet(track->filter, packet)) answer = film_broken;
        if (answer == film_ok && write_filtered(output, track, packet)) answer = film_broken;
        av_packet_unref(packet);
    }
    if (answer == film_ok && (got != AVERROR_EOF || !any)) answer = film_broken;
    for (int i = 0; answer == film_ok && i < count; i++)
        if (av_bsf_send_packet(tracks[i].filter, NULL) || write_filtered(output, &tracks[i], packet))
            answer = film_broken;
    av_packet_free(&packet);
    *seconds = last - first;
    // what says that it runs much longer than it does was cut off
    if (answer == film_ok && input->duration > 0 && *seconds + 2 < (double)input->duration / AV_TIME_BASE) {
        double sound = 0;
        if (count > 1 && tracks[1].from->duration > 0)
            sound = (double)tracks[1].from->duration * av_q2d(tracks[1].from->time_base);
        if (sound < (double)input->duration / AV_TIME_BASE - 2) answer = film_broken;
    }
    return answer;
}

static film_answer rewrite(
    AVFormatContext *input, AVStream *pictures, AVStream *sound, int is_webm, double most_seconds, memory *result,
    double *seconds) {
    AVFormatContext *output = NULL;
    AVDictionary *options = NULL;
    track tracks[2] = {{NULL, NULL, NULL}};
    int count = sound ? 2 : 1;
    film_answer answer = film_broken;
    if (avformat_alloc_output_context2(&output, NULL, is_webm ? "webm" : "mp4", NULL) < 0) return film_broken;
    AVIOContext *stream = stream_of(result, 1);
    output->pb = stream;
    output->opaque = result;
    output->io_open = open_nothing;
    output->io_close2 = close_nothing;
    output->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    if (!is_webm) {
        av_dict_set(&options, "movflags", "+faststart", 0);
        av_dict_set(&options, "write_tmcd", "0", 0);
    }
    if (stream && begin_track(output, pictures, is_webm, &tracks[0]) == 0 &&
        (!sound || begin_track(output, sound, is_webm, &tracks[1]) == 0) &&
        avformat_write_header(output, &options) >= 0) {
        answer = copy_packets(input, output, tracks, count, most_seconds, seconds);
        if (answer == film_ok && av_write_trailer(output)) answer = film_broken;
        if (stream) avio_flush(stream);
    }
    for (int i = 0; i < count; i++) av_bsf_free(&tracks[i].filter);
    av_dict_free(&options);
    close_stream(&stream);
    output->pb = NULL;
    avformat_free_context(output);
    return answer;
}

static void tell(AVFormatContext *input, const AVStream *pictures, film_facts *facts) {
    facts->has_position = says_place(input->metadata);
    for (unsigned i = 0; i < input->nb_streams; i++) {
        const AVStream *stream = input->streams[i];
        if (says_place(stream->metadata) || stream->codecpar->codec_tag == MKTAG('g', 'p', 'm', 'd'))
            facts->has_position = 1;
    }
    AVDictionaryEntry *made = av_dict_get(input->metadata, "com.apple.quicktime.creationdate", NULL, 0);
    if (!made) made = av_dict_get(input->metadata, "creation_time", NULL, 0);
    if (made) strncpy(facts->taken, made->value, sizeof facts->taken - 1);
    shown_size(pictures, &facts->width, &facts->height);
    facts->turned = turn_of(pictures);
    if (!turn_is_upright(facts->turned)) {
        int width = facts->width;
        facts->width = facts->height;
        facts->height = width;
    }
}

film_answer film_read(
    const unsigned char *bytes, size_t length, double most_pixels, double most_seconds, film_facts *facts,
    film_file *file) {
    memset(facts, 0, sizeof *facts);
    memset(file, 0, sizeof *file);
    const char *kind = container(bytes, length);
    if (!kind) return film_not_one;
    if (!(strcmp(kind, "mov") == 0 ? is_whole(bytes, length) : is_whole_webm(bytes, length))) return film_broken;
    memory source, result = {NULL, 0, 0};
    AVIOContext *stream = NULL;
    AVFormatContext *input = open_input(bytes, length, most_pixels, &source, &stream);
    if (!input) return film_broken;
    AVStream *pictures = NULL, *sound = NULL;
    for (unsigned i = 0; i < input->nb_streams; i++) {
        AVStream *one = input->streams[i];
        int is_cover = one->disposition & AV_DISPOSITION_ATTACHED_PIC;
        if (one->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !is_cover && !pictures) pictures = one;
        if (one->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && !sound) sound = one;
    }
    film_answer answer = film_ok;
    int p = pictures ? place_of(pictures->codecpar->codec_id) : -1;
    int s = sound ? place_of(sound->codecpar->codec_id) : -1;
    int is_webm = 0;
    double seconds = 0;
    if (!pictures) {
        answer = film_not_one;
    } else if (pictures->codecpar->width <= 0 || pictures->codecpar->height <= 0) {
        answer = film_broken;
    } else if ((double)pictures->codecpar->width * pictures->codecpar->height > most_pixels) {
        answer = film_too_large;
    } else if (p < 0 || (sound && s < 0)) {
        answer = film_other_coding;
    } else if (input->duration > 0 && (double)input->duration / AV_TIME_BASE > most_seconds) {
        answer = film_too_long;
    } else if (!taken[p].in_mp4 || (sound && !taken[s].in_mp4)) {
        is_webm = 1;
        if (!taken[p].in_webm || (sound && !taken[s].in_webm)) answer = film_other_coding;
    }
    if (answer == film_ok) {
        tell(input, pictures, facts);
        facts->has_sound = sound != NULL;
        strcpy(facts->media_type, is_webm ? "video/webm" : "video/mp4");
        answer = rewrite(input, pictures, sound, is_webm, most_seconds, &result, &seconds);
        facts->milliseconds = (long long)(seconds * 1000);
    }
    close_input(&input, &stream);
    if (answer != film_ok) av_freep(&result.bytes);
    file->bytes = result.bytes;
    file->length = result.length;
    return answer;
}

// Row by row, in square pixels, no longer than a picture that is kept.
static film_answer into_pixels(const AVFrame *shown, int width, int height, film_frame *frame) {
    const int longest = 4096;
    int most = width > height ? width : height;
    if (most > longest) {
        width = (int)((int64_t)width * longest / most);
        height = (int)((int64_t)height * longest / most);
    }
    if (width < 1 || height < 1) return film_broken;
    struct SwsContext *scaler = sws_getContext(
        shown->width, shown->height, shown->format, width, height, AV_PIX_FMT_RGB24, SWS_BICUBIC, NULL, NULL, NULL);
    unsigned char *pixels = av_malloc((size_t)width * (size_t)height * 3 + 64);
    if (scaler && pixels) {
        unsigned char *planes[4] = {pixels};
        int rows[4] = {width * 3};
        sws_scale(scaler, (const uint8_t *const *)shown->data, shown->linesize, 0, shown->height, planes, rows);
        *frame = (film_frame){.pixels = pixels, .width = width, .height = height};
    } else {
        av_free(pixels);
    }
    sws_freeContext(scaler);
    return frame->pixels ? film_ok : film_broken;
}

// Decodes to the first picture at this time, or to the last one before.
static int decode_to(AVFormatContext *input, AVStream *pictures, AVCodecContext *decoder, double at, AVFrame *shown) {
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = av_frame_alloc();
    int any = 0, done = 0, ended = 0;
    while (packet && frame && !done) {
        int got = avcodec_receive_frame(decoder, frame);
        if (got == 0) {
            double time = (double)frame->best_effort_timestamp * av_q2d(pictures->time_base);
            av_frame_unref(shown);
            av_frame_move_ref(shown, frame);
            any = 1;
            done = time >= at;
        } else if (got != AVERROR(EAGAIN) || ended) {
            break;
        } else if (av_read_frame(input, packet) == 0) {
            int failed = packet->stream_index == pictures->index ? avcodec_send_packet(decoder, packet) : 0;
            av_packet_unref(packet);
            if (failed) break;
        } else {
            ended = 1;
            avcodec_send_packet(decoder, NULL);
        }
    }
    av_packet_free(&packet);
    av_frame_free(&frame);
    return any;
}

film_answer film_poster(const unsigned char *bytes, size_t length, double most_pixels, film_frame *frame) {
    memset(frame, 0, sizeof *frame);
    memory source;
    AVIOContext *stream = NULL;
    AVFormatContext *input = open_input(bytes, length, most_pixels, &source, &stream);
    if (!input) return film_broken;
    film_answer answer = film_broken;
    int best = av_find_best_stream(input, AVMEDIA_TYPE_VIDEO, -1, -1, NULL, 0);
    const AVCodec *codec = best < 0 ? NULL : avcodec_find_decoder(input->streams[best]->codecpar->codec_id);
    AVCodecContext *decoder = codec ? avcodec_alloc_context3(codec) : NULL;
    AVFrame *shown = av_frame_alloc();
    if (decoder && shown && avcodec_parameters_to_context(decoder, input->streams[best]->codecpar) >= 0) {
        AVStream *pictures = input->streams[best];
        decoder->thread_count = 1;
        decoder->max_pixels = (int64_t)most_pixels;
        decoder->pkt_timebase = pictures->time_base;
        double seconds = input->duration > 0 ? (double)input->duration / AV_TIME_BASE : 0;
        if (avcodec_open2(decoder, codec, NULL) == 0 &&
            decode_to(input, pictures, decoder, seconds > 2 ? 1 : seconds / 2, shown)) {
            int width, height;
            shown_size(pictures, &width, &height);
            answer = into_pixels(shown, width, height, frame);
        }
    }
    av_frame_free(&shown);
    avcodec_free_context(&decoder);
    close_input(&input, &stream);
    return answer;
}

void film_free(void *bytes) { av_free(bytes); }
