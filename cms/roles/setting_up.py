"""Make the roles' groups and the review workflow, once."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.roles.roles import ROLES, STEPS, WORKFLOW, Role

# Groups and workflow that Wagtail's migrations make; ours stand in their place.
_STOCK_GROUPS = ("Moderators", "Editors")
_STOCK_WORKFLOW = "Moderators approval"


@transaction.atomic
def ensure_roles(*, reset: bool = False) -> list[str]:
    """Make the groups and the workflow that are missing; return the names of those made.

    A group that is there is left as it is, so that a right the museum took away stays away,
    unless ``reset`` gives every role back exactly what it began with.
    """
    if not Group.objects.filter(name=ROLES[0].name).exists():
        _remove_stock()
    made = []
    for role in ROLES:
        group, is_new = Group.objects.get_or_create(name=role.name)
        if is_new or reset:
            _give(group, role)
            made.append(role.name)
    if not Workflow.objects.filter(name=WORKFLOW).exists():
        _make_workflow()
        made.append(WORKFLOW)
    return made


def _remove_stock() -> None:
    Workflow.objects.filter(name=_STOCK_WORKFLOW).delete()
    GroupApprovalTask.objects.filter(name=_STOCK_WORKFLOW).delete()
    Group.objects.filter(name__in=_STOCK_GROUPS, user=None).delete()


def _give(group: Group, role: Role) -> None:
    group.permissions.set(_permissions(role.permissions))
    root = Page.get_first_root_node()
    library = Collection.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    for permission in _permissions(f"wagtailcore.{name}" for name in role.on_pages):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    for permission in _permissions(role.on_library):
        GroupCollectionPermission.objects.create(
            group=group, collection=library, permission=permission
        )


def _permissions(names) -> list[Permission]:
    """Return the permissions of these names.

    Raises:
        Permission.DoesNotExist: naming the one that no model declares.
    """
    found = []
    for name in names:
        app, codename = name.split(".")
        found.append(Permission.objects.get(content_type__app_label=app, codename=codename))
    return found


def _make_workflow() -> None:
    workflow = Workflow.objects.create(name=WORKFLOW)
    for order, (name, approvers) in enumerate(STEPS):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.add(Group.objects.get(name=approvers))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
