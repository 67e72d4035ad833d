"""Who may do what: the table that every address is held against (test_access.py).

Written from the method and the law, to be read by a lawyer; never derived from the program.
People are called what tests/people.py calls them. In all rows:

- whoever is not logged in, or is shut off, is sent to the login;
- whoever has no role in the round (another place, a role that has ended, the administrator) gets
  404, as if the round did not exist;
- whoever has a role in the round, but not one the row names, gets 403 with the reason;
- a method the row leaves out is answered 405.
"""

from dataclasses import dataclass, field

POLICE = {
    "officer", "chief", "manager", "employee", "intelligence", "analyst", "communicator", "registrar",
}  # fmt: skip
REGION = {"reader"}
MUNICIPALITY = {"coordinator", "representative", "municipal_communicator"}
PARTNER = {"partner", "partner_representative"}
ROUND = POLICE | REGION | MUNICIPALITY | PARTNER
ADMINISTRATORS = {"admin"}
EVERYONE = ROUND | ADMINISTRATORS

LEADERS = {"officer", "coordinator"}
OWN_PARTS = {"coordinator", "representative", "partner", "partner_representative"}
COMMUNICATORS = {"communicator", "municipal_communicator"}
LAW_READERS = LEADERS | {"representative"}  # the municipality's own material under lag (2023:196)
SIGNERS = {"chief", "representative"}  # of the promise that the last round has


@dataclass(frozen=True)
class Rights:
    """Who may do what in one step. A section that is not named is edited by `edits`."""

    sees: set[str]
    edits: set[str]
    sections: dict[str, set[str]] = field(default_factory=dict)
    completes: set[str] = field(default_factory=set)
    approves: set[str] = field(default_factory=set)

    def may(self, act: str, section: str = "", gate: str = "") -> set[str]:
        """Those who may do it; nobody does what they may not see."""
        if act == "edits section":
            return self.sections.get(section, self.edits)
        if act == "decides":
            return self.approves if gate == "approve" else self.completes
        if act == "returns":
            return self.approves or self.edits
        if act == "shares":  # what all see already is not handed over
            return self.approves | {"officer"} if self.sees == OWN else set()
        if act == "deviates":
            return (self.edits | LEADERS) & self.sees
        return self.sees if act == "sees" else self.edits


OWN = POLICE | REGION  # the police's own working ground, until they share it (LAG-2)
DOERS = {"officer", "manager", "employee", "coordinator", "partner"}

STEPS = {
    "collaboration": Rights(
        sees=ROUND,
        edits=LEADERS,
        completes=LEADERS,
    ),
    "communication": Rights(
        sees=ROUND,
        edits=LEADERS | COMMUNICATORS,
    ),
    "local_situation": Rights(
        sees=OWN,
        edits={"officer", "intelligence", "analyst"},
        sections={"bestallningar": {"chief"}},  # the chief orders, and nobody else
        completes={"officer", "intelligence", "analyst"},
        approves={"chief"},
    ),
    "own_picture": Rights(  # each sees its own organisation's alone: test_own_picture.py
        sees=MUNICIPALITY | PARTNER,
        edits=OWN_PARTS,
    ),
    "staff_dialog_what": Rights(
        sees=OWN,
        edits={"officer", "manager"},
        completes={"officer", "manager"},
    ),
    "citizen_dialog": Rights(
        sees=ROUND,
        edits=LEADERS,
        sections={
            "plan": LEADERS | COMMUNICATORS,
            "fragor": LEADERS | COMMUNICATORS,
            "texter": LEADERS | COMMUNICATORS,
        },
        completes=LEADERS,
    ),
    "joint_situation": Rights(
        sees=ROUND,
        edits=LEADERS,
        sections={"ursprung": {"officer"}, "mojligheter": LEADERS | {"partner"}},
        completes=LEADERS,
        approves={"chief", "coordinator", "representative"},
    ),
    "problem_analysis": Rights(
        sees=ROUND,
        edits=LEADERS | {"analyst"},
        completes=LEADERS | {"analyst"},
    ),
    "collaboration_agreement": Rights(
        sees=ROUND,
        edits=LEADERS,
    ),
    "staff_dialog_how": Rights(
        sees=OWN,
        edits={"officer", "manager"},
        completes={"officer", "manager"},
    ),
    "activity_plan": Rights(
        sees=ROUND,
        edits=DOERS,
        sections={"ansvariga": DOERS | {"representative", "partner_representative"}},
        completes=DOERS,
        approves={"chief"},
    ),
    "citizen_promise": Rights(
        sees=ROUND,
        edits=LEADERS,
    ),
    "implementation": Rights(
        sees=ROUND,
        edits=DOERS,
        sections={"andringar": LEADERS},
    ),
    "follow_up": Rights(
        sees=ROUND,
        edits=LEADERS | {"analyst"},
        completes=LEADERS | {"analyst"},
        approves={"chief"},
    ),
    "feedback": Rights(
        sees=ROUND,
        edits=LEADERS | COMMUNICATORS,
    ),
}


