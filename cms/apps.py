from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Curators' desk"

    def ready(self) -> None:
        from cms import receivers, wagtail_workarounds

        wagtail_workarounds.apply()
        receivers.connect()
