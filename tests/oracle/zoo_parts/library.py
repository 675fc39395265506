"""The library's C modules, and Python modules that hold their own kinds of objects."""

import argparse
import codecs
import configparser
import csv
import difflib
import email.message
import email.policy
import hashlib
import heapq
import hmac
import html.parser
import http.client
import http.cookies
import importlib.machinery
import importlib.util
import io
import ipaddress
import json
import json.decoder
import json.encoder
import logging
import logging.handlers
import lzma
import optparse
import os
import pathlib
import pickle
import pkgutil
import pprint
import re
import resource
import select
import selectors
import shelve
import shlex
import socket
import sqlite3
import string
import struct
import subprocess
import sys
import tarfile
import tempfile
import textwrap
import time
import tracemalloc
import unicodedata
import unittest
import urllib.parse
import urllib.request
import xml.dom.minidom
import xml.etree.ElementTree
import xml.parsers.expat
import xml.sax
import zipfile
import zipimport
import zlib

from zoo_parts import section, since

try:
    import bz2
except ImportError:  # made without libbz2
    bz2 = None
try:
    import ssl
except ImportError:  # made without OpenSSL
    ssl = None


@section
def files():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "file")
    with open(path, "w") as closed:
        closed.write("line one\nline two\n" * 50)
    text = open(path, encoding="utf-8", newline="")
    text.readline()
    text.note = text
    iterated = open(path)
    next(iterated)
    both = open(path, "r+b")
    both.read(3)
    memory_text = io.StringIO("first\nsecond\n", newline="\n")
    memory_text.readline()
    grown_text = io.StringIO()
    grown_text.write("x" * 1000)
    memory = io.BytesIO(b"shared bytes")
    grown = io.BytesIO()
    grown.write(b"y" * 5000)
    held = io.BytesIO(b"held")
    view = held.getbuffer()
    read_end, write_end = os.pipe()
    pair = io.BufferedRWPair(open(read_end, "rb", 0), open(write_end, "wb", 0))
    refused = [io.BufferedReader(io.FileIO(path), 100) for _ in range(2)]
    for reader, size in zip(refused, (0, -1)):
        try:
            reader.__init__(io.FileIO(path), size)
        except ValueError:
            pass
    return [closed, text, iterated, refused, both, io.FileIO(path), io.BufferedReader(io.FileIO(path), 100), open(path, "ab"),
            memory_text, grown_text, memory, grown, held, view, pair, io.BufferedRandom(io.FileIO(path, "r+")),
            io.IncrementalNewlineDecoder(None, True),
            io.TextIOWrapper(io.BytesIO(b"a\xc3\xa9"), "utf-8", "replace"), tempfile.NamedTemporaryFile(),
            tempfile.SpooledTemporaryFile(),
            tempfile.TemporaryDirectory(), os.scandir(folder), next(os.scandir(folder)), os.stat(path),
            os.statvfs(path), pathlib.Path(path),
            list(os.walk(folder)), os.times(), os.uname(), os.terminal_size((1, 2)), os.sched_param(1),
            resource.getrusage(0)]


