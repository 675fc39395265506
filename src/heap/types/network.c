/*
 * Sockets, TLS and hashes.
 * Source: CPython 3.11.2 Modules/_ssl.c, _ssl/cert.c, socketmodule.c, selectmodule.c, _hashopenssl.c,
 * md5module.c, sha1module.c, sha256module.c, sha512module.c, _sha3/, _blake2/.
 */
#include "heap/heap_priv.h"
#include "heap/types/tables.h"

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};

/* Socket and owner are weak references, objects that are owned here. */
static const struct kg_member ssl_socket_members[] = {
	KG_V_OPT(exc_type), KG_V_OPT(exc_value), KG_V_OPT(exc_tb), KG_V_OPT(exc), KG_VISIT_TYPE,
	KG_OWN("Socket", ".Socket"), KG_OWN("ctx", ".context"), KG_O(owner), KG_O(server_hostname), KG_END};
static const struct kg_member ssl_context_members[] = {
	KG_VISIT("set_sni_cb", ".sni_callback"), KG_VISIT("msg_cb", "._msg_callback"), KG_VISIT_TYPE, KG_END};
static const struct kg_field_name ssl_context_fields[] = {
	KG_FIELD_OPT("PySSLContext", "keylog_filename"), KG_FIELD_OPT("PySSLContext", "psk_client_callback"),
	KG_FIELD_OPT("PySSLContext", "psk_server_callback"), KG_FIELDS_END};

/*
 * Shown from the same patch releases on, and by the same builds of distributions, as attribute values by a dict: not by 3.13.0,
 * 3.14.3 and 3.13.5 as released, by 3.14.4 and Debian's 3.13.5.
 */
static struct kg_error *ssl_context_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					  struct kg_sink *sink)
{
	static const char *const labels[] = {".keylog_filename", ".psk_client_callback", ".psk_server_callback"};
	const struct kg_layout *lay = h->rt->layout;
	bool shown = kg_version_number(lay->version) >= KG_VERSION(3, 13, 0) && !kg_layout_object_shows_values(lay);

	for (size_t i = 0; i < KG_ARRAY_SIZE(labels); i++) {
		if (native->field[i] == KG_ABSENT)
			continue;
		if (shown)
			kg_sink_visit(sink, kg_obj_addr(o, native->field[i]), labels[i]);
		else
			kg_sink_own(sink, kg_obj_addr(o, native->field[i]), labels[i]);
	}
	return NULL;
}

static const struct kg_member ssl_session_members[] = {KG_VISIT("ctx", ".context"), KG_VISIT_TYPE, KG_END};
static const struct kg_member poll_members[] = {KG_O(dict), KG_END};

const struct kg_type_ops kg_types_network[] = {
	KG_LEAF("_socket.socket"),
	{.name = "_ssl._SSLSocket", .strct = "PySSLSocket", .members = ssl_socket_members},
	{.name = "_ssl._SSLContext", .strct = "PySSLContext", .members = ssl_context_members, .fields = ssl_context_fields,
	 .edges = ssl_context_edges},
	{.name = "_ssl.SSLSession", .strct = "PySSLSession", .members = ssl_session_members},
	{.name = "_ssl.MemoryBIO", .members = class_members},
	KG_LEAF("_ssl.Certificate"),
	{.name = "select.poll", .strct = "pollObject", .members = poll_members},
	KG_LEAF("select.epoll"),
	KG_LEAF("_hashlib.HASH"),
	KG_LEAF("_hashlib.HASHXOF"),
	KG_LEAF("_hashlib.HMAC"),
	{.name = "_md5.md5", .members = class_members},
	{.name = "_sha1.sha1", .members = class_members},
	{.name = "_sha2.SHA224Type", .members = class_members},
	{.name = "_sha2.SHA256Type", .members = class_members},
	{.name = "_sha2.SHA384Type", .members = class_members},
	{.name = "_sha2.SHA512Type", .members = class_members},
	{.name = "_sha256.sha224", .members = class_members},
	{.name = "_sha256.sha256", .members = class_members},
	{.name = "_sha512.sha384", .members = class_members},
	{.name = "_sha512.sha512", .members = class_members},
	KG_LEAF("_sha3.sha3_224"),
	KG_LEAF("_sha3.sha3_256"),
	KG_LEAF("_sha3.sha3_384"),
	KG_LEAF("_sha3.sha3_512"),
	KG_LEAF("_sha3.shake_128"),
	KG_LEAF("_sha3.shake_256"),
	KG_LEAF("_blake2.blake2b"),
	KG_LEAF("_blake2.blake2s"),
	KG_LEAF("_hmac.HMAC"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_network[] = {{.name = NULL}};
