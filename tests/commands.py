"""Commands as a person types them: in a process of their own, untouched by the suite's mode and data."""

import os
import subprocess

from django.conf import settings

OURS = ("MODE", "DATA_DIR", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command says and how it ends, started where the project stands."""
    inherited = {k: v for k, v in os.environ.items() if k not in OURS}
    env = {**inherited, **environment}
    return subprocess.run(command, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True)
