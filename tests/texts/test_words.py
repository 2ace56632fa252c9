"""Words of papers as they are shown, page by page."""

import unicodedata
from collections.abc import Callable

import pytest

from tests.texts import files

Read = Callable[[bytes, str], list[str]]


@pytest.mark.parametrize("pages", [files.ENGLISH, files.RUSSIAN])
def test_each_page_of_a_pdf(read: Read, pages: tuple[str, str]) -> None:
    assert read(files.pdf(pages), "pdf") == list(pages)


def test_hyphen_at_the_end_of_a_line_stays(read: Read) -> None:
    assert read(files.pdf(["the trea-\nty of peace"]), "pdf") == ["the trea-\nty of peace"]


def test_letters_beyond_two_bytes_stay(read: Read) -> None:
    assert read(files.pdf(["sigma \U0001d70e end"]), "pdf") == ["sigma \U0001d70e end"]


def test_words_are_nfc_and_without_nul(read: Read) -> None:
    taken_apart = unicodedata.normalize("NFD", "Статья й")
    assert read(files.pdf([taken_apart + "\0!"]), "pdf") == ["Статья й!"]
    assert read(taken_apart.encode(), "text") == ["Статья й"]
    assert read(files.html(f"<p>{taken_apart}"), "html") == ["Статья й"]
    assert read(files.docx([taken_apart]), "docx") == ["Статья й"]


@pytest.mark.parametrize("words", ["ثقافي،\nتعاون", "תרבות\nהסכם", "المادة\n١٩٩٣"])
def test_words_from_right_to_left_are_in_the_order_of_reading(read: Read, words: str) -> None:
    as_read = files.pdf([words], leftwards=True)
    assert read(as_read, "pdf")[0].replace("،", "").split() == words.replace("،", "").split()
    as_on_paper = files.pdf(["\n".join(line[::-1] for line in ["ثقافي تعاون", "הסכם"])])
    assert read(as_on_paper, "pdf") == ["ثقافي تعاون\nהסכם"]


def test_pages_that_are_images_have_no_words(read: Read) -> None:
    assert read(files.scanned_pdf(2), "pdf") == ["", ""]
    assert read(files.tiff(3), "tiff") == ["", "", ""]
    assert read(files.jpeg(), "jpeg") == [""]


def test_pdf_with_the_owners_password_is_read(read: Read) -> None:
    assert read(files.pdf(password=""), "pdf") == list(files.ENGLISH)


# ---------------------------------------------------------------- DOCX


def test_paragraphs_of_word_are_parted_by_empty_lines(read: Read) -> None:
    assert read(files.docx(["Article 1", "", "The Parties"]), "docx") == [
        "Article 1\n\nThe Parties"
    ]


def test_table_of_word_row_by_row(read: Read) -> None:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(map(files.word_paragraph, paragraphs))}</w:tc>"

    rows = f"<w:tr>{cell('For', 'Alphaland')}{cell('For Betaland')}</w:tr>"
    rows += f"<w:tr>{cell('A. B.')}{cell('')}</w:tr>"
    body = f"<w:tbl>{rows}</w:tbl>" + files.word_paragraph("Done")
    assert read(files.docx(["Text"], body=body), "docx") == [
        "Text\n\nFor Alphaland\tFor Betaland\nA. B.\t\n\nDone"
    ]


def test_tabs_breaks_and_hyphens_of_word(read: Read) -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>"
        "<w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r></w:p>"
    )
    assert read(files.docx([], body=body), "docx") == ["a\tb\nc\N{NON-BREAKING HYPHEN}d"]


def test_notes_of_word_stand_at_the_end(read: Read) -> None:
    body = (
        '<w:p><w:r><w:t>Parties</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t> agree</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
    )

    def notes(kind: str, text: str) -> str:
        shown = files.word_paragraph(text)
        line = f'<w:{kind} w:type="separator" w:id="0">{files.word_paragraph("-")}</w:{kind}>'
        return f'<w:{kind}s {files.W}>{line}<w:{kind} w:id="2">{shown}</w:{kind}></w:{kind}s>'

    more = {
        "word/footnotes.xml": notes("footnote", "Of both sides."),
        "word/endnotes.xml": notes("endnote", "See Annex."),
    }
    assert read(files.docx([], body=body, more=more), "docx") == [
        "Parties[1] agree[2]\n\n[1] Of both sides.\n\n[2] See Annex."
    ]


def test_what_word_does_not_show_is_left_out(read: Read) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown </w:t></w:r>'
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    )
    more = {"word/header1.xml": f"<w:hdr {files.W}>{files.word_paragraph('Header')}</w:hdr>"}
    assert read(files.docx([], body=body, more=more), "docx") == ["shown new"]


