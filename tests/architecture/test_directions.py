"""The contracts of import-linter really catch what they forbid: each planted fault is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

PACKAGES = ("processes", "dialogs", "agreements", "medborgarloften")
FAULTS = {
    "Each app stands": ("processes/models/planted.py", "import dialogs.apps"),
    "Inside an app": ("processes/models/planted.py", "import processes.guard"),
    "Guard and policies": ("processes/policies.py", "import processes.models"),
    "WeasyPrint has one door": ("dialogs/planted.py", "import weasyprint"),
    "python-pptx has one door": ("agreements/planted.py", "from pptx import Presentation"),
    "XlsxWriter has one door": ("medborgarloften/portal/planted.py", "import xlsxwriter"),
    "openpyxl has one door": ("dialogs/planted.py", "import openpyxl"),
    "pyHanko has one door": ("processes/planted.py", "from pyhanko.sign import signers"),
}


@pytest.mark.slow
@pytest.mark.parametrize("contract", FAULTS)
def test_a_planted_import_breaks_its_contract(contract, tmp_path):
    for package in PACKAGES:
        shutil.copytree(settings.BASE_DIR / package, tmp_path / package)
    shutil.copy(settings.BASE_DIR / "pyproject.toml", tmp_path)
    place, fault = FAULTS[contract]
    with (tmp_path / place).open("a") as file:
        file.write(f"\n{fault}\n")
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-cache"], cwd=tmp_path, capture_output=True, text=True)
    broken = [line for line in run.stdout.splitlines() if " BROKEN" in line]
    assert run.returncode == 1
    assert any(line.startswith(contract) for line in broken), run.stdout
