"""The sentences for what is found in tables, in the clerk's language; the reading is pure."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from agreements.texts.formats.limits import MEGABYTE
from agreements.texts.formats.problem import Problem
from agreements.texts.problems import NAMES

ACCEPTED = _("The archive reads tables as CSV, XLSX and JSON lines.")
AS_WORKBOOK = _("Open it in Excel or LibreOffice, save it as XLSX or CSV and upload that.")
# What to do; the list of what is taken stands behind it.
ADVICE = {
    **dict.fromkeys(("xls", "ods", "html", "xml", "mhtml", "ole"), AS_WORKBOOK),
    **dict.fromkeys(("zip", "rar", "7z"), _("Unpack it and upload the table that lies in it.")),
    **dict.fromkeys(("doc", "docx", "odt", "rtf"), _("Copy its table into a spreadsheet.")),
}
ANEW = _("Open it in Excel or LibreOffice, save it anew as XLSX or CSV and upload that.")

REFUSALS = {
    "empty": _("The file has no rows."),
    "too_large": _(
        "The file is larger than %(megabytes)s MB, the most that is read. Upload it in parts."
    ),
    "not_a_table": _("This is %(kind)s, which is not read as a table. %(advice)s %(accepted)s"),
    "no_header": _(
        "No row names the columns. Write their names into the first row, or say which row it is."
    ),
    "no_such_row": _("Row %(row)s, which was to name the columns, is blank or does not exist."),
    "no_such_sheet": _("The workbook has no sheet of the name “%(sheet)s”."),
    "unknown_encoding": _("“%(encoding)s” is no encoding that is known here."),
    "unknown_delimiter": _("Cells cannot be parted by “%(delimiter)s”: it must be one sign."),
    "too_many_columns": _("The table has more than %(limit)s columns. Remove those not needed."),
    "too_many_rows": _("The table has more than %(limit)s rows. Upload it in parts."),
    "too_many_merges": _("The sheet has more than %(limit)s merged cells. Separate them first."),
    "json_list": _(
        "The file is one JSON list. Write each object on a line of its own (JSON lines)."
    ),
    "json_broken": _(
        "Most lines are not JSON by themselves. Write each object on one line (JSON lines)."
    ),
    "encrypted": _("The workbook opens with a password only. Save it without one and upload that."),
    "strict_workbook": _(
        "The workbook is saved as “Strict Open XML”. Save it as an ordinary Excel workbook (XLSX)."
    ),
    "macros": _("The workbook carries macros (programs). Save it without them, as XLSX."),
    "broken_package": _("The workbook is damaged and does not open. %(anew)s"),
    "broken_gzip": _("The packed file is damaged or cut off. Download or copy it again."),
    "unpacks_to_much": _(
        "The file is small but unpacks to far more than a table holds. Such files are made to do "
        "harm; save it as CSV if it is honest."
    ),
    "too_many_entries": _("The workbook consists of more than %(limit)s parts. Save it as CSV."),
    "odd_entries": _("The workbook has parts with names that no program writes. %(anew)s"),
    "xml_definitions": _(
        "The workbook has definitions inside that no program writes and that can do harm. %(anew)s"
    ),
    "takes_too_long": _("Reading the file takes too long. Save it as CSV, or upload it in parts."),
    "breaks_reader": _("The file breaks the program that reads it. %(anew)s"),
}

REMARKS = {
    "guessed_encoding": _(
        "The file does not say its encoding; %(encoding)s was guessed. See that the letters are "
        "right, or choose another."
    ),
    "no_mark": _(
        "The file seems to be %(encoding)s, though it does not say so. See that the letters are "
        "right."
    ),
    "damaged_letters": _(
        "The file is UTF-8, but %(count)s of its letters are damaged. Their rows are marked."
    ),
    "header_below": _("Row %(row)s was taken for the names of the columns; see that it is so."),
    "header_like_data": _(
        "Row %(row)s, taken for the names of the columns, has “%(cell)s”. If it is a record, the "
        "table has no names of columns."
    ),
    "unnamed_column": _("Column %(letter)s has no name and is called “%(name)s”."),
    "repeated_column": _(
        "Column %(letter)s has the name of another, “%(column)s”, and is called “%(name)s”."
    ),
    "one_column": _("The table has one column. If it has more, choose what parts its cells."),
    "no_rows": _("The table names its columns and has no rows."),
    "other_sheets": _("“%(sheet)s” is read; %(count)s other sheets have rows too."),
    "merged_cells": _(
        "The sheet has %(count)s merged cells, the first %(first)s. Each speaks for all the cells "
        "that it covers."
    ),
    "hidden_rows": _("The sheet hides %(count)s rows. They are read like the others."),
    "formulas_without_value": _(
        "%(count)s formulas have no value yet and count as empty. Open the file in Excel or "
        "LibreOffice, save it and upload it again."
    ),
}

OF_ROWS = {
    "too_many_cells": _("The row has %(cells)s cells, but there are %(columns)s columns."),
    "too_few_cells": _("The row has only %(cells)s cells, but there are %(columns)s columns."),
    "open_quote": _("A quotation mark opens in line %(line)s and does not close."),
    "stray_quote": _(
        "A quotation mark stands amid a cell in line %(line)s. Within quotation marks it is "
        "written twice."
    ),
    "nul_bytes": _("The row has NUL bytes, which no text has."),
    "unreadable_letters": _("The row has letters that are not %(encoding)s."),
    "long_line": _("The line has more than %(limit)s characters; the rest of it was not read."),
    "long_cell": _("The cell in “%(column)s” has more than %(limit)s characters."),
    "cell_error": _("Cell %(cell)s shows the error %(error)s."),
    "no_such_day": _("Cell %(cell)s is formatted as a date and holds none."),
    "merged_across": _(
        "The row is one cell merged across the table (%(cells)s): a heading, not a record."
    ),
    "broken_json": _("The line is not valid JSON; it breaks at character %(place)s."),
    "not_an_object": _("The line is JSON but no object of names and values."),
    "repeated_name": _("The name “%(name)s” stands twice in the object."),
}

SENTENCES = REFUSALS | REMARKS | OF_ROWS


def sentence(problem: Problem) -> str:
    """For a refusal, a remark or a row's problem, in the language that is active."""
    values = {**problem.values, "anew": str(ANEW)}
    if problem.code == "not_a_table":
        kind = str(problem.values["kind"])
        values |= {"kind": str(NAMES[kind]), "advice": str(ADVICE.get(kind, ""))}
        values["accepted"] = str(ACCEPTED)
    if problem.code == "too_large":
        values["megabytes"] = int(problem.values["limit"]) // MEGABYTE
    return " ".join((str(SENTENCES[problem.code]) % values).split())
