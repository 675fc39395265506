/*
 * Sockets, TLS and hashes.
 * Source: CPython 3.11.2 Modules/_ssl.c, _ssl/cert.c, socketmodule.c, selectmodule.c, _hashopenssl.c,
 * md5module.c, sha1module.c, sha256module.c, sha512module.c, _sha3/, _blake2/.
 */
#include "heap/types/tables.h"

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};

/* Socket and owner are weak references, objects that are owned here. */
static const struct kg_member ssl_socket_members[] = {
	KG_V(exc_type), KG_V(exc_value), KG_V(exc_tb), KG_VISIT_TYPE,
	KG_OWN("Socket", ".Socket"), KG_OWN("ctx", ".context"), KG_O(owner), KG_O(server_hostname), KG_END};
static const struct kg_member ssl_context_members[] = {
	KG_VISIT("set_sni_cb", ".sni_callback"), KG_VISIT("msg_cb", "._msg_callback"), KG_VISIT_TYPE,
	KG_O(keylog_filename), KG_END};
static const struct kg_member ssl_session_members[] = {KG_VISIT("ctx", ".context"), KG_VISIT_TYPE, KG_END};
static const struct kg_member poll_members[] = {KG_O(dict), KG_END};

const struct kg_type_ops kg_types_network[] = {
	KG_LEAF("_socket.socket"),
	{.name = "_ssl._SSLSocket", .strct = "PySSLSocket", .members = ssl_socket_members},
	{.name = "_ssl._SSLContext", .strct = "PySSLContext", .members = ssl_context_members},
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
	{.name = NULL},
};

const struct kg_module_ops kg_modules_network[] = {{.name = NULL}};
