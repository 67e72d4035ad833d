"""The ground floor's app."""

from django.apps import AppConfig


def _trace_round(sender, history_instance, instance, **kwargs) -> None:
    history_instance.round_id = getattr(instance, "_round_id", None)


class ProcessesConfig(AppConfig):
    """People, rounds, the kernel and the steps that are the police's and municipality's alike."""

    name = "processes"
    verbose_name = "Processer"

    def ready(self) -> None:
        """Let every history row know which round it was written in; register the checks."""
        from simple_history.signals import pre_create_historical_record

        from . import checks  # noqa: F401 – registers itself

        pre_create_historical_record.connect(_trace_round, dispatch_uid="round-trace")
