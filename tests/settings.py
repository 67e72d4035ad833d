"""The project's settings in test mode. Child processes inherit the mode through the environment."""

import atexit
import os
import shutil
import tempfile

os.environ["MODE"] = "test"
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="medborgarloften-test-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and not os.environ["DATA_DIR"].endswith(worker):
    os.environ["DATA_DIR"] = os.path.join(os.environ["DATA_DIR"], worker)  # each of several has its own files
    os.makedirs(os.environ["DATA_DIR"], exist_ok=True)

from medborgarloften.settings import *  # noqa: F403 – the program's own, but for what follows
