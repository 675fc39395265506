/* A core with a bit of everything, and what must hold of the image made from it. */
#ifndef KG_TESTS_SAMPLE_H
#define KG_TESTS_SAMPLE_H

#include "fakecore.h"
#include "image/image.h"

#define HEAP ((kg_addr)0x555500000000)
#define LIB ((kg_addr)0x7f0000000000)
#define STACK ((kg_addr)0x7ffc00000000)

/** Bytes that differ by place and by @seed. */
void fill(uint8_t *p, size_t len, unsigned int seed);
/** A core with two segments side by side, a gap, notes of every kind, and much zero to unpack. */
void sample(struct fake_core *fc);
/** The same as a file; to be freed. */
uint8_t *sample_bytes(size_t *ret_len);
/** The image of a core that must open. */
struct kg_image *open_ok(const void *bytes, size_t len);
/** @err must be there, be one line, and hold @part. */
void expect_error(struct kg_error *err, enum kg_error_code code, const char *part);
/** What must hold of every image, whatever it was made from. */
void check_image(const struct kg_image *img);
/** And of that of sample(). */
void check_sample(const struct kg_image *img);

#endif
