"""High contrast is as high as it says, on both grounds."""

import re
from pathlib import Path

import pytest

import exhibit
from exhibit.models.theme import PAIRS
from exhibit.theming.contrast import contrast

STYLESHEET = Path(exhibit.__file__).parent / "static/exhibit/css/kiosk-contrast.css"
HIGH_CONTRAST = 7.0


def grounds() -> list[dict[str, str]]:
    rules = re.findall(r"\{([^}]*)\}", STYLESHEET.read_text())
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule)) for rule in rules]


@pytest.mark.parametrize(("front", "behind"), [pair[:2] for pair in PAIRS])
@pytest.mark.parametrize("ground", grounds(), ids=["light", "dark"])
def test_every_pair_of_roles_is_at_seven_to_one(ground, front, behind):
    colours = {name.replace("-", "_"): value for name, value in ground.items()}

    assert contrast(colours[front], colours[behind]) >= HIGH_CONTRAST
