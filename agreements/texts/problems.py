"""The sentences for what ``examining`` finds, in the clerk's language. All else here is pure."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .formats.limits import MEGABYTE
from .formats.problem import Problem

NAMES = {
    "pdf": _("a PDF"),
    "tiff": _("a TIFF image"),
    "jpeg": _("a JPEG image"),
    "png": _("a PNG image"),
    "docx": _("a Word document (DOCX)"),
    "odt": _("an OpenDocument text (ODT)"),
    "html": _("an HTML page"),
    "text": _("plain text"),
    "doc": _("a document of the old Word format (DOC)"),
    "docm": _("a Word document with macros (DOCM)"),
    "xls": _("a spreadsheet of the old Excel format (XLS)"),
    "ppt": _("a presentation of the old PowerPoint format (PPT)"),
    "ole": _("a file of an old Microsoft program"),
    "xlsx": _("an Excel spreadsheet (XLSX)"),
    "pptx": _("a PowerPoint presentation (PPTX)"),
    "ods": _("an OpenDocument spreadsheet (ODS)"),
    "odp": _("an OpenDocument presentation (ODP)"),
    "epub": _("an e-book (EPUB)"),
    "zip": _("a ZIP archive"),
    "rar": _("a RAR archive"),
    "7z": _("a 7z archive"),
    "gzip": _("a GZIP archive"),
    "rtf": _("an RTF document"),
    "svg": _("an SVG drawing"),
    "xml": _("an XML file"),
    "mhtml": _("a saved web page (MHTML) or an e-mail"),
    "djvu": _("a DjVu scan"),
    "postscript": _("a PostScript file"),
    "gif": _("a GIF image"),
    "bmp": _("a BMP image"),
    "webp": _("a WebP image"),
    "heic": _("a HEIC or AVIF image"),
    "jp2": _("a JPEG 2000 image"),
    "video": _("a video"),
    "sound": _("a sound recording"),
    "program": _("a program"),
    "unknown": _("a file of a kind that is not known here"),
}

AS_DOCUMENT = _("Save it as DOCX or PDF and upload that.")
AS_PDF = _("Save or print it as PDF and upload that.")
AS_IMAGE = _("Save it as JPEG, PNG, TIFF or PDF and upload that.")
UNPACK = _("Unpack it and upload each file.")
ACCEPTED = _("The archive takes PDF, TIFF, JPEG, PNG, DOCX, ODT, HTML and plain text.")
# What to do; the list of what is taken stands behind it.
ADVICE = {
    **dict.fromkeys(("doc", "rtf", "mhtml"), AS_DOCUMENT),
    "docm": _("Save it without macros, as DOCX or PDF, and upload that."),
    **dict.fromkeys(
        ("xls", "ppt", "ole", "xlsx", "pptx", "ods", "odp", "epub", "djvu", "postscript", "svg"),
        AS_PDF,
    ),
    **dict.fromkeys(("gif", "bmp", "webp", "heic", "jp2"), AS_IMAGE),
    **dict.fromkeys(("zip", "rar", "7z", "gzip"), UNPACK),
}

SENTENCES = {
    "empty": _("The file is empty."),
    "too_large": _("The file is larger than %(megabytes)s MB, the most that the archive takes."),
    "not_taken": _("This is %(kind)s. %(advice)s %(accepted)s"),
    "name_differs": _(
        "By its name the file is %(said)s, by its content %(kind)s. Correct the name's ending, or "
        "choose the right file."
    ),
    "two_formats": _(
        "The file is %(first)s and %(second)s at once, so that different programs show different "
        "things. Save it anew, or ask for it from where it came."
    ),
    "starts_late": _(
        "Something stands before the beginning of the PDF. Open it and save it anew, or download "
        "it again."
    ),
    "cut_off": _(
        "The file ends too early: it was cut off on the way. Download or copy it again and see "
        "that it opens."
    ),
    "bytes_behind": _("Some bytes without meaning stand behind the end of the file; it opens."),
    "encrypted": _(
        "The file opens with a password only. Save it without the password and upload that."
    ),
    "restricted": _(
        "The PDF opens without a password, but restricts printing or copying. It is kept as it is."
    ),
    "broken_pdf": _("The PDF is damaged and does not open. Download, copy or scan it again."),
    "no_pages": _("The PDF has no pages."),
    "too_many_pages": _("The file has more than %(limit)s pages. Upload it in parts."),
    "huge_page": _("Page %(page)s is larger than any sheet of paper: over five metres."),
    "broken_page": _("Page %(page)s is damaged and does not open. Save or scan the file again."),
    "attachments": _("The PDF carries other files inside. They go out to readers with it."),
    "scripts": _("The page carries a script. Readers get it as a download only."),
    "pdf_scripts": _("The PDF carries a script, which some programs run. It is kept as it is."),
    "xfa_form": _(
        "The PDF is a form that most programs do not show. Print it as PDF and upload that too."
    ),
    "broken_image": _("The image is damaged and does not open. Copy or scan it again."),
    "huge_image": _(
        "The image has %(width)s × %(height)s pixels, too many to show. Scan with fewer dots per "
        "inch; 300 are enough for a page."
    ),
    "no_such_page": _("The file has no page %(page)s."),
    "has_no_pages": _("A file of this kind has no pages to show."),
    "broken_package": _(
        "The document is damaged and does not open. Open it in its program, save it anew and "
        "upload that."
    ),
    "unpacks_to_much": _(
        "The document is small but unpacks to far more than a document holds. Such files are made "
        "to do harm; save it as PDF if it is honest."
    ),
    "too_many_entries": _("The document consists of more than %(limit)s parts. Save it as PDF."),
    "odd_entries": _(
        "The document has parts with names that no word processor writes. Open it, save it anew "
        "and upload that."
    ),
    "macros": _("The document carries macros (programs). Save it without them, as DOCX or PDF."),
    "xml_definitions": _(
        "The document has definitions inside that no word processor writes and that can do harm. "
        "Open it, save it anew and upload that."
    ),
    "too_much_text": _("The file has more than %(limit)s letters. Upload it in parts."),
    "nul_bytes": _(
        "The text has NUL bytes: it is not plain text, or is saved in an encoding that it does not "
        "name. Save it as UTF-8 and upload that."
    ),
    "control_characters": _(
        "The file looks like text but has bytes that no text has. Save it as UTF-8 text, or as PDF."
    ),
    "guessed_encoding": _(
        "The file does not say its encoding; %(encoding)s was guessed. See that the letters are "
        "right, or save it as UTF-8."
    ),
    "takes_too_long": _(
        "Reading the file takes too long. Save it as PDF anew, or upload it in parts."
    ),
    "breaks_reader": _(
        "The file breaks the program that reads it. Open it, save it anew as PDF and upload that."
    ),
}


def sentence(problem: Problem) -> str:
    """For a problem or a warning, in the language that is active."""
    values = {
        key: str(NAMES[value]) if key in ("kind", "said", "first", "second") else value
        for key, value in problem.values.items()
    }
    if problem.code == "not_taken":
        advice = ADVICE.get(str(problem.values["kind"]), "")
        values |= {"advice": str(advice), "accepted": str(ACCEPTED)}
    if problem.code == "too_large":
        values["megabytes"] = int(problem.values["limit"]) // MEGABYTE
    return " ".join((str(SENTENCES[problem.code]) % values).split())
