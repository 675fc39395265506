/* Who shares which block: chains of views, rings of them, views of nothing; and random ones against the definition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/shares.h"

#define MOST 300
#define FIRST 0x10000

/* The heap is what these say: object n is at FIRST + 16 n, shows what .owner has or owns .bytes. */
static struct {
	kg_addr owner;
	uint64_t bytes;
	unsigned int type;
} objects[MOST];
static const struct kg_type *types[3];

static kg_addr addr_of(kg_node n)
{
	return FIRST + 16 * (kg_addr)n;
}

kg_node kg_heap_node(const struct kg_heap *h, kg_addr addr)
{
	return addr >= FIRST && addr % 16 == 0 && (addr - FIRST) / 16 < h->nodes ? (kg_node)((addr - FIRST) / 16) : KG_NODE_NONE;
}

const struct kg_type *kg_heap_type(const struct kg_heap *h, kg_node n)
{
	(void)h;
	return types[objects[n].type];
}

bool kg_heap_view(const struct kg_heap *h, kg_node n, struct kg_payload *ret)
{
	(void)h;
	*ret = (struct kg_payload){.owner = objects[n].owner, .bytes = objects[n].bytes, .addr = 1000 + n};
	return ret->owner != 0;
}

bool kg_heap_payload(const struct kg_heap *h, kg_node n, struct kg_payload *ret)
{
	(void)h;
	*ret = (struct kg_payload){.bytes = objects[n].bytes};
	return objects[n].owner == 0 && objects[n].bytes > 0;
}

static bool has_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)h;
	(void)o;
	(void)native;
	(void)ret;
	return true;
}

static const struct kg_type_ops with_payload = {.name = "with", .payload = has_payload}, without = {.name = "without"};

/* Type 0 is a plugin's, 1 a memoryview, 2 one that never is a view. */
static struct kg_heap fake(kg_node n)
{
	static struct kg_type all[3];
	static struct kg_type *list[3];

	for (unsigned int i = 0; i < 3; i++) {
		all[i] = (struct kg_type){.index = i, .native = &all[i], .tp_name = "other", .ops = i < 2 ? &with_payload : &without};
		list[i] = &all[i];
		types[i] = &all[i];
	}
	all[0].plugin = "made-up";
	all[1].tp_name = "memoryview";
	memset(objects, 0, sizeof(objects));
	return (struct kg_heap){.nodes = n, .types = list, .ntypes = 3};
}

static void test_chains(void **state)
{
	struct kg_heap h = fake(10);
	struct kg_shares s;
	size_t from, to;

	(void)state;
	objects[0].bytes = 1000;	 /* the block */
	objects[1].owner = addr_of(0);	 /* a view, and views of it */
	objects[1].bytes = 10;
	objects[2].owner = addr_of(1);
	objects[2].bytes = 30;
	objects[3].owner = addr_of(2);
	objects[3].bytes = 20;
	objects[3].type = 1;
	objects[4].owner = addr_of(0); /* of a type without views */
	objects[4].type = 2;
	objects[5].owner = addr_of(6); /* of what has no bytes */
	objects[7].owner = 12345;	 /* of what is no object */
	objects[8].bytes = 50;	 /* a block that nobody shows */
	assert_null(kg_shares_create(&h, NULL, &s));
	assert_int_equal(s.n, 3);
	kg_shares_of(&s, 0, &from, &to);
	assert_int_equal(to - from, 3);
	assert_int_equal(s.items[from].view, 2);
	assert_int_equal(s.items[from + 1].view, 3);
	assert_int_equal(s.items[from + 2].view, 1);
	assert_int_equal(s.items[from].addr, 1002);
	kg_shares_of(&s, 8, &from, &to);
	assert_int_equal(to - from, 0);
	kg_shares_of(&s, KG_NODE_NONE, &from, &to);
	assert_int_equal(to - from, 0);
	assert_int_equal(kg_share_block(&h, 3), 0);
	assert_int_equal(kg_share_block(&h, 0), KG_NODE_NONE);
	assert_int_equal(kg_share_block(&h, 5), KG_NODE_NONE);
	kg_shares_deinit(&s);
}

static void test_rings(void **state)
{
	struct kg_heap h = fake(200);
	struct kg_shares s;

	(void)state;
	objects[0].owner = addr_of(0); /* of itself */
	objects[1].owner = addr_of(2);
	objects[2].owner = addr_of(1);
	objects[3].owner = addr_of(1); /* into a ring */
	for (kg_node n = 10; n < 199; n++) /* very long */
		objects[n].owner = addr_of(n + 1);
	objects[199].bytes = 7;
	assert_null(kg_shares_create(&h, NULL, &s));
	for (kg_node n = 0; n < 10; n++)
		assert_int_equal(kg_share_block(&h, n), KG_NODE_NONE);
	assert_int_equal(kg_share_block(&h, 198), 199);
	assert_int_equal(kg_share_block(&h, 150), 199);
	assert_int_equal(kg_share_block(&h, 11), KG_NODE_NONE);
	for (size_t i = 0; i < s.n; i++)
		assert_int_equal(s.items[i].block, 199);
	kg_shares_deinit(&s);
}

/* The end of a chain of at most as many steps as there are objects. */
static kg_node naive(kg_node n, kg_node nodes)
{
	kg_node at = n;

	for (kg_node i = 0; i <= nodes; i++) {
		if (objects[at].owner == 0)
			return at != n && objects[at].bytes ? at : KG_NODE_NONE;
		at = (kg_node)((objects[at].owner - FIRST) / 16);
	}
	return KG_NODE_NONE;
}

static void test_random(void **state)
{
	(void)state;
	srand(11);
	for (unsigned int round = 0; round < 300; round++) {
		kg_node n = (kg_node)(1 + rand() % 60);
		struct kg_heap h = fake(n);
		struct kg_shares s;
		size_t expected = 0, seen = 0;

		for (kg_node i = 0; i < n; i++) {
			objects[i].owner = rand() % 3 ? addr_of((kg_node)rand() % n) : 0;
			objects[i].bytes = (uint64_t)(rand() % 4);
			objects[i].type = (unsigned int)(rand() % 2);
		}
		for (kg_node i = 0; i < n; i++)
			expected += naive(i, n) != KG_NODE_NONE;
		assert_null(kg_shares_create(&h, NULL, &s));
		assert_int_equal(s.n, expected);
		for (kg_node block = 0; block < n; block++) {
			size_t from, to;

			kg_shares_of(&s, block, &from, &to);
			for (size_t i = from; i < to; i++) {
				assert_int_equal(naive(s.items[i].view, n), block);
				assert_true(i == from || s.items[i - 1].bytes >= s.items[i].bytes);
			}
			seen += to - from;
		}
		assert_int_equal(seen, expected);
		kg_shares_deinit(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_chains),
		cmocka_unit_test(test_rings),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
