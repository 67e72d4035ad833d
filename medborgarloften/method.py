"""THE LIST: the steps of the method, in order."""

from processes.method import Method
from processes.steps import collaboration

METHOD = Method([collaboration.STEP], version="1")
