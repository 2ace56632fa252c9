"""Files of every kind that is uploaded, sound and hostile, made byte by byte.

Each builder gives bytes; what a test is about stands in the test.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageDraw

ENGLISH = ("AGREEMENT\nbetween Alphaland and Betaland\nArticle 1", "Article 2\nDone at Dushanbe.")
RUSSIAN = ("СОГЛАШЕНИЕ\nмежду Альфой и Бетой\nСтатья 1", "Статья 2\nСовершено в городе Душанбе.")
A4 = (595, 842)

# ---------------------------------------------------------------- PDF

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
RESTRICTIONS = -4 & 0xFFFFFFFF
FILE_ID = b"0123456789abcdef"


class Drawn:
    """The objects of a PDF while it is put together; number 1 is the catalogue, 2 the pages."""

    def __init__(self, key: bytes = b"") -> None:
        self.objects: dict[int, bytes] = {1: b"", 2: b""}
        self.key = key

    def add(self, body: bytes) -> int:
        number = len(self.objects) + 1
        self.objects[number] = body
        return number

    def stream(self, data: bytes, entries: bytes = b"", *, pack: bool = True) -> int:
        number = len(self.objects) + 1
        if pack:
            data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
        if self.key:
            mixed = self.key + struct.pack("<I", number)[:3] + b"\0\0"
            data = rc4(hashlib.md5(mixed).digest()[: min(len(self.key) + 5, 16)], data)
        head = b"<< /Length %d %s >>\nstream\n" % (len(data), entries)
        return self.add(head + data + b"\nendstream")

    def bytes(self, trailer: bytes = b"") -> bytes:
        out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in self.objects.items():
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(places) + 1, trailer)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def pdf(
    pages: Iterable[str] = ENGLISH,
    *,
    size: tuple[int, int] = A4,
    title: str = "",
    catalogue: bytes = b"",
    is_signed: bool = False,
    stamp: bool = False,
    password: str | None = None,
    more_content: bytes = b"",
    leftwards: bool = False,
) -> bytes:
    """With a text layer of any letters, which each stand left of the one before with ``leftwards``.

    A password may be "": then only its owner's is needed.
    """
    owner = rc4(hashlib.md5(padded("owner")).digest()[:5], padded(password or ""))
    drawn = Drawn(file_key(password, owner) if password is not None else b"")
    pages = list(pages)
    codes = codes_of("".join(pages))
    font = add_font(drawn, codes)
    signed = signature(drawn, stamp=stamp) if is_signed or stamp else 0
    seal = b"%d 0 R" % signed if stamp else b""
    kids = [
        drawn.add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Annots [%s]"
            b" /Resources << /Font << /F1 %d 0 R >> >> >>"
            % (
                *size,
                drawn.stream(laid_out(page, codes, size, leftwards=leftwards) + more_content),
                seal,
                font,
            )
        )
        for page in pages
    ]
    drawn.objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    if signed:
        catalogue += b" /AcroForm << /SigFlags 3 /Fields [%d 0 R] >>" % signed
    drawn.objects[1] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue
    trailer = b"/ID [<%s> <%s>]" % ((FILE_ID.hex().encode(),) * 2)
    if title:
        heading = b"\xfe\xff" + title.encode("utf-16-be")
        trailer += b" /Info %d 0 R" % drawn.add(b"<< /Title <%s> >>" % heading.hex().encode())
    if password is not None:
        trailer += b" /Encrypt %d 0 R" % drawn.add(encryption(drawn.key, owner))
    return drawn.bytes(trailer)


def codes_of(text: str) -> dict[str, int]:
    """ASCII as it is, other letters from 128 on."""
    strange = dict.fromkeys(letter for letter in text if letter > "~")
    return {letter: code for code, letter in enumerate(strange, 128)}


def laid_out(
    page: str, codes: dict[str, int], size: tuple[int, int], *, leftwards: bool = False
) -> bytes:
    lines = [
        [b"<%02x>" % codes.get(letter, ord(letter)) for letter in line] for line in page.split("\n")
    ]
    back = b" 1112 " if leftwards else b" "  # twice the width of a letter
    shown = b" ".join(b"[%s] TJ T*" % back.join(line) for line in lines)
    edge = size[0] - 40 if leftwards else 40
    return b"BT /F1 11 Tf 14 TL %d %d Td %s ET" % (edge, size[1] - 60, shown)


def add_font(drawn: Drawn, codes: dict[str, int]) -> int:
    pairs = b"\n".join(
        b"<%02x> <%s>" % (code, letter.encode("utf-16-be").hex().encode())
        for letter, code in codes.items()
    )
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Own def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"1 beginbfrange <20> <7e> <0020> endbfrange\n"
        b"%d beginbfchar\n%s\nendbfchar\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end" % (len(codes), pairs)
    )
    number = drawn.stream(table)
    return drawn.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
        b" /ToUnicode %d 0 R >>" % number
    )


def signature(drawn: Drawn, *, stamp: bool) -> int:
    """A stamp is its mark on the page: a black square."""
    entries = b"/BBox [0 0 100 100] /Type /XObject /Subtype /Form"
    mark = drawn.stream(b"0 0 100 100 re f", entries)
    seen = b"/Rect [50 50 250 250] /F 4 /AP << /N %d 0 R >>" % mark
    value = drawn.add(
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
        b" /ByteRange [0 10 20 30] /Contents <3000> >>"
    )
    return drawn.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) /V %d 0 R %s >>"
        % (value, seen if stamp else b"/Rect [0 0 0 0]")
    )


def scanned_pdf(pages: int = 1) -> bytes:
    """Pages that are an image and nothing else."""
    drawn = Drawn()
    grey = bytes(range(0, 256, 4)) * 90
    image = drawn.stream(
        grey,
        b"/Type /XObject /Subtype /Image /Width 64 /Height 90 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8",
    )
    kids = [
        drawn.add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /XObject << /I %d 0 R >> >> >>"
            % (drawn.stream(b"q 595 0 0 842 0 0 cm /I Do Q"), image)
        )
        for _ in range(pages)
    ]
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    drawn.objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    drawn.objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, listed)
    return drawn.bytes()


def padded(password: str) -> bytes:
    return (password.encode("latin-1") + PADDING)[:32]


def file_key(password: str, owner: bytes) -> bytes:
    mixed = padded(password) + owner + struct.pack("<I", RESTRICTIONS) + FILE_ID
    return hashlib.md5(mixed).digest()[:5]


def encryption(key: bytes, owner: bytes) -> bytes:
    user = rc4(key, PADDING)
    return b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        user.hex().encode(),
    )


def rc4(key: bytes, data: bytes) -> bytes:
    box, mixed = list(range(256)), 0
    for place in range(256):
        mixed = (mixed + box[place] + key[place % len(key)]) % 256
        box[place], box[mixed] = box[mixed], box[place]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)


# ---------------------------------------------------------------- images


def sheet(size: tuple[int, int] = (200, 280), mode: str = "RGB") -> Image.Image:
    """White, with black in the upper left corner."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="black")
    return image.convert(mode)