def encryption():
    client, server = ssl.create_default_context(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.sni_callback = lambda *a: None
    client.keylog_note = [client]
    client.keylog_filename = os.path.join(os.environ["ORACLE_OUT"], "keys")
    if hasattr(client, "set_psk_client_callback"):
        server.set_psk_server_callback(lambda *a: b"")
        keyed = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        keyed.check_hostname = False
        keyed.set_psk_client_callback(lambda *a: (None, b""))
        server.peer = keyed
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    incoming.write(b"not tls")
    wrapped = client.wrap_bio(incoming, outgoing, server_hostname="example.org")
    try:
        wrapped.do_handshake()
    except ssl.SSLError as exc:
        failed = exc
    return [client, server, incoming, outgoing, wrapped, failed]


@section
def network():
    left, right = socket.socketpair()
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.settimeout(1.5)
    poll = select.poll()
    poll.register(left)
    epoll = select.epoll()
    epoll.register(left)
    selector = selectors.DefaultSelector()
    selector.register(right, selectors.EVENT_READ, [right])
    made = [left, right, listening, left.makefile("rwb"), poll, epoll, selector, *(encryption() if ssl else ()),
            http.client.HTTPConnection("localhost"), http.cookies.SimpleCookie("a=b; c=d"),
            urllib.request.Request("http://localhost/x"),
            urllib.parse.urlsplit("http://u:p@h:1/p?q#f"), ipaddress.ip_network("10.0.0.0/8"),
            ipaddress.ip_address("::1"),
            urllib.request.build_opener(), selector.get_map()]
    return made


@section
def databases():
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute("create table t (id integer primary key, name text, data blob)")
    connection.executemany("insert into t (name, data) values (?, ?)", [("n%d" % i, b"d" * i) for i in range(10)])

    class Sum:
        def __init__(self):
            self.values = []

        def step(self, value):
            self.values.append(value)

        def finalize(self):
            return len(self.values)

    connection.create_function("f", 1, lambda v: v)
    connection.create_aggregate("agg", 1, Sum)
    connection.create_collation("coll", lambda a, b: 0)
    connection.set_progress_handler(lambda: 0, 100000)
    connection.set_trace_callback(lambda s: None)
    connection.set_authorizer(lambda *a: 0)
    cursor = connection.execute("select id, name from t where id > ?", (2,))
    row = cursor.fetchone()
    again = connection.cursor(sqlite3.Cursor)
    again.execute("select f(name), agg(id) from t group by name")
    finished = connection.execute("select 1")
    list(finished)
    blob = since(3, 11, lambda: connection.blobopen("t", "data", 5))
    closed = sqlite3.connect(":memory:")
    closed.close()
    try:
        connection.execute("not sql")
    except sqlite3.Error as exc:
        failed = exc
    made = [connection, cursor, row, row.keys(), iter(row), again, finished, blob, closed, failed]
    folder = tempfile.mkdtemp()
    shelf = shelve.open(os.path.join(folder, "shelf"))
    shelf["a"] = [1]
    made.append(shelf)
    try:
        import _gdbm
        made.append(_gdbm.open(os.path.join(folder, "gdbm"), "c"))
    except ImportError:
        pass
    return made


@section
def trees():
    root = xml.etree.ElementTree.XML("<a x='1'>t<b/>u<c y='2'>v</c></a>")
    wide = xml.etree.ElementTree.Element("wide", {"k": "v"})
    for i in range(30):
        xml.etree.ElementTree.SubElement(wide, "n%d" % i).tail = [wide]
    step = root.iter()
    next(step)
    paths = root.iterfind("b")
    builder = xml.etree.ElementTree.TreeBuilder()
    builder.start("open", {"a": "b"})
    builder.data("te")
    builder.data("xt")
    parser = xml.etree.ElementTree.XMLParser(target=builder)
    pull = xml.etree.ElementTree.XMLPullParser(["start", "end"])
    pull.feed("<a><b>text</b>")
    expat = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    expat.StartElementHandler = lambda *a: None
    expat.CharacterDataHandler = lambda *a: expat
    expat.buffer_text = True
    expat.Parse("<a><b>text")
    inner = expat.ExternalEntityParserCreate(None)
    bare = xml.etree.ElementTree.Element("bare")
    bare.text = "only text"
    return [root, wide, step, paths, builder, parser, pull, expat, inner, bare, xml.etree.ElementTree.ElementTree(root),
            xml.dom.minidom.parseString("<a b='c'><d/>text</a>"), xml.sax.make_parser(), wide.itertext()]


@section
def patterns():
    pattern = re.compile(r"(?P<first>a+)(b)?(?P<last>\d{2,5})")
    failing = re.compile("never+searched")
    if hasattr(failing, "_fail_after"): # debug builds since 3.13
        failing._fail_after(1000000, KeyError)
    match = pattern.match("aaab1234")
    match.regs
    bytes_pattern = re.compile(rb"x+")
    step = pattern.finditer("ab12 ab34 ab56")
    next(step)
    scanner = pattern.scanner("ab12")
    scanner.search()
    return [pattern, match, failing, bytes_pattern, bytes_pattern.search(b"yxx"), step, scanner, re.compile("a|b", re.I),
            string.Template("$a"), string.Formatter(), textwrap.TextWrapper(), shlex.shlex("a 'b c'"),
            difflib.SequenceMatcher(None, "ab", "bc"), pprint.PrettyPrinter()]


def _own_digests():
    """Of the modules that hashlib takes where there is no OpenSSL."""
    made = []
    for module, names in (("_md5", ["md5"]), ("_sha1", ["sha1"]), ("_sha256", ["sha224", "sha256"]),
                          ("_sha512", ["sha384", "sha512"]), ("_sha2", ["sha224", "sha256", "sha384", "sha512"]),
                          ("_sha3", ["sha3_256", "shake_128"])):
        try:
            made += [getattr(importlib.import_module(module), name)(b"x") for name in names]
        except ImportError:
            continue
    try:
        made.append(importlib.import_module("_hmac").new(b"k", b"m", "sha256"))
    except ImportError:
        pass
    return made


@section
def multibyte_codecs():
    import _codecs_cn
    import _codecs_jp

    made = []
    for name in ("shift_jis", "gb18030", "iso2022_jp"):
        made += [codecs.lookup(name), codecs.getincrementalencoder(name)("replace"), codecs.getincrementaldecoder(name)(),
                 codecs.getreader(name)(io.BytesIO(b"abc")), codecs.getwriter(name)(io.BytesIO(), "an error handler of its own")]
        made[1].encode("a")
    return [*made, _codecs_jp.getcodec("euc_jp"), _codecs_cn.getcodec("gbk")]


@section
def tracers():
    """From 3.12 on the functions that a tracer's are called by stay when it is gone."""
    sys.setprofile(lambda *_: None)
    sys.setprofile(None)
    return importlib.import_module("binascii"), importlib.import_module("_codecs_hk")


@section
def coders():
    reader = csv.reader(io.StringIO("a,b\n'c',d\n"), quotechar="'")
    next(reader)
    writer = csv.writer(io.StringIO())
    dict_reader = csv.DictReader(io.StringIO("a,b\n1,2\n"))
    next(dict_reader)
    shared = [1, [2]]
    pickler = pickle.Pickler(io.BytesIO(), protocol=5)
    pickler.dispatch_table = {complex: lambda c: (complex, (1, 2))}
    pickler.dump([shared, shared, {"a": shared}])
    own = type("OwnPickler", (pickle.Pickler,), {"persistent_id": lambda self, o: None, "note": 1})(io.BytesIO())
    own.dump((shared,))
    unpickler = pickle.Unpickler(io.BytesIO(pickle.dumps([shared, shared, {"k": "v"}])))
    far = pickle.Unpickler(io.BytesIO(b"\x80\x04]r\x00\x00\x04\x00."))  # its memo begins at 2 ** 18
    far.load()
    unpickler.load()
    buffered = pickle.PickleBuffer(bytearray(b"abc"))
    digests = [getattr(hashlib, name)(b"x") for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b",
                                                         "blake2s")]
    digests += [hashlib.shake_128(b"x"), hmac.new(b"k", b"m", "sha256")]
    if "sha512_256" in hashlib.algorithms_available:
        digests.append(hashlib.new("sha512_256"))
    digests += _own_digests()
    compress, decompress = zlib.compressobj(), zlib.decompressobj()
    compress.compress(b"x" * 100)
    decompress.decompress(zlib.compress(b"abc") + b"rest")
    packers = [compress, decompress]
    if bz2:
        packers += [bz2.BZ2Compressor(), bz2.BZ2Decompressor()]
        packers[-1].decompress(bz2.compress(b"abc") + b"rest")
    xz_in, xz_out = lzma.LZMACompressor(), lzma.LZMADecompressor()
    xz_out.decompress(lzma.compress(b"abc")[:20])
    packed = struct.Struct("<i4sd")
    unpacked = struct.iter_unpack("hh", bytes(16))
    next(unpacked)
    return [reader, writer, dict_reader, far, csv.DictWriter(io.StringIO(), ["a"]), csv.get_dialect("excel"), csv.Sniffer(),
            pickler, own,
            unpickler, pickler.memo, unpickler.memo, buffered, json.decoder.JSONDecoder(object_hook=dict),
            json.encoder.JSONEncoder(indent=1),
            json.decoder.scanner.make_scanner(json.decoder.JSONDecoder()), _encoder(), *digests, *packers,
            xz_in, xz_out, packed, unpacked, struct.Struct("100i"), unicodedata.ucd_3_2_0,
            zlib.compressobj(wbits=-15), zlib.compressobj(zdict=b"a dictionary"), zlib.decompressobj(zdict=bytearray(b"another one")),
            *([zlib._ZlibDecompressor(zdict=b"one more")] if hasattr(zlib, "_ZlibDecompressor") else [])]


