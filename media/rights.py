"""The rights a picture or recording can have: a closed list, each a web address that says it.

The twelve statements of RightsStatements.org (version 1.0), the Creative Commons licences and
public-domain marks. Pure: no Django.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rights:
    uri: str
    label: str
    # May visitors be told to reuse the work? Shown beside the credit.
    short: str


_RS = "http://rightsstatements.org/vocab/{}/1.0/"
_CC = "http://creativecommons.org/licenses/{}/4.0/"

ALL_RIGHTS = (
    Rights(
        "http://creativecommons.org/publicdomain/mark/1.0/", "Public domain mark", "Public domain"
    ),
    Rights(
        "http://creativecommons.org/publicdomain/zero/1.0/",
        "CC0, dedicated to the public domain",
        "CC0",
    ),
    Rights(_CC.format("by"), "CC BY 4.0", "CC BY 4.0"),
    Rights(_CC.format("by-sa"), "CC BY-SA 4.0", "CC BY-SA 4.0"),
    Rights(_CC.format("by-nd"), "CC BY-ND 4.0", "CC BY-ND 4.0"),
    Rights(_CC.format("by-nc"), "CC BY-NC 4.0", "CC BY-NC 4.0"),
    Rights(_CC.format("by-nc-sa"), "CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0"),
    Rights(_CC.format("by-nc-nd"), "CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0"),
    Rights(_RS.format("InC"), "In copyright", "In copyright"),
    Rights(_RS.format("InC-OW-EU"), "In copyright, EU orphan work", "In copyright"),
    Rights(_RS.format("InC-EDU"), "In copyright, educational use permitted", "In copyright"),
    Rights(_RS.format("InC-NC"), "In copyright, non-commercial use permitted", "In copyright"),
    Rights(_RS.format("InC-RUU"), "In copyright, rights holder unlocatable", "In copyright"),
    Rights(_RS.format("NoC-CR"), "No copyright, contractual restrictions", "No copyright"),
    Rights(_RS.format("NoC-NC"), "No copyright, non-commercial use only", "No copyright"),
    Rights(_RS.format("NoC-OKLR"), "No copyright, other legal restrictions", "No copyright"),
    Rights(_RS.format("NoC-US"), "No copyright, United States", "No copyright"),
    Rights(_RS.format("CNE"), "Copyright not evaluated", "Not evaluated"),
    Rights(_RS.format("UND"), "Copyright undetermined", "Undetermined"),
    Rights(_RS.format("NKC"), "No known copyright", "No known copyright"),
)

BY_URI = {rights.uri: rights for rights in ALL_RIGHTS}
CHOICES = [(rights.uri, rights.label) for rights in ALL_RIGHTS]
