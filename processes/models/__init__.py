"""The models of the ground floor, by concern."""

from .collaboration import Collaboration, SteeringMember, SupportMember
from .evidence import (
    Attachment,
    Decision,
    Deviation,
    Draft,
    Feedback,
    Judgement,
    Receipt,
    Tick,
)
from .people import Area, Membership, Organisation, User
from .record import Record
from .round import Party, Process
from .situation import LocalSituation

__all__ = [
    "Area",
    "Attachment",
    "Collaboration",
    "Decision",
    "Deviation",
    "Draft",
    "Feedback",
    "Judgement",
    "LocalSituation",
    "Membership",
    "Organisation",
    "Party",
    "Process",
    "Receipt",
    "Record",
    "SteeringMember",
    "SupportMember",
    "Tick",
    "User",
]
