"""Accounts and groups are for superusers: who may edit accounts may become anybody."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest


class SuperuserOnly:
    def is_allowed(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_active and request.user.is_superuser

    has_module_permission = is_allowed
    has_view_permission = is_allowed
    has_add_permission = is_allowed
    has_change_permission = is_allowed
    has_delete_permission = is_allowed


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(SuperuserOnly, UserAdmin):
    pass


@admin.register(Group)
class AccountGroupAdmin(SuperuserOnly, GroupAdmin):
    pass
