"""Forms. Each module is named after what it holds."""

from .evidence import DeviationForm, FeedbackForm, JudgementForm, about_key
from .fields import EARLIEST, LATEST, BoundedDate, Boxes, KeptFile, LabelledChoice, Radios, SeveralOf
from .kept import Kept, reason_field
from .numbers import Amount, WholeNumber
from .records import RecordForm, record_form, section_form
from .rounds import RoundForm

__all__ = [
    "EARLIEST",
    "LATEST",
    "Amount",
    "BoundedDate",
    "Boxes",
    "DeviationForm",
    "FeedbackForm",
    "JudgementForm",
    "Kept",
    "KeptFile",
    "LabelledChoice",
    "Radios",
    "RecordForm",
    "RoundForm",
    "SeveralOf",
    "WholeNumber",
    "about_key",
    "reason_field",
    "record_form",
    "section_form",
]
