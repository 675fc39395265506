#define _GNU_SOURCE
#include "emulate/library.h"

#include <dlfcn.h>

/* The library's own glib comes first for itself too. AddressSanitizer does not know that flag. */
#if defined(RTLD_DEEPBIND) && !defined(__SANITIZE_ADDRESS__)
#define FLAGS (RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND)
#else
#define FLAGS (RTLD_NOW | RTLD_LOCAL)
#endif

bool kg_library_load(const char *soname, const char *const *names, void **functions, size_t n)
{
	void *library = dlopen(soname, FLAGS);
	bool found = library != NULL;

	for (size_t i = 0; i < n && found; i++) {
		functions[i] = dlsym(library, names[i]);
		found = functions[i] != NULL;
	}
	if (library && !found)
		dlclose(library);
	return found;
}