def jpeg(size: tuple[int, int] = (200, 280), *, turned: int | None = None) -> bytes:
    """``turned`` is the orientation that a camera writes (6: a quarter to the right)."""
    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    return saved(sheet(size), "JPEG", exif=exif)


def png(size: tuple[int, int] = (200, 280), mode: str = "RGB") -> bytes:
    if mode == "I;16":  # white is 65535 then
        return saved(sheet(size, "I").point(lambda value: value * 257).convert(mode), "PNG")
    return saved(sheet(size, mode), "PNG")


def tiff(pages: int = 2, size: tuple[int, int] = (200, 280)) -> bytes:
    frames = [sheet(size, "1") for _ in range(pages)]
    return saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4")


def saved(image: Image.Image, how: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, how, **options)
    return out.getvalue()


def huge_png(width: int = 30_000, height: int = 30_000) -> bytes:
    """A picture of 900 million points in some hundred kilobytes."""
    line = b"\0" + b"\0" * (width // 8)
    packer, rows = zlib.compressobj(9), []
    rows.extend(packer.compress(line) for _ in range(height))
    data = b"".join(rows) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in chunks)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


# ---------------------------------------------------------------- DOCX and ODT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
O = " ".join(  # noqa: E741
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "text", "table", "manifest")
)


def packed(entries: dict[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in entries.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), body, how)
    return out.getvalue()


def word_paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(
    paragraphs: Iterable[str] = ("AGREEMENT", "Article 1"),
    *,
    body: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """``body`` is XML behind the paragraphs, ``more`` further or other entries."""
    written = "".join(map(word_paragraph, paragraphs)) + body
    entries = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {W}><w:body>{written}</w:body></w:document>",
        **(more or {}),
    }
    return packed(entries)


def odt(
    paragraphs: Iterable[str] = ("AGREEMENT", "Article 1"),
    *,
    body: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    written = "".join(f"<text:p>{text}</text:p>" for text in paragraphs) + body
    entries = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {O}><office:body><office:text>{written}"
        "</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": f"<manifest:manifest {O}></manifest:manifest>",
        **(more or {}),
    }
    return packed(entries, stored=("mimetype",))


# ---------------------------------------------------------------- others


def html(body: str = "<h1>AGREEMENT</h1><p>Article 1</p>", *, charset: str = "utf-8") -> bytes:
    page = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>T</title></head>'
    return f"{page}<body>{body}</body></html>".encode(charset)


def old_word(stream: str = "WordDocument") -> bytes:
    """As much of an OLE file as tells what it is."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 64


def put(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.write_bytes(body)
    return path
