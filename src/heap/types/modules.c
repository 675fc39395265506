/*
 * State of the standard library's C modules: what each m_traverse shows, and
 * what its m_clear releases beside that.
 * Source: CPython 3.11.2 Modules/ and Python/, functions named *_traverse and *_clear.
 */
#include "heap/types/tables.h"

static const struct kg_member abc_state[] = {KG_V(_abc_data_type), KG_END};
static const struct kg_member bisect_state[] = {KG_O(str_insert), KG_END};
static const struct kg_member blake2_state[] = {KG_V(blake2b_type), KG_V(blake2s_type), KG_END};
static const struct kg_member bz2_state[] = {KG_V(bz2_compressor_type), KG_V(bz2_decompressor_type), KG_END};
static const struct kg_member csv_state[] = {
	KG_V(error_obj), KG_V(dialects), KG_V(dialect_type), KG_V(reader_type), KG_V(writer_type), KG_O(str_write),
	KG_END,
};
static const struct kg_member curses_panel_state[] = {
	KG_VISIT_TYPE_SINCE(KG_VERSION(3, 9, 0)), KG_VISIT("PyCursesError|error", ".error"),
	KG_VISIT_WITHIN(KG_VERSION(3, 10, 0), 0, "PyCursesPanel_Type", ".PyCursesPanel_Type"),
	KG_OWN_WITHIN(0, KG_VERSION(3, 10, 0), "PyCursesPanel_Type", ".PyCursesPanel_Type"), KG_END,
};
static const struct kg_member dbm_state[] = {KG_V(dbm_error), KG_V(dbm_type), KG_END};
static const struct kg_member elementtree_state[] = {
	KG_V(parseerror_obj), KG_V(deepcopy_obj), KG_V(elementpath_obj), KG_V(comment_factory), KG_V(pi_factory),
	KG_V_OPT(Element_Type), KG_V_OPT(ElementIter_Type), KG_V_OPT(TreeBuilder_Type), KG_V_OPT(XMLParser_Type),
	KG_V_OPT(expat_capsule), KG_O_OPT(str_text), KG_O_OPT(str_tail), KG_O_OPT(str_append), KG_O_OPT(str_find),
	KG_O_OPT(str_findtext), KG_O_OPT(str_findall), KG_O_OPT(str_iterfind), KG_O_OPT(str_doctype), KG_END,
};
static const struct kg_member functools_state[] = {
	KG_V(kwd_mark), KG_V_OPT(placeholder_type), KG_V_OPT(placeholder), KG_V(partial_type), KG_V(keyobject_type), KG_V(lru_list_elem_type), KG_END,
};
static const struct kg_member gdbm_state[] = {KG_V(gdbm_error), KG_V(gdbm_type), KG_END};
static const struct kg_member hashlib_state[] = {
	KG_VISIT("EVPtype|HASH_type", ".HASH_type"), KG_VISIT("HMACtype|HMAC_type", ".HMAC_type"),
	KG_VISIT_OPT("EVPXOFtype|HASHXOF_type", ".HASHXOF_type"), KG_V(constructs), KG_V(unsupported_digestmod_error),
	KG_END,
};
static const struct kg_member json_state[] = {KG_V(PyScannerType), KG_V(PyEncoderType), KG_END};
static const struct kg_member locale_state[] = {KG_V(Error), KG_END};
static const struct kg_member lsprof_state[] = {
	KG_V(profiler_type), KG_V(stats_entry_type), KG_V(stats_subentry_type), KG_END,
};
static const struct kg_member lzma_state[] = {
	KG_V(lzma_compressor_type), KG_V(lzma_decompressor_type), KG_V(error), KG_V(empty_tuple), KG_END,
};
static const struct kg_member md5_state[] = {KG_V(md5_type), KG_END};
static const struct kg_member multibytecodec_state[] = {
	KG_V(multibytecodec_type), KG_V(encoder_type), KG_V(decoder_type), KG_V(reader_type), KG_V(writer_type),
	KG_O(str_write), KG_END,
};
static const struct kg_member operator_state[] = {
	KG_V(attrgetter_type), KG_V(itemgetter_type), KG_V(methodcaller_type), KG_END,
};
static const struct kg_member pickle_state[] = {
	KG_V(PickleError), KG_V(PicklingError), KG_V(UnpicklingError), KG_V(dispatch_table),
	KG_V(extension_registry), KG_V(extension_cache), KG_V(inverted_registry), KG_V(name_mapping_2to3),
	KG_V(import_mapping_2to3), KG_V(name_mapping_3to2), KG_V(import_mapping_3to2), KG_V(codecs_encode),
	KG_V(getattr), KG_V(partial),
	KG_V_OPT(Pickler_Type), KG_V_OPT(Unpickler_Type), KG_V_OPT(Pdata_Type), KG_V_OPT(PicklerMemoProxyType),
	KG_V_OPT(UnpicklerMemoProxyType), KG_END,
};
static const struct kg_member queue_state[] = {KG_V(SimpleQueueType), KG_V(EmptyError), KG_END};
static const struct kg_member random_state[] = {KG_V(Random_Type), KG_O(Long___abs__), KG_END};
static const struct kg_member sha1_state[] = {KG_V(sha1_type), KG_END};
static const struct kg_member sha256_state[] = {KG_V(sha224_type), KG_V(sha256_type), KG_END};
static const struct kg_member sha3_state[] = {
	KG_V(sha3_224_type), KG_V(sha3_256_type), KG_V(sha3_384_type), KG_V(sha3_512_type), KG_V(shake_128_type),
	KG_V(shake_256_type), KG_END,
};
static const struct kg_member sha512_state[] = {KG_V(sha384_type), KG_V(sha512_type), KG_END};
static const struct kg_member signal_state[] = {KG_V(itimer_error), KG_V(siginfo_type), KG_END};
static const struct kg_member sqlite3_state[] = {
	KG_V(DataError), KG_V(DatabaseError), KG_V(Error), KG_V(IntegrityError), KG_V(InterfaceError),
	KG_V(InternalError), KG_V(NotSupportedError), KG_V(OperationalError), KG_V(ProgrammingError),
	KG_V(Warning), KG_V(BlobType), KG_V(ConnectionType), KG_V(CursorType), KG_V(PrepareProtocolType),
	KG_V(RowType), KG_V(StatementType), KG_V(converters), KG_V(lru_cache), KG_V(psyco_adapters),
	KG_O(str___adapt__), KG_O(str___conform__), KG_O(str_executescript), KG_O(str_finalize), KG_O(str_inverse),
	KG_O(str_step), KG_O(str_upper), KG_O(str_value), KG_END,
};
static const struct kg_member sre_state[] = {KG_V(Pattern_Type), KG_V(Match_Type), KG_V(Scanner_Type),
	KG_V_OPT(Template_Type), KG_V_OPT(compile_template), KG_END};
