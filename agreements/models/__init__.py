"""The models of agreements and promises, by concern."""

from .agreement import CollaborationAgreement, FocusDecision
from .chain import ChainContent, ChainEntry
from .follow_up import FollowUp, Measurement, Outcome
from .implementation import ActivityChange, ActivityLog
from .promise import Promise, PromiseFocus, PromiseVersion, SealedDocument, Signatory, SigningAct
from .publication import Publication, Registration

__all__ = [
    "ActivityChange",
    "ActivityLog",
    "ChainContent",
    "ChainEntry",
    "CollaborationAgreement",
    "FocusDecision",
    "FollowUp",
    "Measurement",
    "Outcome",
    "Promise",
    "PromiseFocus",
    "PromiseVersion",
    "Publication",
    "Registration",
    "SealedDocument",
    "Signatory",
    "SigningAct",
]