def test_text_box_is_told_once_and_the_words_around_it_go_on(read: Read) -> None:
    box = f"<w:txbxContent>{files.word_paragraph('boxed')}</w:txbxContent>"
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        f"<w:t>before</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:tab/><w:t>after</w:t></w:r></w:p>"
    )
    assert read(files.docx([], body=body), "docx") == ["boxed\n\nbefore\tafter"]


def test_strict_word_is_read_too(read: Read) -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    document = (
        f"<w:document {strict}><w:body>{files.word_paragraph('Article 1')}</w:body></w:document>"
    )
    assert read(files.docx(more={"word/document.xml": document}), "docx") == ["Article 1"]


def test_main_part_of_another_name_is_found(read: Read) -> None:
    types = files.TYPES.replace("/word/document.xml", "/word/document2.xml")
    document = f"<w:document {files.W}>{files.word_paragraph('Second')}</w:document>"
    more = {"[Content_Types].xml": types, "word/document2.xml": document}
    assert read(files.docx(["First"], more=more), "docx") == ["Second"]


# ---------------------------------------------------------------- ODT


def test_open_document_with_its_spaces_and_notes(read: Read) -> None:
    body = (
        "<text:h>Article   1</text:h>"
        '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p>"
        "</text:note-body></text:note> e</text:p>"
    )
    assert read(files.odt([], body=body), "odt") == ["Article 1\n\na   b\tc\nd[1] e\n\n[1] Note"]


def test_table_of_an_open_document(read: Read) -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    body = f"<table:table>{row('a', 'b')}{row('c', 'd')}</table:table>"
    assert read(files.odt(["T"], body=body), "odt") == ["T\n\na\tb\nc\td"]


def test_deletions_and_comments_of_an_open_document_are_left_out(read: Read) -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:tracked-changes>"
        "<text:p>a<office:annotation><text:p>comment</text:p></office:annotation>b</text:p>"
    )
    assert read(files.odt([], body=body), "odt") == ["ab"]


# ---------------------------------------------------------------- HTML


def test_page_without_its_script_style_and_head(read: Read) -> None:
    body = (
        "<style>p {}</style><script>var a = '<p>';</script><h1>AGREEMENT</h1>"
        "<p>The\n  Parties<br>agree <b>here</b>,<p>Article&nbsp;1 &mdash; <i>x</i><div>y</div>"
    )
    assert read(files.html(body), "html") == [
        "AGREEMENT\n\nThe Parties\nagree here,\n\nArticle\xa01 — x\n\ny"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>a</th><td>b</td></tr><tr><td><p>c</p><p>d</p></td><td>e</td></tr>",
        "<tr><th>a<td>b<tr><td><p>c<p>d<td>e",
    ],
)
def test_table_of_a_page_also_unclosed(read: Read, rows: str) -> None:
    body = f"<p>T<table><tbody>{rows}</table>after"
    assert read(files.html(body), "html") == ["T\n\na\tb\nc d\te\n\nafter"]


def test_table_in_a_table_loses_nothing(read: Read) -> None:
    inner = "<table><tr><td>b<td>c<tr><td>d</table>"
    body = f"<table><tr><td>a{inner}e<td>f<tr><td>g</table>"
    assert read(files.html(body), "html") == ["a b c d e\tf\ng"]


def test_cells_without_a_table_or_row_lose_nothing(read: Read) -> None:
    for body in ("<td>a<td>b", "<table><td>a<td>b", "<table><table><td>a<td>b", "</td></tr>a b"):
        assert " ".join(read(files.html(body), "html")[0].split()) == "a b"


def test_numbers_of_a_list_are_words(read: Read) -> None:
    body = '<ol start="3"><li>a<li>b<ul><li>x</ul><li value="9">c</ol>'
    assert read(files.html(body), "html") == ["3. a\n\n4. b\n\nx\n\n9. c"]


def test_page_of_another_encoding(read: Read) -> None:
    assert read(files.html("<p>Статья 1", charset="windows-1251"), "html") == ["Статья 1"]
    assert read(
        files.html("<p>“x”", charset="cp1252").replace(b"cp1252", b"iso-8859-1"), "html"
    ) == ["“x”"]
    assert read(files.html("<p>Статья").replace(b"utf-8", b"utf-16"), "html") == ["Статья"]
    assert read(files.html("<p>Статья").replace(b"utf-8", b"idna"), "html") == ["Статья"]


# ---------------------------------------------------------------- text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Соглашение между\n\nСтатья 1", "СОГЛАШЕНИЕ О ДРУЖБЕ"])
def test_text_of_each_encoding(read: Read, encoding: str, text: str) -> None:
    assert read(text.replace("\n", "\r\n").encode(encoding), "text") == [text]


def test_text_in_latin_letters_of_one_byte(read: Read) -> None:
    text = "L’accord signé à Genève – “daté”"
    assert read(text.encode("cp1252"), "text") == [text]


def test_new_page_parts_paragraphs(read: Read) -> None:
    assert read(b"a\fb\x1a", "text") == ["a\n\nb"]
