"""The models of agreements and promises, by concern."""

from .accessibility import AccessibilityReport
from .agreement import CollaborationAgreement, FocusDecision
from .chain import ChainContent, ChainEntry
from .document import DocumentVersion, SealedDocument, SigningAct, SigningCopy
from .follow_up import FollowUp, Measurement, Observation, Outcome, PlanningExport
from .implementation import ActivityChange, ActivityLog, LogPicture
from .promise import Promise, PromiseFocus
from .public_page import PublicPage, PublicSpan, PublicWord
from .publication import Account, Clearance, Publication, Registration
from .record import (
    Disposal,
    DisposalRule,
    NumberNote,
    OutsideDocument,
    ProtectedSubject,
    RegisterSetting,
    Release,
    ReleasePackage,
)
from .signatory import AgreementSignatory, Signatory

__all__ = [
    "AccessibilityReport",
    "Account",
    "ActivityChange",
    "ActivityLog",
    "AgreementSignatory",
    "ChainContent",
    "ChainEntry",
    "Clearance",
    "CollaborationAgreement",
    "Disposal",
    "DisposalRule",
    "DocumentVersion",
    "FocusDecision",
    "FollowUp",
    "LogPicture",
    "Measurement",
    "NumberNote",
    "Observation",
    "Outcome",
    "OutsideDocument",
    "PlanningExport",
    "Promise",
    "PromiseFocus",
    "ProtectedSubject",
    "PublicPage",
    "PublicSpan",
    "PublicWord",
    "Publication",
    "RegisterSetting",
    "Registration",
    "Release",
    "ReleasePackage",
    "SealedDocument",
    "Signatory",
    "SigningAct",
    "SigningCopy",
]
