from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Curators' desk"

    def ready(self) -> None:
        from cms import checks, receivers, wagtail_workarounds  # noqa: F401 - checks register

        wagtail_workarounds.apply()
        receivers.connect()
