/*
 * A program that loads two libpythons, each for itself, and has both run: twice LIBRARY CODE LIBRARY CODE. Each runs its
 * code in a thread of its own, and stays.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

static sem_t up;

struct python {
	void *library;
	const char *code;
};

static void *run(void *arg)
{
	const struct python *p = arg;
	void (*initialize)(int) = (void (*)(int))dlsym(p->library, "Py_InitializeEx");
	int (*simple)(const char *) = (int (*)(const char *))dlsym(p->library, "PyRun_SimpleString");

	initialize(0);
	if (simple(p->code) != 0)
		fprintf(stderr, "%s failed\n", p->code);
	sem_post(&up);
	simple("import time\ntime.sleep(600)");
	return NULL;
}

int main(int argc, char **argv)
{
	struct python pythons[2];
	pthread_t thread;

	if (argc != 5)
		return 2;
	sem_init(&up, 0, 0);
	for (int i = 0; i < 2; i++) {
		pythons[i].library = dlopen(argv[1 + 2 * i], RTLD_NOW | RTLD_LOCAL);
		pythons[i].code = argv[2 + 2 * i];
		if (!pythons[i].library) {
			fprintf(stderr, "%s\n", dlerror());
			return 1;
		}
	}
	for (int i = 0; i < 2; i++) {
		pthread_create(&thread, NULL, run, &pythons[i]);
		sem_wait(&up);
	}
	printf("up\n");
	fflush(stdout);
	sleep(600);
	return 0;
}
