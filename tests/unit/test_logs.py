"""Log lines are JSON, and tell of a request no more than where it went."""

import json
import logging
import sys

from django.test import RequestFactory

from medborgarloften.logs import JsonLines


def line(**extra) -> dict:
    record = logging.LogRecord("django.request", logging.WARNING, "f", 1, "Ett %s", ("fel",), None)
    vars(record).update(extra)
    return json.loads(JsonLines().format(record))


def test_a_line_says_when_what_and_from_where():
    assert line().keys() == {"time", "level", "logger", "message"}
    assert line()["message"] == "Ett fel"


def test_a_request_is_told_by_method_and_path_only():
    request = RequestFactory().post("/processer/7/?sok=hemligt", {"svar": "hemligt"})
    told = line(request=request, status_code=403)
    assert (told["method"], told["path"], told["status"]) == ("POST", "/processer/7/", 403)
    assert "hemligt" not in json.dumps(told)


def test_an_exception_is_kept_whole():
    try:
        raise ValueError("orsaken")
    except ValueError:
        told = line(exc_info=sys.exc_info())
    assert told["exception"].endswith("ValueError: orsaken")
