"""Numbers that a word processor counts by itself are words of the paper."""

from collections.abc import Callable

from agreements.texts.formats.numbering import in_format
from tests.texts import files

Read = Callable[[bytes, str], list[str]]


def level(place: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


TREATY = level(0, "decimal", "Article %1", '<w:pStyle w:val="Article"/>') + level(
    1, "lowerLetter", "%2)"
)
LISTS = (
    f'<w:abstractNum w:abstractNumId="7">{TREATY}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, place: int | None = 0, list_: int | None = 1, style: str = "") -> str:
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if place is not None:
        said += f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_}"/></w:numPr>'
    return f"<w:p><w:pPr>{said}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def paper(body: str, lists: str = LISTS, styles: str = "") -> bytes:
    more = {
        "word/numbering.xml": f"<w:numbering {files.W}>{lists}</w:numbering>",
        "word/styles.xml": f"<w:styles {files.W}>{styles}</w:styles>",
    }
    return files.docx([], body=body, more=more)


def lines(read: Read, body: bytes) -> list[str]:
    return read(body, "docx")[0].split("\n\n")


def test_articles_and_their_items_are_counted(read: Read) -> None:
    body = item("") + item("x", 1) + item("y", 1) + files.word_paragraph("plain") + item("Trade")
    assert lines(read, paper(body + item("z", 1))) == [
        *("Article 1", "a) x", "b) y", "plain", "Article 2 Trade", "a) z")
    ]


def test_list_that_begins_anew(read: Read) -> None:
    body = item("a") + item("b", list_=2) + item("c", list_=2) + item("d")
    assert lines(read, paper(body)) == [
        *("Article 1 a", "Article 5 b", "Article 6 c", "Article 7 d")
    ]


def test_number_of_several_levels(read: Read) -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2")
    lists = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    body = item("a") + item("b") + item("c", 1) + item("d", 1)
    assert lines(read, paper(body, lists)) == ["I. a", "II. b", "II.1 c", "II.2 d"]


def test_style_and_the_one_it_rests_on_give_the_number(read: Read) -> None:
    styles = (
        '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="Own"><w:basedOn w:val="Article"/></w:style>'
    )
    body = item("a", None, style="Article") + item("b", None, style="Own")
    assert lines(read, paper(body, styles=styles)) == ["Article 1 a", "Article 2 b"]


def test_paragraph_that_is_taken_out_of_its_styles_list_has_no_number(read: Read) -> None:
    styles = (
        '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    body = item("a", 0, 0, style="Article")
    assert lines(read, paper(body, styles=styles)) == ["a"]


def test_styles_that_rest_on_each_other_end(read: Read) -> None:
    styles = '<w:style w:styleId="Own"><w:basedOn w:val="Own"/></w:style>'
    assert lines(read, paper(item("a", None, style="Own"), styles=styles)) == ["a"]


def test_bullets_are_dots(read: Read) -> None:
    lists = f'<w:abstractNum w:abstractNumId="7">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    assert lines(read, paper(item("a"), lists)) == ["• a"]


def test_list_that_is_not_there_gives_no_number(read: Read) -> None:
    assert lines(read, paper(item("a", 0, 9) + item("b", 8, 1))) == ["a", "b"]


def test_forms_of_numbers() -> None:
    assert [in_format(n, "upperRoman") for n in (1, 4, 9, 14, 1990)] == [
        *("I", "IV", "IX", "XIV", "MCMXC")
    ]
    assert [in_format(n, "lowerLetter") for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [in_format(n, "russianLower") for n in (1, 7, 10)] == ["а", "ж", "к"]
    assert in_format(3, "decimalZero") == "03"
    assert in_format(3, "chineseCounting") == "3"


# ---------------------------------------------------------------- ODT

ITEMS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-prefix="Article "/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    '<text:list-level-style-bullet text:level="4"/>'
    "</text:list-style>"
)


def listed(*items: str, more: str = ' text:style-name="L"') -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f"<text:list{more}>{inner}</text:list>"


def words(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def open_lines(read: Read, body: str, styles: str = "") -> list[str]:
    more = {"styles.xml": f"<office:document-styles {files.O}>{styles}</office:document-styles>"}
    return read(files.odt([], body=ITEMS + body, more=more), "odt")[0].split("\n\n")


def test_items_of_an_open_document_are_counted(read: Read) -> None:
    inner = listed(words("x"), words("y") + listed(words("z"), more=""), more="")
    body = listed(words("a") + words("goes on") + inner, words("b") + listed(words("w"), more=""))
    assert open_lines(read, body) == [
        *("Article 1 a", "goes on", "a) x", "b) y", "1.b.i z", "Article 2 b", "a) w")
    ]


def test_list_of_an_open_document_begins_anew_or_goes_on(read: Read) -> None:
    goes_on = ' text:style-name="L" text:continue-numbering="true"'
    started = (
        '<text:list text:style-name="L"><text:list-item text:start-value="7"><text:p>e</text:p>'
    )
    body = listed(words("a"), words("b")) + words("-") + listed(words("c"), more=goes_on)
    body += listed(words("d")) + started + "</text:list-item></text:list>"
    assert open_lines(read, body) == [
        *("Article 1 a", "Article 2 b", "-", "Article 3 c", "Article 1 d", "Article 7 e")
    ]


def test_item_around_an_item_is_not_counted(read: Read) -> None:
    """As LibreOffice writes what stands on the second level alone."""
    deep = listed(listed(words("x"), more=""), more=' text:style-name="L" text:continue-list="a"')
    assert open_lines(read, listed(words("a")) + deep + listed(words("b"))) == [
        *("Article 1 a", "a) x", "Article 1 b")
    ]


def test_headings_of_an_open_document_are_counted(read: Read) -> None:
    styles = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"'
        ' style:num-suffix="."/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="1">a</text:h>'
    aside = heading.replace(">a", ' text:is-list-header="true">b')
    deeper = '<text:h text:outline-level="2">c</text:h>'
    lines_read = open_lines(read, heading + aside + deeper + heading, styles)
    assert lines_read == ["I. a", "b", "c", "II. a"]
    assert open_lines(read, heading) == ["a"]
