#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"

void fixture_init(struct fixture *f, struct fake_bin bin, const char *name)
{
	*f = (struct fixture){.bin = bin};
	f->bin_bytes = fake_bin_build(&bin, &f->bin_len);
	f->path = fake_write(name, f->bin_bytes, f->bin_len);
}

void add_files(struct fixture *f, const char *path)
{
	const struct fake_file files[] = {
	    {BASE, BASE + 0x1000, 0, path},
	    {DATA, DATA + 0x1000, 0x1000, path},
	};
	const uint64_t auxv[][2] = {{AT_PAGESZ, 4096}, {AT_PHDR, BASE + sizeof(Elf64_Ehdr)}};

	fake_auxv(&f->core, auxv, 2);
	fake_files(&f->core, files, 2);
}

void add_loads(struct fixture *f, bool header, bool data)
{
	uint8_t changed[0x1000];

	memset(changed, 0xcc, sizeof(changed));
	fake_load(&f->core, BASE, f->bin_bytes, header ? 0x1000 : 0, 0x1000, PF_R);
	fake_load(&f->core, DATA, changed, data ? 0x1000 : 0, 0x1000, PF_R | PF_W);
	fake_load(&f->core, BASE + 0x10000, changed, 0x10, 0x1000, PF_R | PF_W);
}

struct kg_error *fixture_try(struct fixture *f, const struct kg_process_options *opts)
{
	struct kg_error *err;

	if (!f->core_bytes)
		f->core_bytes = fake_build(&f->core, &f->core_len);
	err = kg_image_open_memory(f->core_bytes, f->core_len, "mem", &f->img);
	if (!err)
		err = kg_process_create(f->img, opts, &f->proc);
	return err;
}

void fixture_close(struct fixture *f)
{
	kg_process_destroy(f->proc);
	kg_image_destroy(f->img);
	f->proc = NULL;
	f->img = NULL;
}

struct kg_module *fixture_open(struct fixture *f, const struct kg_process_options *opts)
{
	struct kg_error *err = fixture_try(f, opts);

	if (err)
		fail_msg("%s", err->text);
	return f->proc->nmodules > 0 ? &f->proc->modules[0] : NULL;
}

void fixture_deinit(struct fixture *f)
{
	fixture_close(f);
	fake_deinit(&f->core);
	free(f->bin_bytes);
	free(f->core_bytes);
	free(f->path);
}

int byte_at(const struct fixture *f, kg_addr addr)
{
	const uint8_t *p = kg_image_span(f->img, addr, 1);

	return p ? *p : -1;
}
