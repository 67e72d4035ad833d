"""The models of the dialogues, by concern."""

from .citizen import CitizenDialog, DialogOccasion, DialogText, Question, ReachedPart
from .digital import DigitalDialog, SenderAnswer, Submission, SubmittedView
from .staff import HowDialog, HowProposal, Proposal, StaffDialog, StaffGroup, WhatDialog
from .view import View

__all__ = [
    "CitizenDialog",
    "DialogOccasion",
    "DialogText",
    "DigitalDialog",
    "HowDialog",
    "HowProposal",
    "Proposal",
    "Question",
    "ReachedPart",
    "SenderAnswer",
    "StaffDialog",
    "StaffGroup",
    "Submission",
    "SubmittedView",
    "View",
    "WhatDialog",
]
