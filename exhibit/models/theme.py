"""A look that curators choose, refused when visitors could not read it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.admin.widgets import SlugInput

from exhibit.fields import ColourField
from exhibit.theming import contrast
from exhibit.theming.stylesheet import digest_of, stylesheet

ROLES = {
    "ink": "Text",
    "quiet": "Quiet text",
    "paper": "Ground",
    "raised": "Raised ground",
    "rule": "Lines",
    "accent": "Links and accents",
    "accent_ink": "Text on the accent",
    "second": "Second accent",
    "focus": "Keyboard focus",
    "warning": "Warnings",
}
# (role in front, role behind, least contrast, what a visitor reads there)
PAIRS = (
    ("ink", "paper", contrast.MINIMUM_TEXT_CONTRAST, "Text"),
    ("ink", "raised", contrast.MINIMUM_TEXT_CONTRAST, "Text on the raised ground"),
    ("quiet", "paper", contrast.MINIMUM_TEXT_CONTRAST, "Quiet text"),
    ("quiet", "raised", contrast.MINIMUM_TEXT_CONTRAST, "Quiet text on the raised ground"),
    ("accent", "paper", contrast.MINIMUM_TEXT_CONTRAST, "A link"),
    ("accent", "raised", contrast.MINIMUM_TEXT_CONTRAST, "A link on the raised ground"),
    ("accent_ink", "accent", contrast.MINIMUM_TEXT_CONTRAST, "Text on the accent"),
    ("second", "paper", contrast.MINIMUM_TEXT_CONTRAST, "A label in the second accent"),
    ("warning", "paper", contrast.MINIMUM_TEXT_CONTRAST, "A warning"),
    ("focus", "paper", contrast.MINIMUM_LARGE_CONTRAST, "The keyboard focus"),
)
SCHEMES = [("light", "Light first"), ("dark", "Dark first")]
PAIRINGS = [
    ("serif", "Serif for reading, sans for labels"),
    ("sans", "Sans throughout"),
]
DENSITIES = [("spacious", "Spacious"), ("regular", "Regular"), ("compact", "Compact")]


class Theme(models.Model):
    """Colours by role in a light and a dark scheme, a pair of typefaces, and a density."""

    name = models.CharField(max_length=80, unique=True, help_text="e.g. “Amu Darya”.")
    slug = models.SlugField(max_length=80, unique=True, help_text="For its address, e.g. amu-darya")
    first_scheme = models.CharField(
        "scheme",
        max_length=10,
        choices=SCHEMES,
        default="light",
        help_text="What visitors see whose device has no wish of its own, and what a kiosk shows.",
    )
    pairing = models.CharField(
        "typefaces", max_length=10, choices=PAIRINGS, default="serif", help_text="e.g. serif."
    )
    density = models.CharField(
        max_length=10, choices=DENSITIES, default="regular", help_text="How close things stand."
    )
    light_ink = ColourField("text", default="#1d1b18", help_text="e.g. #1d1b18")
    light_quiet = ColourField("quiet text", default="#5c564c", help_text="Captions and labels.")
    light_paper = ColourField("ground", default="#f7f2e8", help_text="e.g. #f7f2e8")
    light_raised = ColourField("raised ground", default="#fffcf5", help_text="Panels and notes.")
    light_rule = ColourField("lines", default="#d9cfbd", help_text="Thin lines.")
    light_accent = ColourField("accent", default="#0b5d63", help_text="Links, the current place.")
    light_accent_ink = ColourField("text on accent", default="#ffffff", help_text="e.g. #ffffff")
    light_second = ColourField("second accent", default="#9a3f24", help_text="Routes, key figures.")
    light_focus = ColourField("focus", default="#0b5d63", help_text="The ring of the keyboard.")
    light_warning = ColourField("warning", default="#8a2f12", help_text="Content warnings.")
    dark_ink = ColourField("text", default="#f1ebe0", help_text="e.g. #f1ebe0")
    dark_quiet = ColourField("quiet text", default="#b9b0a1", help_text="Captions and labels.")
    dark_paper = ColourField("ground", default="#161512", help_text="e.g. #161512")
    dark_raised = ColourField("raised ground", default="#211f1b", help_text="Panels and notes.")
    dark_rule = ColourField("lines", default="#3d3931", help_text="Thin lines.")
    dark_accent = ColourField("accent", default="#7cc4c4", help_text="Links, the current place.")
    dark_accent_ink = ColourField("text on accent", default="#10201f", help_text="e.g. #10201f")
    dark_second = ColourField("second accent", default="#e59a7c", help_text="Routes, key figures.")
    dark_focus = ColourField("focus", default="#7cc4c4", help_text="The ring of the keyboard.")
    dark_warning = ColourField("warning", default="#f0a184", help_text="Content warnings.")

    panels = [
        HelpPanel(
            "Text needs a contrast of at least 4.5:1 to be read; a theme that misses it is not "
            "saved, and the nearest colour that would do is named."
        ),
        FieldRowPanel(
            [
                TitleFieldPanel("name", classname="", placeholder=False),
                FieldPanel("slug", widget=SlugInput),
            ]
        ),
        FieldRowPanel([FieldPanel("first_scheme"), FieldPanel("pairing"), FieldPanel("density")]),
        *(
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel(f"{scheme}_{role}") for role in row])
                    for row in (
                        ("ink", "quiet", "paper"),
                        ("accent", "accent_ink", "raised"),
                        ("second", "warning"),
                        ("focus", "rule"),
                    )
                ],
                heading=heading,
            )
            for scheme, heading in (("light", "Light scheme"), ("dark", "Dark scheme"))
        ),
    ]

    class Meta:
        verbose_name = "theme"
        verbose_name_plural = "themes"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def colours(self, scheme: str) -> dict[str, str]:
        """Return the ten colours of "light" or "dark" by role."""
        return {role: getattr(self, f"{scheme}_{role}") for role in ROLES}

    @property
    def stylesheet(self) -> str:
        return stylesheet(self.colours("light"), self.colours("dark"), first=self.first_scheme)

    @property
    def digest(self) -> str:
        return digest_of(self.stylesheet)

    @property
    def stylesheet_url(self) -> str:
        return reverse("theme", args=[self.slug, self.digest])

    def clean(self) -> None:
        """Refuse colours that visitors could not tell apart, naming the ratio and a way out."""
        super().clean()
        errors: dict[str, str] = {}
        for scheme in ("light", "dark"):
            colours = self.colours(scheme)
            for role in ROLES:
                pairs = [pair for pair in PAIRS if pair[0] == role]
                try:
                    problem = _problem_of(pairs, colours)
                except ValueError:
                    continue  # the field's own validator has said so
                if problem:
                    errors[f"{scheme}_{role}"] = problem
        if errors:
            raise ValidationError(errors)


def _problem_of(pairs: list[tuple[str, str, float, str]], colours: dict[str, str]) -> str:
    """Say on which grounds a colour cannot be read, and one colour that can on all of them."""
    failing = [
        (what, behind, minimum, contrast.contrast(colours[front], colours[behind]))
        for front, behind, minimum, what in pairs
        if contrast.contrast(colours[front], colours[behind]) < minimum
    ]
    if not failing:
        return ""
    front = pairs[0][0]
    found = " ".join(
        # Rounded down, so that 4.46 never reads as the 4.5 it is not.
        f"{what} in {colours[front]} on {colours[behind]} has a contrast of "
        f"{int(ratio * 100) / 100}:1."
        for what, behind, _minimum, ratio in failing
    )
    least = max(minimum for _what, _behind, minimum, _ratio in failing)
    return f"{found} Visitors need at least {least}:1. {_advice(pairs, colours)}"


def _advice(pairs: list[tuple[str, str, float, str]], colours: dict[str, str]) -> str:
    front = colours[pairs[0][0]]
    for _front, behind, minimum, _what in pairs:
        better = contrast.nearest_passing(front, colours[behind], minimum=minimum)
        if better and all(
            contrast.contrast(better, colours[other]) >= needed
            for _front, other, needed, _what in pairs
        ):
            return f"{better} would do."
    grounds = " and ".join(colours[behind] for _front, behind, _minimum, _what in pairs)
    return f"Choose another ground than {grounds}."
