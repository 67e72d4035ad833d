"""The only writers of a round's work. Each asks who and whether, inside its transaction."""

from .accepting import accept, take_back
from .adopting import adopt, join
from .deciding import acknowledge, confirm, decide, reopen, send_back
from .evidence import attach, deviate, judge, save_feedback, tick, withdraw_deviation
from .hints import restore, silence
from .importing import bring_in, undo
from .inheriting import confirm_inherited, note_inherited
from .minuting import begin_meeting, take_minutes
from .order import use_order
from .ordering import deliver, remind
from .rounds import start_round
from .rows import add, add_many, create_subject, remove, save
from .sharing import share

__all__ = [
    "accept",
    "acknowledge",
    "add",
    "add_many",
    "adopt",
    "attach",
    "begin_meeting",
    "bring_in",
    "confirm",
    "confirm_inherited",
    "create_subject",
    "decide",
    "deliver",
    "deviate",
    "join",
    "judge",
    "note_inherited",
    "remind",
    "remove",
    "reopen",
    "restore",
    "save",
    "save_feedback",
    "send_back",
    "share",
    "silence",
    "start_round",
    "take_back",
    "take_minutes",
    "tick",
    "undo",
    "use_order",
    "withdraw_deviation",
]
