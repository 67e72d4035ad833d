"""The project's settings in test mode. Child processes inherit the mode through the environment."""

import os

os.environ["MODE"] = "test"

from medborgarloften.settings import *  # noqa: E402, F403
