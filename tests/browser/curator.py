"""A curator's hands: what they click and type at the desk, for tests and the guide's pictures."""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.museum import PROJECT

PASSWORD = "seven bridges of iron"
MAKE_PERSON = """
import sys
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
name, role, first, last, password = sys.argv[1:]
person = get_user_model().objects.create_user(
    username=name, first_name=first, last_name=last, password=password
)
person.groups.set(Group.objects.filter(name=role))
"""


def environment_of(data: Path, given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which commands work on a museum's data folder."""
    return {
        **given,
        "ENFILADE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
    }


def make_person(
    environment: dict[str, str], name: str, *, role: str, first: str, last: str
) -> None:
    """Add someone who signs in to the museum that runs in this environment."""
    code = f"import django; django.setup()\n{MAKE_PERSON}"
    subprocess.run(
        [sys.executable, "-c", code, name, role, first, last, PASSWORD],
        cwd=PROJECT,
        env=environment,
        check=True,
    )


@dataclass
class Curator:
    """Someone at the desk of the museum at ``origin``, in the window ``page``."""

    page: Page
    origin: str

    def sign_in(self, name: str) -> None:
        self.page.goto(f"{self.origin}/admin/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", name="Your exhibits")).to_be_visible()

    def follow(self, name: str) -> None:
        """Follow a link of this name and wait until the page it leads to is ready to be used."""
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_load_state("networkidle")

    def name_page(self, title: str) -> None:
        field = self.page.locator("#id_title")
        field.fill("")
        # Key by key: the address follows a title as it is typed.
        field.press_sequentially(title)
        field.blur()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).last.fill(text)

    def add_block(self, kind: str, *, field: str = "body") -> Locator:
        """Add a block at the end of a field and return it."""
        stream = self.page.locator(f"[data-contentpath='{field}']")
        stream.locator("button.c-sf-add-button").last.click()
        # A field with one kind of block adds it without asking.
        if kind:
            self.page.get_by_role("option", name=kind, exact=True).click()
        return stream.locator("[data-streamfield-child]").last

    def write(self, text: str) -> None:
        """Type into the rich text that was added last."""
        self.page.locator(".public-DraftEditor-content").last.click()
        self.page.keyboard.type(text)
        # The editor hands its text to the form a quarter of a second after the last key.
        self.page.wait_for_timeout(500)

    def add_note(self) -> Locator:
        """Add a note to the text block that was added last and return it."""
        notes = self.page.locator("[data-contentpath='notes']").last
        notes.locator("button.c-sf-add-button").last.click()
        return notes

    @property
    def dialog(self) -> Locator:
        return self.page.locator(".modal-dialog")

    def upload_image(self, file: Path, *, alt: str, caption: str, credit: str) -> None:
        """Upload a picture in the image chooser that is open, and choose it."""
        self.open_upload(file, alt=alt, caption=caption, credit=credit)
        self.finish_upload()

    def open_upload(self, file: Path, *, alt: str, caption: str, credit: str) -> None:
        self.dialog.get_by_role("tab", name="Upload").click()
        self.dialog.locator("input[type=file]").set_input_files(file)
        # Wagtail suggests the file's name once its script is there, which on a slow machine can
        # be after the file was chosen; without a title the browser would not send the form.
        self.dialog.locator("input[name='image-chooser-upload-title']").fill("River")
        self.dialog.get_by_label("Alternative text").fill(alt)
        self.dialog.get_by_label("Caption").fill(caption)
        self.dialog.get_by_label("Credit").fill(credit)
        self.dialog.get_by_label("Rights", exact=True).select_option(index=1)

    def finish_upload(self) -> None:
        self.dialog.get_by_role("button", name=re.compile("^Upload")).click()
        expect(self.dialog).to_be_hidden()

    def choose(self, name: str) -> None:
        """Choose from the dialog that is open."""
        self.dialog.get_by_role("link", name=name, exact=True).click()
        expect(self.dialog).to_be_hidden()

    def add_source(self, *, author: str, title: str, year: str) -> None:
        """Write down a source in the dialog that is open."""
        self.dialog.get_by_role("tab", name="New source").click()
        self.dialog.get_by_label("Authors").fill(author)
        self.dialog.get_by_role("textbox", name="Title").fill(title)
        self.dialog.get_by_label("Year").fill(year)
        self.dialog.get_by_role("button", name="Add this source").click()
        expect(self.dialog).to_be_hidden()

    def save(self) -> None:
        """Save the draft, once the form has stopped saving itself."""
        expect(self.page.get_by_text("Saving…").first).to_be_hidden()
        self.page.get_by_role("button", name="Save draft").click()
        expect(self.page.locator(".messages .success")).to_be_visible()
        self.page.wait_for_load_state("networkidle")