static const struct kg_member ssl_state[] = {
	KG_V(PySSLContext_Type), KG_V(PySSLSocket_Type), KG_V(PySSLMemoryBIO_Type), KG_V(PySSLSession_Type),
	KG_V(PySSLCertificate_Type), KG_V(PySSLErrorObject), KG_V(PySSLCertVerificationErrorObject),
	KG_V(PySSLZeroReturnErrorObject), KG_V(PySSLWantReadErrorObject), KG_V(PySSLWantWriteErrorObject),
	KG_V(PySSLSyscallErrorObject), KG_V(PySSLEOFErrorObject), KG_V(err_codes_to_names),
	KG_V_OPT(err_names_to_codes), KG_V(lib_codes_to_names), KG_V(Sock_Type), KG_O(str_library), KG_O(str_reason),
	KG_O(str_verify_code), KG_O(str_verify_message), KG_END,
};
static const struct kg_member struct_state[] = {
	KG_V(cache), KG_V(PyStructType), KG_V(unpackiter_type), KG_V(StructError), KG_END,
};
static const struct kg_member thread_state[] = {
	KG_V(excepthook_type), KG_V(lock_type), KG_V(local_type), KG_V(local_dummy_type),
	KG_V_OPT(thread_handle_type), KG_V_OPT(rlock_type), KG_END,
};
static const struct kg_member tokenize_state[] = {KG_V(TokenizerIter), KG_END};
static const struct kg_member array_state[] = {
	KG_V(ArrayType), KG_V(ArrayIterType), KG_V_OPT(array_reconstructor), KG_O(str_read), KG_O(str_write),
	KG_O_OPT(str__array_reconstructor),
	KG_O(str___dict__), KG_O(str_iter), KG_END,
};
static const struct kg_member audioop_state[] = {KG_V(AudioopError), KG_END};
static const struct kg_member binascii_state[] = {
	KG_V(Error), KG_V(Incomplete), KG_V_OPT(reverse_table_cache), KG_END};
