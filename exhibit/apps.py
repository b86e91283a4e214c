from django.apps import AppConfig


class ExhibitConfig(AppConfig):
    name = "exhibit"
    verbose_name = "Exhibits"

    def ready(self) -> None:
        from exhibit import receivers

        receivers.connect()
