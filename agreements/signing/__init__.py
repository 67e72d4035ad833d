"""From formulated to sealed: frozen and sent, signed, declined or taken back, finished. The only writers of versions.

In `freezing` a version comes about, in `acts` it is signed or ended, in `finishing` it becomes a file. What
stands in the facts about versions is read by `agreements.steps.signed`; in what ways one can sign, `agreements.ways`.
"""

from agreements.steps.signed import lacking, open_version, out_for_signing, sealed, signatories, whose_turn

from .acts import (
    Signed,
    closed_by,
    decline,
    give_notice,
    has_signed,
    may_sign,
    may_sign_now,
    not_out,
    pinned,
    receive,
    sign,
    signatory,
    speaks_for,
    withdraw,
)
from .finishing import finish, render, unfinished
from .freezing import composed, deviations, says_the_same, send, unchanged
from .kinds import AGREEMENT, KINDS, PROMISE, Kind, kind_of, kind_with

__all__ = [
    "AGREEMENT",
    "KINDS",
    "PROMISE",
    "Kind",
    "Signed",
    "closed_by",
    "composed",
    "decline",
    "deviations",
    "finish",
    "give_notice",
    "has_signed",
    "kind_of",
    "kind_with",
    "lacking",
    "may_sign",
    "may_sign_now",
    "not_out",
    "open_version",
    "out_for_signing",
    "pinned",
    "receive",
    "render",
    "says_the_same",
    "sealed",
    "send",
    "sign",
    "signatories",
    "signatory",
    "speaks_for",
    "unchanged",
    "unfinished",
    "whose_turn",
    "withdraw",
]