@dataclass(frozen=True)
class Page:
    """One address: who it is for, and what they get. None: the method is not offered.

    `who` is a set of people, or what one must be able to do in the step. A POST that says nothing
    is answered 409 or 422: allowed, but refused with words.
    """

    who: set[str] | str
    get: int | None = 200
    post: int | tuple[int, ...] | None = None
    alone: bool = False
    """Not a page of a round: whoever may not gets 403, also strangers to every round."""
    hidden_from: set[str] = field(default_factory=set)
    """Those of the round for whom it does not exist (404), since it is another authority's."""


ANYBODY = "anybody, also without logging in"
LOGGED_IN = "anybody who has logged in"
LOGGED_IN_OR_LED = "anybody who has logged in; whoever was never here is led to what is public"
WITH_PASSWORD_ANEW = "anybody who has given the password anew"

PAGES = {
    # Portal
    "health": Page(ANYBODY),
    "portal:method": Page(ANYBODY),
    "portal:start": Page(LOGGED_IN_OR_LED),
    "portal:approvals": Page(LOGGED_IN),
    "portal:thread": Page(ROUND),
    "portal:thread_pdf": Page(ROUND),
    "portal:law": Page(LAW_READERS),
    "portal:law_paper": Page(LAW_READERS),
    "portal:law_pdf": Page(LAW_READERS),
    "portal:people": Page(ADMINISTRATORS, alone=True),
    "portal:people_file": Page(ADMINISTRATORS, alone=True),
    "portal:invite": Page(ADMINISTRATORS, post=422, alone=True),
    "portal:person": Page(ADMINISTRATORS, alone=True),
    "portal:debts": Page(LOGGED_IN),
    "portal:debts_file": Page(LOGGED_IN),
    "portal:stand_ins": Page(LOGGED_IN),
    "portal:appoint": Page(set(), post=422, alone=True),  # an administrator's role is not lent
    "portal:end_stand_in": Page(set(), get=None, post=302, alone=True),  # a role that is not lent
    "portal:hand_over": Page(ROUND, post=422),
    "portal:round_file": Page(ROUND),
    "portal:archive": Page(LEADERS | {"registrar"}, post=200),
    "portal:words": Page(ADMINISTRATORS, alone=True),  # the police's; the one on the cast is
    "portal:add_word": Page(ADMINISTRATORS, post=422, alone=True),
    "portal:word": Page(ADMINISTRATORS, post=422, alone=True),
    "portal:retire_word": Page(ADMINISTRATORS, get=None, post=302, alone=True),
    "portal:decisions": Page(LOGGED_IN),
    "portal:add_decision": Page(REGION, post=422),
    "portal:decision": Page(REGION, post=422),
    "portal:decision_file": Page(ROUND),
    "portal:import_round": Page({"officer"}, post=422, alone=True),
    "portal:import_preview": Page({"officer"}, get=302, post=302, alone=True),
    "portal:end_role": Page(ADMINISTRATORS, get=None, post=302, alone=True),
    # Rounds
    "processes:rounds": Page(LOGGED_IN),
    "processes:start": Page({"officer"}, post=422, alone=True),
    "processes:definitions": Page(LOGGED_IN),
    "processes:draft": Page(LOGGED_IN, get=None, post=400),
    "processes:drop_draft": Page(LOGGED_IN, get=None, post=400),
    "processes:silence_hints": Page(LOGGED_IN, get=None, post=400),
    "processes:restore_hints": Page(LOGGED_IN, get=None, post=400),
    "processes:overview": Page(ROUND),
    "processes:timeline": Page(ROUND),
    "processes:timeline_file": Page(ROUND),
    "processes:confirm": Page(ROUND, post=422),
    # Steps
    "processes:step": Page("sees"),
    "processes:subject": Page("sees"),
    "processes:create": Page("edits", post=422),
    "processes:edit": Page("edits section", post=422),
    "processes:add_row": Page("edits section", post=422),
    "processes:edit_row": Page("edits section", post=422),
    "processes:hints": Page("edits section", get=None, post=400),
    "processes:remove_row": Page("edits section", post=(302, 409, 422)),
    "processes:import_rows": Page("edits section", post=422),
    "processes:import_template": Page("edits section"),
    "processes:import_check": Page("edits section", get=409, post=409),  # no such file waits
    "processes:import_undo": Page("edits section", get=None, post=404),  # nothing has been brought in
    "processes:series_file": Page("edits section", post=422),
    "processes:series_template": Page("edits section"),
    "processes:deliver": Page({"officer", "chief", "intelligence", "analyst"}, get=None, post=409),
    "processes:remind": Page({"chief"}, get=None, post=409),
    "processes:adopt": Page("edits section", get=None, post=409),
    "processes:list": Page("sees"),
    "processes:why": Page("edits section", post=422),
    "processes:decide": Page("decides", get=None, post=(302, 409)),
    "processes:send_back": Page("returns", get=None, post=422),
    "processes:reopen": Page("edits", get=None, post=422),
    "processes:tick": Page("edits", get=None, post=409),
    "processes:judge": Page("edits", post=422),
    "processes:deviate": Page("deviates", post=422),
    "processes:withdraw": Page("deviates", get=None, post=302),
    "processes:feedback": Page("edits", post=422),
    "processes:edit_feedback": Page("edits", post=422),
    "processes:acknowledge": Page("edits", post=422),
    "processes:attach": Page("edits", post=422),
    "processes:attachment": Page("sees"),
    "processes:document": Page("sees"),
    "processes:download": Page("sees"),
    "processes:share": Page("shares", post=422),
    "processes:shared": Page(ROUND),
    "processes:shared_copy": Page(OWN | MUNICIPALITY),  # handed over by the police to the municipality
    "processes:intelligence": Page({"chief", "intelligence"}, post=422),
    "processes:access_log": Page({"chief"}, post=422),
    "processes:accept": Page(LEADERS | OWN_PARTS, get=None, post=409),
    "processes:take_back": Page(LEADERS | OWN_PARTS, get=None, post=(302, 409, 422)),
    "processes:meeting": Page("edits"),
    "processes:meeting_begin": Page("edits", get=None, post=(302, 409)),
    "processes:meeting_minutes": Page("edits", get=None, post=(302, 409)),
    "processes:meeting_save": Page("edits", get=None, post=422),
    "processes:tell": Page("edits section", get=None, post=302),
    "processes:use_order": Page("edits section", post=422),
    # What citizens said
    "dialogs:views": Page("sees"),
    "dialogs:views_file": Page("sees"),
    "dialogs:view": Page("sees"),
    "dialogs:write_views": Page("edits", post=422),
    "dialogs:put_view_right": Page({"officer"}, post=422),  # who wrote it in, the same day
    "dialogs:sort_views": Page("edits", get=None, post=409),
    "dialogs:sort_all_views": Page("edits", get=None, post=409),
    "dialogs:merge_views": Page("edits", get=None, post=409),
    "dialogs:route_views": Page("edits", get=None, post=409),
    "dialogs:part_view": Page("edits", get=None, post=302),
    "dialogs:take_view_back": Page("edits", get=None, post=302),
    "dialogs:take_along": Page(LEADERS, get=404, post=404),  # the round's own dialogue is there already
    "dialogs:leave_out": Page(LEADERS, get=None, post=409),  # nor can it be taken out
    "dialogs:order_dialog": Page(LEADERS, get=None, post=302),
    # What the staff said
    "dialogs:answer": Page("edits section", post=422),
    "dialogs:told": Page("edits", post=422),
    "dialogs:appoint_group": Page("edits", post=422),
    "dialogs:tie": Page(
        {"officer", "analyst"}, get=None, post=(302, 409)
    ),  # who analyse, and see the staff's
    "dialogs:begin_with_group": Page("edits", get=None, post=302),
    # The dialogue on the web
    "digital:page": Page(
        ANYBODY, post=200
    ),  # closed in the matrix: nothing was sent, so nothing is handed back
    "digital:receipt": Page(ANYBODY, post=422),
    "digital:open": Page(LEADERS, post=422),
    "digital:close": Page(LEADERS, get=None, post=409),
    "dialogs:population": Page(LEADERS, post=422),
    "digital:answer_senders": Page(LEADERS, post=409),  # nobody has sent anything
    "dialogs:text": Page("sees"),
    "dialogs:edit_text": Page(LEADERS | COMMUNICATORS, post=422),
    "dialogs:renew_text": Page(LEADERS | COMMUNICATORS, get=None, post=302),
    # The promise
    "agreements:preview": Page("sees"),
    "agreements:send": Page(LEADERS, post=(409, 422)),
    "agreements:agreement_preview": Page("sees"),
    "agreements:agreement_send": Page(LEADERS, post=(409, 422)),
    "agreements:use_agreement": Page(LEADERS, get=None, post=409),
    "agreements:give_notice": Page(SIGNERS, get=None, post=409),
    "agreements:sign": Page(WITH_PASSWORD_ANEW, post=302),
    "agreements:close": Page(LEADERS, get=None, post=(302, 409)),
    "agreements:withdraw": Page(LEADERS, get=None, post=409),
    "agreements:finish": Page(LEADERS | SIGNERS, get=None, post=302),
    "agreements:pdf": Page("sees"),
    # The record
    "agreements:register_list": Page(LOGGED_IN),
    "agreements:register_file": Page(LOGGED_IN),
    "agreements:public_register": Page(ANYBODY),
    "agreements:public_register_file": Page(ANYBODY),
    "agreements:correct_registration": Page(  # of the police
        {"officer", "communicator", "registrar"}, post=422, hidden_from=MUNICIPALITY | PARTNER
    ),
    "agreements:register_setting": Page(ADMINISTRATORS | {"registrar"}, post=(302, 422), alone=True),
    "agreements:explain_number": Page({"officer", "registrar"}, post=422, alone=True),  # of the police
    "agreements:disposal": Page(ADMINISTRATORS | {"registrar"}, alone=True),
    "agreements:dispose": Page({"registrar"}, get=None, post=302, alone=True),
    "agreements:disposal_rule": Page(ADMINISTRATORS, post=(302, 422), alone=True),
    "agreements:bring_in": Page(LEADERS | {"registrar"}, post=422, alone=True),
    "agreements:original": Page("sees"),
    "agreements:public_original": Page(ANYBODY),
    "agreements:hand_out": Page(LEADERS | {"registrar"}, post=409),  # nothing was shown
    "agreements:release_again": Page(  # by the police
        {"officer", "registrar"}, get=None, post=200, hidden_from={"coordinator"}
    ),
    "agreements:register": Page(LEADERS | COMMUNICATORS | {"registrar"}, post=422),
    "agreements:register_decision": Page(LEADERS | COMMUNICATORS | {"registrar"}, post=422),
    "agreements:publish": Page(LEADERS | COMMUNICATORS, post=422),
    "processes:inherited": Page(ROUND, post=422),
    "agreements:renew": Page(LEADERS, post=422),
    "agreements:experience": Page(LOGGED_IN),
    "agreements:place_focus": Page(LEADERS, get=None, post=302),
    "agreements:feedback_texts": Page("sees", post=None),
    # How it goes, made public; a press that does not tell what was shown clears and publishes nothing
    "agreements:account": Page(LEADERS | COMMUNICATORS),
    "agreements:clear": Page(LEADERS, get=None, post=409),
    "agreements:publish_account": Page(LEADERS | COMMUNICATORS, get=None, post=(409, 422)),
    # What is public
    # What was done, noted in the field; and what came of it
    "agreements:log": Page(LOGGED_IN),
    "agreements:log_round": Page(DOERS, post=409),
    "agreements:logged": Page(DOERS, post=422),  # a form that tells no version may be an old one
    "agreements:undo_log": Page(DOERS, get=None, post=(302, 409)),  # by whoever wrote it, within the hour
    "agreements:log_picture": Page(ROUND),
    "agreements:remove_log_picture": Page(DOERS, get=None, post=302),
    "agreements:planning_export": Page(LEADERS | {"analyst"}, get=None, post=200),
    "agreements:public_promises": Page(ANYBODY),
    "agreements:public_feed": Page(ANYBODY),
    "agreements:public_feed_of": Page(ANYBODY),
    "agreements:public_json": Page(ANYBODY),
    "agreements:public_csv": Page(ANYBODY),
    "agreements:dcat": Page(ANYBODY),
    "agreements:data": Page(ANYBODY),
    "agreements:public_promise": Page(ANYBODY),
    "agreements:public_pdf": Page(ANYBODY),
    "agreements:public_picture": Page(ANYBODY),
    # Signing outside; the version in the matrix was signed in the system
    "agreements:signing_copy": Page("sees", get=404),
    "agreements:bring_external": Page(LEADERS, get=409, post=409),
    "agreements:match_external": Page(LEADERS, get=409, post=409),
    "agreements:bring_paper": Page(LEADERS, get=409, post=409),
    # Verification
    "agreements:verify": Page(ANYBODY, post=422),  # no file is handed in
    "agreements:verify_short": Page(ANYBODY, get=404),  # a fingerprint that no document has
    "agreements:chain_list": Page(ANYBODY),
    "agreements:chain_data": Page(ANYBODY),
    "agreements:verify_script": Page(ANYBODY),
    "agreements:public_promise_json": Page(ANYBODY),
    "agreements:public_feed_of_promise": Page(ANYBODY),
    "agreements:public_embed": Page(ANYBODY),
    "agreements:public_account": Page(ANYBODY),
    "agreements:public_version": Page(ANYBODY),
    "agreements:public_version_pdf": Page(ANYBODY),
    "agreements:accessibility": Page(ANYBODY, post=422),
    "agreements:accessibility_reports": Page(ADMINISTRATORS, post=404, alone=True),
    "agreements:sitemap": Page(ANYBODY),
    "agreements:robots": Page(ANYBODY),
}

# The account's own pages are allauth's; only who reaches them is held here.
OPEN_ACCOUNT_PAGES = {
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
SHUT_ACCOUNT_PAGES = {
    "account_logout",  # there is nothing to leave, so one is led to where one can come in
    "account_reauthenticate",
    "account_change_password",
    "mfa_index",
    "mfa_authenticate",  # open only between password and code
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