static const struct kg_member grp_state[] = {KG_V(StructGrpType), KG_END};
static const struct kg_member io_state[] = {
	KG_V_OPT(locale_module), KG_V(unsupported_operation), KG_V_OPT(PyIOBase_Type),
	KG_V_OPT(PyIncrementalNewlineDecoder_Type), KG_V_OPT(PyRawIOBase_Type), KG_V_OPT(PyBufferedIOBase_Type),
	KG_V_OPT(PyBufferedRWPair_Type), KG_V_OPT(PyBufferedRandom_Type), KG_V_OPT(PyBufferedReader_Type),
	KG_V_OPT(PyBufferedWriter_Type), KG_V_OPT(PyBytesIOBuffer_Type), KG_V_OPT(PyBytesIO_Type), KG_V_OPT(PyFileIO_Type),
	KG_V_OPT(PyStringIO_Type), KG_V_OPT(PyTextIOBase_Type), KG_V_OPT(PyTextIOWrapper_Type), KG_END};
static const struct kg_member mmap_state[] = {KG_V(mmap_object_type), KG_END};
static const struct kg_member nis_state[] = {KG_V(nis_error), KG_END};
static const struct kg_member posix_state[] = {
	KG_V(billion), KG_V(DirEntryType), KG_V(ScandirIteratorType), KG_V(SchedParamType), KG_V(StatResultType), KG_V_OPT(StatxResultType),
	KG_V(StatVFSResultType), KG_V(TerminalSizeType), KG_V(TimesResultType), KG_V(UnameResultType),
	KG_V(WaitidResultType), KG_V(struct_rusage), KG_V(st_mode), KG_END,
};
static const struct kg_member pwd_state[] = {KG_V(StructPwdType), KG_END};
static const struct kg_member pyexpat_state[] = {KG_V(xml_parse_type), KG_V(error), KG_V(str_read), KG_END};
static const struct kg_member readline_state[] = {
	KG_V(completion_display_matches_hook), KG_V(startup_hook), KG_V(pre_input_hook), KG_V(completer),
	KG_V(begidx), KG_V(endidx), KG_END,
};
static const struct kg_member resource_state[] = {KG_V(StructRUsageType), KG_END};
static const struct kg_member select_state[] = {
	KG_V(close), KG_V(poll_Type), KG_V(devpoll_Type), KG_V(pyEpoll_Type), KG_V_OPT(kqueue_event_Type),
	KG_V_OPT(kqueue_queue_Type), KG_END,
};
static const struct kg_member spwd_state[] = {KG_V(StructSpwdType), KG_END};
static const struct kg_member termios_state[] = {KG_V(TermiosError), KG_END};
static const struct kg_member time_state[] = {KG_V(struct_time_type), KG_END};
static const struct kg_member zlib_state[] = {KG_V(Comptype), KG_V(Decomptype), KG_V_OPT(ZlibDecompressorType), KG_V(ZlibError), KG_END};

static const struct kg_member posixsubprocess_state[] = {KG_V(disable), KG_V(enable), KG_V(isenabled), KG_END};
/* Up to 3.9; from then on the interpreter has them (cpython/refs.c). */
static const struct kg_member atexit_state[] = {
	KG_VISIT_RECORDS("atexit_callbacks", ".callback", "ncallbacks"), KG_END,
};

const struct kg_type_ops kg_types_modules[] = {{.name = NULL}};

