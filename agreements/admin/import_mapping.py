"""What the columns of a table mean: proposed, corrected by a clerk, and kept as a profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.editing import import_jobs
from agreements.importing import opening, sampling, settling, table_problems
from agreements.importing.known import Known
from agreements.importing.profiles import InvalidProfile, Profile, Reader
from agreements.importing.sampling import Sample
from agreements.importing.tables import reading
from agreements.models import IdentifierScheme, Import, ImportProfile
from agreements.models.vocabulary import ImportState, JobKind
from agreements.texts.formats.problem import Refused

from . import import_lines
from .import_lines import Lines, padded
from .import_sent import profile_sent

Page = Callable[..., HttpResponse]

# While nothing of it is in the archive and nothing is being done.
OPEN = (ImportState.RECEIVED, ImportState.PREVIEWED, ImportState.FAILED, ImportState.UNDONE)
ENCODINGS = (
    "utf-8", "utf-16", "windows-1251", "koi8-r", "cp866", "iso-8859-5", "kz1048", "windows-1252",
    "iso-8859-1", "iso-8859-2", "windows-1250", "windows-1254", "windows-1256", "gb18030",
)  # fmt: skip
DELIMITERS = (",", ";", "\t", "|")


@require_http_methods(["GET", "POST"])
def mapping(request: HttpRequest, page: Page, made: Import) -> HttpResponse:
    if made.state not in OPEN:
        messages.info(request, _("The columns can't be changed now."))
        return redirect("admin:agreements_import_change", made.pk)
    if request.method == "GET":
        return Sight(request, page, made).show()
    with transaction.atomic():
        made = Import.objects.select_for_update().get(pk=made.pk)
        if made.state not in OPEN:
            return redirect("admin:agreements_import_change", made.pk)
        sight = Sight(request, page, made)
        sight.take_in()
        return answered(sight)


def answered(sight: Sight) -> HttpResponse:
    acts = {"preview": sight.go_on, "save": sight.save_profile}
    return acts.get(sight.request.POST.get("act", ""), sight.again)()


def readable(settings: dict[str, Any]) -> Profile:
    """Also of settings that still lack something."""
    values = {name: value for name, value in settings.items() if name != "asked"}
    return Reader().profile(values) if values else Profile()


@dataclass
class Named:
    """What is typed into the frame that keeps a profile."""

    name: str = ""
    replaces: bool = False


class Sight:
    """The page: the file as it is read, its columns, and the profile so far."""

    def __init__(self, request: HttpRequest, page: Page, made: Import) -> None:
        self.request, self.page, self.made = request, page, made
        self.profile = readable(made.settings)
        self.wrong: list[str] = []
        self.named = Named(made.profile.name if made.profile else "")

    @cached_property
    def read(self) -> tuple[Sample | None, str]:
        """The beginning of the table, or why it can't be read."""
        try:
            with opening.file_of(self.made) as path:
                found = reading.examine(path, **self.profile.table.given)
                return sampling.sample(path, found), ""
        except Refused as refused:
            return None, table_problems.sentence(refused.problem)
        except FileNotFoundError:
            return None, _("The file of this import is not in the storage.")

    @property
    def sample(self) -> Sample | None:
        return self.read[0]

    @cached_property
    def columns(self) -> list[str]:
        return self.sample.columns if self.sample else []

    # What is sent ---------------------------------------------------------------------------------

    def take_in(self) -> None:
        """All of it is kept, so that nothing is typed twice; what was looked through by other
        settings is so no more."""
        sent = profile_sent(self.request.POST, self.profile, lambda: self.columns)
        table_is_other = sent.table != self.profile.table
        before, self.profile = self.profile, sent
        if sent != before:
            self.made.settings = sent.as_json()
            self.made.state, self.made.counts = ImportState.RECEIVED, {}
            self.made.save(update_fields=["settings", "state", "counts"])
        if table_is_other:
            self.forget()

    def forget(self) -> None:
        """The table is to be read in another way from now on."""
        for name in ("read", "columns"):
            self.__dict__.pop(name, None)

    def again(self) -> HttpResponse:
        return redirect("admin:agreements_import_mapping", pk=self.made.pk)

    def go_on(self) -> HttpResponse:
        self.wrong = self.faults()
        if self.wrong:
            return self.show()
        import_jobs.ask(self.made, JobKind.PREVIEW, self.request.user)
        return redirect("admin:agreements_import_change", self.made.pk)

    def faults(self) -> list[str]:
        """What keeps the table from being looked through, in sentences."""
        if self.sample is None:
            return [self.read[1]]
        found = []
        try:
            Profile.from_json(self.profile.as_json())
        except InvalidProfile as invalid:
            found += invalid.sentences
        if missing := self.profile.missing_from(self.columns):
            words = _("The table has no column “%(columns)s”. Leave it out, or name another.")
            found.append(words % {"columns": "”, “".join(missing)})
        found += opening.faults_of_series(self.profile)
        asked = self.lines.seen.questions.values()
        return found + [settling.sentence(one) for questions in asked for one in questions]

    def save_profile(self) -> HttpResponse:
        post = self.request.POST
        name = " ".join(post.get("name", "").replace("\0", "").split())
        self.named = Named(name, "replaces" in post)
        self.wrong = self.faults_of_name()
        if not self.wrong:
            self.wrong = self.keep(name)
        if self.wrong:
            return self.show()
        messages.success(self.request, _("Kept as the profile “%(name)s”.") % {"name": name})
        return self.again()

    def faults_of_name(self) -> list[str]:
        name = self.named.name
        if not name:
            return [_("Give the profile a name.")]
        own = self.made.profile
        is_there = ImportProfile.objects.filter(name=name).exists()
        if is_there and not self.named.replaces and not (own and own.name == name):
            return [_("There is a profile of this name. Tick that it is to be replaced.")]
        try:
            Profile.from_json(self.profile.as_json())
        except InvalidProfile as invalid:
            return invalid.sentences
        return []

    def keep(self, name: str) -> list[str]:
        user = self.request.user
        verb = "change" if ImportProfile.objects.filter(name=name).exists() else "add"
        if not user.has_perm(f"agreements.{verb}_importprofile"):
            return [_("You may not keep profiles.")]
        values = {"settings": self.profile.as_json(), "changed_by": user.get_username()}
        try:
            with transaction.atomic():
                kept, _is_new = ImportProfile.objects.update_or_create(name=name, defaults=values)
        except IntegrityError as error:
            return [str(error).splitlines()[0]]
        self.made.profile = kept
        self.made.save(update_fields=["profile"])
        return []

    # What is shown --------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.profile, self.sample, Known())

    def show(self) -> HttpResponse:
        context = self.of_columns() if self.sample else {}
        return self.page(
            "import_mapping",
            title=_("What the columns mean"),
            made=self.made,
            profile=self.profile,
            sample=self.sample,
            unreadable=self.read[1],
            wrong=self.wrong,
            named=self.named,
            encodings=with_other(ENCODINGS, self.profile.table.encoding),
            delimiters=with_other(DELIMITERS, self.profile.table.delimiter),
            **context,
        )

    def of_columns(self) -> dict[str, Any]:
        found, profile = self.sample.found, self.profile
        taken = [(one.column, "\n".join(one.values)) for one in profile.take]
        lines, named = self.lines.all, [*self.columns, *profile.composed]
        return {
            "found": found,
            "remarks": [table_problems.sentence(remark) for remark in found.remarks],
            "lines": lines,
            "blank_lines": range(len(lines), len(lines) + 2),
            "number_of_lines": len(lines) + 2,
            "groups": import_lines.field_groups(),
            "note": import_lines.NOTE,
            "date_forms": import_lines.date_forms(),
            "states": self.lines.states,
            "columns": [*named, *profile.missing_from(named)],
            "constants": padded(profile.constants.items()),
            "composed": padded(profile.composed.items(), 1),
            "conditions": padded(taken, 1),
            "empty": "\n".join(profile.empty),
            "schemes": IdentifierScheme.objects.all(),
            "questions": sum(len(line.questions) for line in lines),
        }


def with_other(known: tuple[str, ...], chosen: str) -> list[str]:
    return [*known, chosen] if chosen and chosen not in known else list(known)
