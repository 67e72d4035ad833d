"""The models of the dialogues, by concern."""

from .citizen import CitizenDialog, Question, View
from .staff import HowDialog, HowProposal, Proposal, StaffDialog, WhatDialog

__all__ = [
    "CitizenDialog",
    "HowDialog",
    "HowProposal",
    "Proposal",
    "Question",
    "StaffDialog",
    "View",
    "WhatDialog",
]
