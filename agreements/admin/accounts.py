"""Accounts. Administrators look after those that may do no more than they themselves.

Whoever may change an account may become its owner. So superusers, and accounts that may do what an
administrator may not, are for superusers; and nobody gives more than he has.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import ManyToManyField, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.forms.admin_accounts import AccountForm
from agreements.importing.roles import ADMINISTRATOR, CLERK, EDITOR

admin.site.unregister([User, Group])


def permissions_of(account: User) -> QuerySet[Permission]:
    """Its own and its groups', also while it is switched off."""
    return Permission.objects.filter(Q(user=account) | Q(group__user=account))


def may_look_after(user: User, account: User) -> bool:
    if user.is_superuser:
        return True
    more = permissions_of(account).exclude(pk__in=permissions_of(user))
    return not account.is_superuser and not more.exists()


def groups_offered(user: User) -> QuerySet[Group]:
    """Those of the desk that hold no more than the user does."""
    groups = Group.objects.filter(name__in=[CLERK, EDITOR, ADMINISTRATOR]).order_by("pk")
    more = Permission.objects.exclude(pk__in=permissions_of(user))
    return groups.exclude(permissions__in=more)


class Ticks:
    """Django's two lists with arrows between them have names that no screen reader may read."""

    filter_horizontal = ()
    formfield_overrides = {ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}


class Superusers:
    def is_superuser(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_active and request.user.is_superuser


@admin.register(User)
class AccountAdmin(Ticks, Superusers, UserAdmin):
    account_fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Personal info"), {"fields": ("first_name", "last_name", "email")}),
        (
            _("Permissions"),
            {
                "fields": ("is_active", "is_staff", "groups"),
                "description": _(
                    "Accounts are not deleted: switch off “active” when somebody leaves."
                ),
            },
        ),
        (_("Important dates"), {"fields": ("last_login", "date_joined")}),
    )

    # An account that somebody wrote with is switched off.
    has_delete_permission = Superusers.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or may_look_after(request.user, obj))

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return self.account_fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return () if request.user.is_superuser else ("last_login", "date_joined")

    def get_form(
        self, request: HttpRequest, obj: User | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        if obj is None or request.user.is_superuser:
            return super().get_form(request, obj, **kwargs)
        form = super().get_form(request, obj, **{**kwargs, "form": AccountForm})
        form.offered = groups_offered(request.user)
        return form

    def save_model(
        self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool
    ) -> None:
        """A new account is for the desk: without “staff” nobody gets in."""
        obj.is_staff = obj.is_staff or not change
        super().save_model(request, obj, form, change)


@admin.register(Group)
class AccountGroupAdmin(Ticks, Superusers, GroupAdmin):
    """What a group may do is for superusers to say, and for administrators to read."""

    has_add_permission = Superusers.is_superuser
    has_change_permission = Superusers.is_superuser
    has_delete_permission = Superusers.is_superuser
