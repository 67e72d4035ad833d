"""The models of agreements and promises, by concern."""

from .agreement import CollaborationAgreement, FocusDecision
from .follow_up import FollowUp, Measurement, Outcome
from .implementation import ActivityChange, ActivityLog

__all__ = [
    "ActivityChange",
    "ActivityLog",
    "CollaborationAgreement",
    "FocusDecision",
    "FollowUp",
    "Measurement",
    "Outcome",
]
