"""The health address answers strangers, and tells the truth about the database."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import django; django.setup()
from django.test import Client
print(Client().get("/halsa/").status_code)
"""


@pytest.mark.django_db
@pytest.mark.row("X-17")
def test_a_working_site_says_so_to_anyone(client):
    response = client.get("/halsa/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]
    assert client.post("/halsa/").status_code == 405


@pytest.mark.row("X-17")
def test_a_site_without_its_database_says_so(tmp_path):
    unreachable = f"sqlite:///{tmp_path}/gone/app.sqlite3"
    result = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": unreachable, "ALLOWED_HOSTS": "testserver"},
        capture_output=True,
        text=True,
    )
    assert result.stdout == "503\n", result.stderr