def _encoder():
    import _json
    return _json.make_encoder({}, str, json.encoder.encode_basestring, None, ": ", ", ", False, False, True)


@section
def archives():
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("a.txt", "text")
    tar_memory = io.BytesIO()
    tar = tarfile.open(fileobj=tar_memory, mode="w")
    info = tarfile.TarInfo("a")
    info.size = 1
    tar.addfile(info, io.BytesIO(b"x"))
    opened = zipfile.ZipFile(memory)
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "lib.zip")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inside.py", "x = 1")
    return [opened, opened.open("a.txt"), tar, info, zipimport.zipimporter(path),
            importlib.machinery.ModuleSpec("n", None),
            importlib.util.find_spec("json"), importlib.machinery.PathFinder(), list(pkgutil.iter_modules([folder]))]


@section
def programs():
    parser = argparse.ArgumentParser("prog", **(since(3, 9, lambda: {"exit_on_error": False}) or {}))
    parser.add_argument("--x", type=int, default=1)
    parser.add_subparsers().add_parser("sub")
    options = optparse.OptionParser()
    options.add_option("-f")
    config = configparser.ConfigParser()
    config.read_string("[a]\nb = 1\n")
    logger = logging.Logger("made")
    handler = logging.handlers.MemoryHandler(5, target=logging.NullHandler())
    logger.addHandler(handler)
    logger.error("message %s", [1])
    message = email.message.EmailMessage(email.policy.default)
    message["To"] = "someone@example.org"
    message.set_content("text \u20ac")
    done = subprocess.run(["/bin/true"], capture_output=True)
    process = subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.communicate(b"x")

    class Case(unittest.TestCase):
        def test(self):
            pass

    return [parser, parser.parse_args([]), options, config, logger, handler, handler.buffer, message, done, process,
            Case("test"), unittest.TestSuite([Case("test")]), unittest.TestResult(),
            html.parser.HTMLParser(), heapq.merge([1], [2]), time.struct_time(range(9)), time.gmtime(),
            time.get_clock_info("time")]


@section
def mocks():
    from unittest import mock
    magic = mock.MagicMock(name="m")
    magic.method(1).attribute = magic
    return [magic, mock.sentinel.thing, mock.call(1)]


@section
def profilers():
    import cProfile
    import profile
    import _lsprof
    profiler = cProfile.Profile()
    profiler.enable()
    sorted([3, 1, 2])
    profiler.disable()
    made = [profiler, profiler.getstats(), _lsprof.Profiler(lambda: 0), profile.Profile]
    if not tracemalloc.is_tracing():
        tracemalloc.start(2)
        made.append(tracemalloc.take_snapshot().traces[:5])
        made.append(tracemalloc.get_object_traceback(made[0]))
        tracemalloc.stop()
    return made


@section
def terminals():
    made = []
    for name in ("readline", "curses", "curses.panel", "termios", "_curses_panel"):
        try:
            made.append(__import__(name))
        except ImportError:
            pass
    try:
        import audioop
        made.append(audioop.ratecv(b"\0\0" * 10, 2, 1, 8000, 4000, None))
    except ImportError:
        pass
    import pwd
    import grp
    return made + [pwd.getpwuid(0), grp.getgrgid(0)]
