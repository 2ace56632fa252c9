"""A clerk corrects a published record: the correction waits until an editor has decided."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.editing import history
from agreements.editing.differences import differences
from agreements.forms.admin_labels import label, named
from agreements.models import Document, Event, Proposal, rules, sign
from agreements.models.vocabulary import ProposalState

from .looking import LookedAt
from .searching import CappedPaginator

OPEN, APPLIED, RETURNED, DROPPED = ProposalState
# What the form sends that is no part of the correction.
NOT_KEPT = ("csrfmiddlewaretoken", "_propose", "_save", "_continue")


class NotProposed(Exception):
    """The form was not in order; ``response`` says why."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


class Proposing:
    """For the admin of documents and events."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.propose_view)
        address = path("<path:object_id>/propose/", view, name=self.name("propose"))
        return [address, *super().get_urls()]

    def may_propose(self, request: HttpRequest, record: Document | Event) -> bool:
        """Who may write drafts, but not change what is published."""
        change = f"{self.opts.app_label}.change_{self.opts.model_name}"
        may_write = request.user.has_perm(change)
        return may_write and record.is_published and not self.has_publish_permission(request)

    def has_change_permission(
        self, request: HttpRequest, obj: Document | Event | None = None
    ) -> bool:
        is_proposed = obj is not None and getattr(request, "proposes", None) == obj.pk
        return is_proposed or super().has_change_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> list:
        """A correction has no part in publishing."""
        fieldsets = super().get_fieldsets(request, obj)
        if not getattr(request, "proposes", None):
            return fieldsets
        *others, (name, publication) = fieldsets
        return [*others, (name, publication | {"fields": ["change_reason"]})]

    def tools(self, request: HttpRequest, record: Document | Event) -> list[tuple[str, str]]:
        tools = super().tools(request, record)
        if self.may_propose(request, record) and not getattr(request, "proposes", None):
            address = reverse(f"admin:{self.name('propose')}", args=[record.pk])
            tools.append((address, _("Propose a correction")))
        return tools

    @transaction.atomic
    def propose_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.may_propose(request, record):
            raise PermissionDenied
        request.proposes = record.pk
        if request.method != "POST":
            return self.changeform_view(request, object_id, "", proposal_context())
        try:
            changes = history.rehearse(lambda: self.save_for_show(request, object_id))
        except NotProposed as refusal:
            return refusal.response
        if not changes:
            self.message_user(request, _("Nothing is changed by it: nothing was proposed."))
            return HttpResponseRedirect(request.get_full_path())
        proposal = self.keep(request, record, changes)
        self.message_user(
            request,
            _("Your correction waits for an editor. Until then the record stays as it is."),
            messages.SUCCESS,
        )
        return HttpResponseRedirect(proposal_url(proposal))

    def save_for_show(self, request: HttpRequest, object_id: str) -> None:
        response = self.changeform_view(request, object_id, "", proposal_context())
        if response.status_code != 302:
            raise NotProposed(response)

    def response_change(self, request: HttpRequest, obj: Document | Event) -> HttpResponse:
        """Of a correction that is only tried, nothing is said; one that was taken over is done."""
        if getattr(request, "proposes", None):
            return HttpResponseRedirect(request.get_full_path())
        key = request.GET.get("proposal", "")
        if key.isascii() and key.isdigit() and len(key) < 19 and obj.is_published:
            for proposal in obj.proposals.open().filter(pk=int(key)):
                decide(request, proposal, APPLIED)
        return super().response_change(request, obj)

    def keep(self, request: HttpRequest, record: Document | Event, changes: list) -> Proposal:
        """In place of one of the same clerk that waits or was returned, if the form says so."""
        sign(request.user, request.POST.get("change_reason", ""))
        for before in mine(request, record).filter(pk=whole_number(request.GET.get("instead"))):
            decide(request, before, DROPPED)
        return Proposal.objects.create(
            **{self.opts.model_name: record},
            changes=history.as_data(changes),
            form={k: v for k, v in request.POST.lists() if k not in NOT_KEPT},
            seen_version=record.version,
            reason=request.POST.get("change_reason", "")[:500],
            made_by=request.user.get_username(),
        )


def proposal_context() -> dict[str, Any]:
    return {
        "is_proposal": True,
        "title": _("Propose a correction"),
        "show_save_and_continue": False,
        "show_save_and_add_another": False,
        "show_delete": False,
    }


def mine(request: HttpRequest, record: Document | Event) -> models.QuerySet:
    waiting = record.proposals.filter(state__in=[OPEN, RETURNED])
    return waiting.filter(made_by=request.user.get_username())


def whole_number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


def proposal_url(proposal: Proposal) -> str:
    return reverse("admin:agreements_proposal_change", args=[proposal.pk])


def record_url(record: Document | Event, page: str = "change") -> str:
    return reverse(f"admin:agreements_{record._meta.model_name}_{page}", args=[record.pk])


def decide(request: HttpRequest, proposal: Proposal, state: str, remark: str = "") -> None:
    proposal.state, proposal.remark = state, remark
    proposal.decided_by, proposal.decided_at = request.user.get_username(), timezone.now()
    proposal.save(update_fields=["state", "remark", "decided_by", "decided_at"])


@admin.register(Proposal)
class ProposalAdmin(LookedAt, admin.ModelAdmin):
    """Looked at, applied, returned, taken back; never edited by hand."""

    list_display = ["shown_record", "made_by", "made_at", "reason", "state"]
    list_filter = ["state"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = CappedPaginator
    list_per_page = 50
    ordering = ["-pk"]
    sortable_by: list[str] = []
    actions = None

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        documents = models.Prefetch("document", named(Document.objects.all()))
        events = models.Prefetch("event", named(Event.objects.all()))
        rows = super().get_queryset(request).defer("changes", "form")
        return rows.prefetch_related(documents, events)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.form_view)
        address = path("<int:number>/form/", view, name="agreements_proposal_form")
        return [address, *super().get_urls()]

    @admin.display(description=gettext_lazy("record"))
    def shown_record(self, proposal: Proposal) -> str:
        return label(proposal.record)

    def may_decide(self, request: HttpRequest, proposal: Proposal) -> bool:
        kind = proposal.record._meta.model_name
        return request.user.has_perm(f"agreements.publish_{kind}")

    def is_mine(self, request: HttpRequest, proposal: Proposal) -> bool:
        return proposal.made_by == request.user.get_username()

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The differences, and what can be done with them."""
        proposal = self.locked(request, whole_number(object_id))
        if proposal is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(object_id))
        said: dict[str, Any] = {}
        if request.method == "POST":
            said = self.act(request, proposal)
            if not said:
                return HttpResponseRedirect(reverse("admin:agreements_proposal_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Proposed correction"),
            "subtitle": label(proposal.record),
            "opts": self.opts,
            "proposal": proposal,
            "is_open": proposal.state == OPEN,
            "record_url": record_url(proposal.record),
            "differences": differences(map(history.from_data, proposal.changes)),
            "may_decide": proposal.state == OPEN and self.may_decide(request, proposal),
            "may_go_on": proposal.state in (OPEN, RETURNED) and self.is_mine(request, proposal),
            **said,
        }
        return TemplateResponse(request, "admin/agreements/proposal.html", context)

    def locked(self, request: HttpRequest, number: int) -> Proposal | None:
        """The proposal and its record: nobody else decides on it, or saves, at the same time."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        proposal = Proposal.objects.filter(pk=number).select_for_update(no_key=True).first()
        if proposal:
            record = proposal.record
            type(record).objects.select_for_update(no_key=True).get(pk=record.pk)
        return proposal

    def act(self, request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
        """Nothing once it is done; else what stands in the way."""
        if proposal.state not in (OPEN, RETURNED):
            return {"refused": _("It is decided already: %s.") % proposal.get_state_display()}
        if "_drop" in request.POST:
            if not self.is_mine(request, proposal):
                raise PermissionDenied
            decide(request, proposal, DROPPED)
            self.message_user(request, _("The proposal was taken back."), messages.SUCCESS)
            return {}
        if not self.may_decide(request, proposal) or proposal.state != OPEN:
            raise PermissionDenied
        if "_return" in request.POST:
            return self.send_back(request, proposal)
        return self.carry_out(request, proposal)

    def send_back(self, request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
        remark = request.POST.get("remark", "").strip()
        if not remark:
            return {"remark_missing": True}
        decide(request, proposal, RETURNED, remark)
        self.message_user(request, _("The proposal went back to its clerk."), messages.SUCCESS)
        return {}

    def carry_out(self, request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
        reason = _("Proposed by %(clerk)s. %(reason)s")
        reason = reason % {"clerk": proposal.made_by, "reason": proposal.reason}
        sign(request.user, reason.strip())
        try:
            with transaction.atomic():
                history.apply(proposal.changes)
                decide(request, proposal, APPLIED)
        except history.InTheWay as error:
            return {"in_the_way": differences(error.changes)}
        except IntegrityError as error:
            return {"refused": rules.words(error, type(proposal.record))}
        words = format_html(
            _("The correction was applied to <a href='{}'>{}</a>."),
            record_url(proposal.record),
            label(proposal.record),
        )
        self.message_user(request, words, messages.SUCCESS)
        return {}

    @transaction.atomic
    def form_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """The record's form with all that the proposal has in it, to go on from."""
        proposal = self.locked(request, number)
        if proposal is None or proposal.state not in (OPEN, RETURNED):
            raise Http404
        record = proposal.record
        model_admin = self.admin_site.get_model_admin(type(record))
        if self.may_decide(request, proposal):
            address = f"{record_url(record)}?proposal={proposal.pk}"
        elif self.is_mine(request, proposal) and model_admin.may_propose(request, record):
            request.proposes = record.pk
            address = f"{record_url(record, 'propose')}?instead={proposal.pk}"
        else:
            raise PermissionDenied
        if request.method != "GET":
            return HttpResponseRedirect(address)
        # As if it had been sent now, and refused with these words: nothing is saved by a look.
        len(request.FILES)  # reading files for the first time later would empty POST
        request.method, request.POST = "POST", sent(proposal)
        words = _("These are the values of the proposal. Nothing is saved yet.")
        request.refused = [(None, words)]
        context = proposal_context() if getattr(request, "proposes", None) else {}
        return model_admin.changeform_view(request, str(record.pk), address, context)


def sent(proposal: Proposal) -> QueryDict:
    data = QueryDict(mutable=True)
    data["publication_state"] = proposal.record.publication_state
    for name, values in proposal.form.items():
        data.setlist(name, values)
    return data
