"""Start Enfilade on one machine: look before leaping, set up what is missing, serve.

    python -m cms.serve            what `make run` does
    python -m cms.serve --reload   what `make dev` does

Whatever stands in the way reaches the person as one sentence that says what to do.
"""


class CannotStart(Exception):
    """Something on this machine stands in the way; the message is a sentence for its owner."""