/* The name is the definition's, which for _io is "io". */
const struct kg_module_ops kg_modules_modules[] = {
	{.name = "_abc", .strct = "_abcmodule_state", .members = abc_state},
	{.name = "_bisect", .strct = "bisect_state", .members = bisect_state},
	{.name = "_blake2", .strct = "Blake2State", .members = blake2_state},
	{.name = "_bz2", .strct = "_bz2_state", .members = bz2_state},
	{.name = "_csv", .strct = "_csvstate", .members = csv_state},
	{.name = "_curses_panel", .strct = "_curses_panel_state|_curses_panelstate", .members = curses_panel_state},
	{.name = "_dbm", .strct = "_dbm_state", .members = dbm_state},
	{.name = "_elementtree", .strct = "elementtreestate", .members = elementtree_state},
	{.name = "_functools", .strct = "_functools_state", .members = functools_state},
	{.name = "_gdbm", .strct = "_gdbm_state", .members = gdbm_state},
	{.name = "_hashlib", .strct = "_hashlibstate", .members = hashlib_state},
	{.name = "_json", .strct = "_jsonmodulestate", .members = json_state},
	{.name = "_locale", .strct = "_locale_state", .members = locale_state},
	{.name = "_lsprof", .strct = "_lsprof_state", .members = lsprof_state},
	{.name = "_lzma", .strct = "_lzma_state", .members = lzma_state},
	{.name = "_md5", .strct = "MD5State", .members = md5_state},
	{.name = "_multibytecodec", .strct = "_multibytecodec_state|module_state@_multibytecodec", .members = multibytecodec_state},
	{.name = "_operator", .strct = "_operator_state", .members = operator_state},
	{.name = "_pickle", .strct = "PickleState", .members = pickle_state},
	{.name = "_posixsubprocess", .strct = "_posixsubprocessstate", .members = posixsubprocess_state},
	{.name = "_queue", .strct = "simplequeue_state", .members = queue_state},
	{.name = "_random", .strct = "_randomstate", .members = random_state},
	{.name = "_sha1", .strct = "SHA1State", .members = sha1_state},
	{.name = "_sha256", .strct = "_sha256_state", .members = sha256_state},
	{.name = "_sha3", .strct = "SHA3State", .members = sha3_state},
	{.name = "_sha512", .strct = "SHA512State", .members = sha512_state},
	{.name = "_signal", .strct = "_signal_module_state", .members = signal_state},
	{.name = "_sqlite3", .strct = "pysqlite_state", .members = sqlite3_state},
	{.name = "_sre", .strct = "_sremodulestate", .members = sre_state},
	{.name = "_ssl", .strct = "_sslmodulestate", .members = ssl_state},
	{.name = "_struct", .strct = "_structmodulestate", .members = struct_state},
	{.name = "_thread", .strct = "thread_module_state", .members = thread_state},
	{.name = "_tokenize", .strct = "tokenize_state", .members = tokenize_state},
	{.name = "array", .strct = "array_state", .members = array_state},
	{.name = "atexit", .strct = "atexitmodule_state", .members = atexit_state, .until = KG_VERSION(3, 10, 0)},
	{.name = "audioop", .strct = "audioop_state", .members = audioop_state},
	/* 3.8 keeps borrowed pointers there: its exceptions belong to the module's dict alone. */
	{.name = "binascii", .strct = "binascii_state", .members = binascii_state, .since = KG_VERSION(3, 9, 0)},
	{.name = "binascii", .until = KG_VERSION(3, 9, 0)},
	{.name = "grp", .strct = "grpmodulestate", .members = grp_state},
	{.name = "_io", .strct = "_PyIO_State", .members = io_state, .since = KG_VERSION(3, 15, 0)},
	{.name = "io", .strct = "_PyIO_State", .members = io_state},
	/* Names of methods; nothing shows them. */
	{.name = "math", .whole = true, .since = KG_VERSION(3, 12, 0)},
	{.name = "mmap", .strct = "mmap_state", .members = mmap_state},
	{.name = "nis", .strct = "nis_state", .members = nis_state},
	{.name = "posix", .strct = "_posixstate", .members = posix_state},
	{.name = "pwd", .strct = "pwdmodulestate", .members = pwd_state},
	{.name = "pyexpat", .strct = "pyexpat_state", .members = pyexpat_state},
	{.name = "readline", .strct = "readlinestate", .members = readline_state},
	{.name = "resource", .strct = "resourcemodulestate", .members = resource_state},
	{.name = "select", .strct = "_selectstate", .members = select_state},
	{.name = "spwd", .strct = "spwdmodulestate", .members = spwd_state},
	{.name = "termios", .strct = "termiosmodulestate", .members = termios_state},
	{.name = "time", .strct = "time_module_state", .members = time_state},
	{.name = "zlib", .strct = "zlibstate|_zlibstate", .members = zlib_state},
	{.name = NULL},
};
