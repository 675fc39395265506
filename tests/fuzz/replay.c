/*
 * Runs a fuzz target over the files of a folder, whole and cut short, where
 * there is no fuzzer: fuzz_NAME reads corpus/NAME, or the files it is given.
 */
#include "config.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CUTS 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void run(const uint8_t *bytes, size_t len)
{
	uint8_t *copy = malloc(len ? len : 1); /* of exactly this size, for sanitizers to guard */

	if (!copy)
		exit(1);
	if (len > 0)
		memcpy(copy, bytes, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static int replay(const char *path)
{
	static uint8_t bytes[1 << 20];
	FILE *f = fopen(path, "r");
	size_t len;

	if (!f) {
		perror(path);
		return 1;
	}
	len = fread(bytes, 1, sizeof(bytes), f);
	fclose(f);
	run(bytes, len);
	for (size_t i = 0; i < CUTS; i++)
		run(bytes, len * i / CUTS);
	return 0;
}

static int replay_folder(const char *target)
{
	const char *src = getenv("KEDGE_SRC"), *name = strstr(target, "fuzz_");
	char dir[4096], path[8192];
	int failed = 0, n = 0;
	struct dirent *e;
	DIR *d;

	for (const char *p = name; p && (p = strstr(p + 1, "fuzz_")) != NULL;)
		name = p;
	snprintf(dir, sizeof(dir), "%s/tests/fuzz/corpus/%s", src ? src : ".", name ? name + strlen("fuzz_") : "");
	d = opendir(dir);
	if (!d) {
		perror(dir);
		return 1;
	}
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, e->d_name);
		failed |= replay(path);
		n++;
	}
	closedir(d);
	printf("%d inputs\n", n);
	return failed || n == 0;
}

int main(int argc, char **argv)
{
	int failed = 0;

	if (argc == 1)
		return replay_folder(argv[0]);
	for (int i = 1; i < argc; i++)
		failed |= replay(argv[i]);
	return failed;
}
