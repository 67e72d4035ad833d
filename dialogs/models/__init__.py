"""The models of the dialogues, by concern."""

from .citizen import CitizenDialog, Question
from .staff import HowDialog, HowProposal, Proposal, StaffDialog, StaffGroup, WhatDialog
from .view import View

__all__ = [
    "CitizenDialog",
    "HowDialog",
    "HowProposal",
    "Proposal",
    "Question",
    "StaffDialog",
    "StaffGroup",
    "View",
    "WhatDialog",
]
