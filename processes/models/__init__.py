"""The models of the ground floor, by concern."""

from .activity import Activity, ActivityAim, ActivityParty, ActivityPlan, Goal
from .collaboration import Collaboration, PartyDate, SteeringMember, SupportMember
from .communication import CommunicationActivity, CommunicationPlan, TargetGroup
from .evidence import (
    Attachment,
    Decision,
    Deviation,
    Draft,
    DraftFile,
    Feedback,
    Inherited,
    Judgement,
    Receipt,
    Tick,
)
from .focus import FocusArea, FocusPart, JointSituation, Problem, ProblemEntry
from .handover import Handover
from .hints import SilencedHint
from .imported import Imported
from .intelligence import AccessLog, IntelligenceReference
from .people import Area, Membership, Organisation, User
from .population import AreaPopulation
from .problem import Cause, ProblemAnalysis, TrianglePart
from .record import Record
from .region import RegionDecision
from .round import Party, Process
from .situation import (
    LocalSituation,
    MaterialOrder,
    OwnEntry,
    OwnPicture,
    OwnSeries,
    SituationEntry,
    SituationSeries,
    SituationSource,
    SituationVersion,
)
from .terms import LADDERS, Term

__all__ = [
    "LADDERS",
    "AccessLog",
    "Activity",
    "ActivityAim",
    "ActivityParty",
    "ActivityPlan",
    "Area",
    "AreaPopulation",
    "Attachment",
    "Cause",
    "Collaboration",
    "CommunicationActivity",
    "CommunicationPlan",
    "Decision",
    "Deviation",
    "Draft",
    "DraftFile",
    "Feedback",
    "FocusArea",
    "FocusPart",
    "Goal",
    "Handover",
    "Imported",
    "Inherited",
    "IntelligenceReference",
    "JointSituation",
    "Judgement",
    "LocalSituation",
    "MaterialOrder",
    "Membership",
    "Organisation",
    "OwnEntry",
    "OwnPicture",
    "OwnSeries",
    "Party",
    "PartyDate",
    "Problem",
    "ProblemAnalysis",
    "ProblemEntry",
    "Process",
    "Receipt",
    "Record",
    "RegionDecision",
    "SilencedHint",
    "SituationEntry",
    "SituationSeries",
    "SituationSource",
    "SituationVersion",
    "SteeringMember",
    "SupportMember",
    "TargetGroup",
    "Term",
    "Tick",
    "TrianglePart",
    "User",
]
