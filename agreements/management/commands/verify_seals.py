"""Checks the register: `manage.py verify_seals [--json] [--head HEX]`.

Exits with 0 when all holds, 1 when anything is not as it was, 3 when there was nothing to check.
"""

import json
import sys

from django.core.management import BaseCommand

from agreements.verifying import checking

HOLDS, FAULTS, NOTHING = 0, 1, 3


class Command(BaseCommand):
    help = "Verifies the chain of events, every stored row against it, and the files and their seals."

    def add_arguments(self, parser) -> None:
        """The two ways to ask more, or to be answered in another way."""
        parser.add_argument("--json", action="store_true", help="answer as JSON, for a machine that watches")
        parser.add_argument("--head", default="", help="a head kept elsewhere, which must be in the chain")

    def handle(self, *, head: str = "", **options) -> None:
        """Tells how much was checked, the head to compare with printed ones, and what is wrong."""
        report = checking.check(head.replace(" ", "").lower())
        status = FAULTS if report.faults else HOLDS if report.entries else NOTHING
        if options["json"]:
            self.stdout.write(_as_json(report))
        else:
            self._tell(report)
        if status:
            sys.exit(status)

    def _tell(self, report: checking.Report) -> None:
        for fault in report.faults:
            self.stderr.write(f"{fault.kind}: {fault}")
        if report.faults:
            self.stderr.write(f"{len(report.faults)} fel hittades.")
        what = f"{report.entries} händelser och {report.documents} dokument"
        if report.erased:
            what += f" (innehållet i {report.erased} händelser är gallrat, vilket inte är ett fel)"
        if report.older:
            what += f" (varav {report.older} händelser i en äldre form, som säger mindre om sin rad)"
        said = (
            "är kontrollerade" if report.faults else "stämmer" if report.entries else "finns att kontrollera"
        )
        self.stdout.write(f"{what} {said}. Registrets huvud: {report.head}")


def _as_json(report: checking.Report) -> str:
    told = {
        "ok": bool(report.entries) and not report.faults,
        "events": report.entries,
        "documents": report.documents,
        "erased": report.erased,
        "older": report.older,
        "head": report.head,
        "faults": [{"kind": fault.kind, "text": fault.text} for fault in report.faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
