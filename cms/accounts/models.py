"""The museum's own user model, so that it can grow without a painful migration."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who signs in: a curator, editor, registrar, translator or attendant."""
