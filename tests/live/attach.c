/*
 * attach PID COUNT [fork] [buffers]: copies a process COUNT times and does nothing with the copies. Prints
 * a line for each: nanoseconds it stood, bytes copied, bytes left out, threads; then nanoseconds of the
 * pause's parts: stop, plan, copy, fork, finish. For tests and figures: what kedge does to a process,
 * without the reading.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "live/capture.h"

int main(int argc, char **argv)
{
	struct kg_capture_options opts = {0};

	if (argc < 3) {
		fprintf(stderr, "usage: attach PID COUNT [fork] [buffers]\n");
		return 2;
	}
	for (int i = 3; i < argc; i++) {
		opts.fork |= strcmp(argv[i], "fork") == 0;
		opts.with_buffers |= strcmp(argv[i], "buffers") == 0;
	}
	for (int i = 0; i < atoi(argv[2]); i++) {
		struct kg_capture c;
		struct kg_error *err = kg_capture_create(atoi(argv[1]), &opts, &c);

		if (err) {
			fprintf(stderr, "attach: %s\n", err->text);
			kg_error_destroy(err);
			return 3;
		}
		printf("%llu %llu %llu %u %.0f %.0f %.0f %.0f %.0f\n", (unsigned long long)c.note.pause_ns,
		       (unsigned long long)c.note.copied_bytes, (unsigned long long)c.note.payload_bytes, c.note.threads,
		       c.parts.stop * 1e9, c.parts.plan * 1e9, c.parts.copy * 1e9, c.parts.fork * 1e9, c.parts.finish * 1e9);
		fflush(stdout);
		kg_capture_deinit(&c);
	}
	return 0;
}
