"""The roles, as data. ``setting_up`` turns them into groups.

Permissions are "app_label.codename"; page permissions hold for the museum's home and all below
it, library permissions for the whole media library.
"""

from dataclasses import dataclass

_ADMIN = "wagtailadmin.access_admin"
_FACTS = ("person", "place", "route", "moment", "term", "source")


def _all_of(app: str, *models: str) -> tuple[str, ...]:
    actions = ("add", "change", "delete", "view")
    return tuple(f"{app}.{action}_{model}" for model in models for action in actions)


@dataclass(frozen=True)
class Role:
    """One role. ``name`` is the group's name, as the museum would say it."""

    name: str
    permissions: tuple[str, ...]
    on_pages: tuple[str, ...] = ()
    on_library: tuple[str, ...] = ()


# Wagtail asks for the permissions of its own image and document models, whatever ours are called.
_CHOOSE = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
_UPLOAD = ("wagtailimages.add_image", "wagtailmedia.add_media")
_LIBRARY = (
    *_CHOOSE,
    *_UPLOAD,
    "wagtailimages.change_image",
    "wagtailmedia.change_media",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
)

CURATOR = Role(
    name="Curators",
    permissions=(
        _ADMIN,
        *_all_of("exhibit", *_FACTS, "theme"),
        *_all_of("media", "recordingtext"),
        *_all_of("wagtailredirects", "redirect"),
        "exhibit.change_museumsettings",
        "exhibit.view_kiosk_screens",
        "simple_translation.submit_translation",
    ),
    on_pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    on_library=_LIBRARY,
)
EDITOR = Role(
    name="Editors",
    permissions=(
        _ADMIN,
        *(f"exhibit.{action}_{fact}" for fact in _FACTS for action in ("add", "change", "view")),
        "exhibit.view_kiosk_screens",
        "simple_translation.submit_translation",
    ),
    on_pages=("add_page", "change_page"),
    on_library=(*_CHOOSE, *_UPLOAD),
)
REGISTRAR = Role(
    name="Registrars",
    permissions=(
        _ADMIN,
        *_all_of("media", "recordingtext"),
        *_all_of("exhibit", "source"),
        "wagtailcore.add_collection",
        "wagtailcore.change_collection",
    ),
    on_library=_LIBRARY,
)
ATTENDANT = Role(name="Kiosk attendants", permissions=(_ADMIN, "exhibit.view_kiosk_screens"))

ROLES = (CURATOR, EDITOR, REGISTRAR, ATTENDANT)

WORKFLOW = "Two-step review"
# (task, who may approve): rights first, so that the curator's approval is the last word.
STEPS = (("Media and rights", REGISTRAR.name), ("Curator’s approval", CURATOR.name))
