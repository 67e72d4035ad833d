"""The commands a person types: they start, refuse with a reason, and repeat without harm."""

import shutil
import socket
import stat
import sys

import pytest

from tests.commands import run


def test_a_busy_port_is_told_in_one_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("bin/run", "--port", port)
    assert result.returncode == 1
    assert result.stderr.strip().startswith(f"Port {port} på 127.0.0.1 går inte att använda")


def test_fresh_touches_nothing_but_the_demos_own_data(tmp_path):
    (tmp_path / "kept").touch()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    result = run("bin/run", "--fresh", "--port", port, DATA_DIR=str(tmp_path))
    assert (result.returncode, (tmp_path / "kept").exists()) == (2, True)


def test_production_is_not_started_as_a_demo():
    assert run("bin/run", MODE="production").returncode == 2


def test_production_without_its_secrets_refuses():
    result = run(sys.executable, "manage.py", "check", MODE="production")
    assert result.returncode == 1
    assert "SECRET_KEY saknas" in result.stderr and "SEAL_CERT saknas" in result.stderr


def test_an_unknown_mode_is_refused():
    result = run(sys.executable, "manage.py", "check", MODE="prod")
    assert result.returncode == 1
    assert "MODE='prod'" in result.stderr


@pytest.mark.slow
def test_prepare_is_safe_to_repeat(tmp_path, kept_schema):
    if kept_schema and kept_schema.exists():  # then the suite's own start has migrated from nothing
        (tmp_path / "data").mkdir()
        shutil.copy(kept_schema, tmp_path / "data" / "app.sqlite3")
    place = {"DATA_DIR": str(tmp_path / "data"), "STATIC_ROOT": str(tmp_path / "static"), "MODE": "demo"}
    first = run(sys.executable, "manage.py", "prepare", **place)
    assert first.returncode == 0, first.stderr
    collected = (tmp_path / "static" / "staticfiles.json").stat().st_mtime_ns
    second = run(sys.executable, "manage.py", "prepare", **place)
    assert second.returncode == 0, second.stderr
    assert (tmp_path / "static" / "staticfiles.json").stat().st_mtime_ns == collected
    key = tmp_path / "data" / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) > 50
