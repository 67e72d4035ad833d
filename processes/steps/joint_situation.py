"""Gemensam lägesbild och fokusområden: the pictures side by side, and what to work on together."""

from processes.criteria import was_held
from processes.method import (
    METHOD_SUPPORT,
    Adopt,
    Doc,
    Fold,
    Gate,
    Kind,
    Need,
    Panel,
    Role,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Take,
    Withheld,
)

from . import occasions
from .joint_criteria import CRITERIA
from .joint_hints import EQUALITY
from .joint_meeting import MEETING
from .joint_rules import (
    CITIZEN_DIALOG,
    FOCUS,
    PROBLEM,
    next_problem,
)
from .weighing import SIDES

SOURCE = f"{METHOD_SUPPORT}, Gemensam lägesbild och fokusområden"
DIALOGS = f"{METHOD_SUPPORT}, Medborgardialog"
SCORES = tuple(f"score_{side}" for side in SIDES)
WEIGHTS = tuple(f"weight_{side}" for side in SIDES)


STEP = Step(
    key="joint_situation",
    slug="gemensam-lagesbild",
    title="Gemensam lägesbild och fokusområden",
    stage=Stage.UNDERSTAND,
    sara=Sara.SCANNING,
    kind=Kind.ONCE,
    record="processes.JointSituation",
    path="process",
    lead="Lägg polisens, kommunens och medborgarnas bilder bredvid varandra och välj vad ni ska ta er an.",
    tells=occasions.JOINT_SITUATION,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR),
    approved_by=(
        Role.LOCAL_POLICE_CHIEF,
        Role.MUNICIPAL_COORDINATOR,
        Role.MUNICIPAL_REPRESENTATIVE,
    ),
    gates=(Gate.COMPLETE, Gate.APPROVE),
    needs=(Need("local_situation"), Need("staff_dialog_what")),
    takes=(
        Take(CITIZEN_DIALOG, (), news=("held_on", "views_total"), that=was_held),
        Take("processes.SituationVersion", ("number",)),
    ),
    effects={
        Gate.COMPLETE: ("processes.effects.pin_version",),
        Gate.APPROVE: ("processes.effects.begin_analyses", "dialogs.effects.order_deeper"),
    },
    meeting=MEETING,
    documents=(
        Doc(
            "presentation",
            "Presentation till mötet",
            "dialogs.papers.joint_meeting_deck",
            ("html", "pptx"),
            "Dagordning, lägesbilder, grupparbeten och talmanus, ifyllda med det ni har.",
        ),
        Doc(
            "grupparbetsblad",
            "Grupparbetsblad",
            "processes.papers.sheets.joint",
            ("pdf",),
            "Att skriva ut: ett blad per problem, förslag till fokusområden och ordning.",
        ),
    ),
    sections=(
        Panel(
            "delat-underlag",
            "Det parterna har delat",
            "processes.pages.joint.shared.shared",
            "processes/joint/_shared.html",
        ),
        Panel(
            "matris",
            "Problemen, sedda från flera håll",
            "dialogs.pages.matrix",
            "processes/joint/_matrix.html",
        ),
        Rows(
            "bilden",
            "Problemen, sedda från flera håll",
            PROBLEM,
            "process",
            (
                "title",
                "police_view",
                "municipality_view",
                "citizen_view",
                "agree",
                "why_differs",
                "handling",
            ),
            ("title", "agree"),
            add_label="Lägg till ett problem",
            intro="Lyft fram vad medborgarna själva upplever. Skiljer sig bilderna väger den tyngst.",
            owner="processes.Process",
            shown_by="matris",
            adopts=(
                Adopt(
                    "medarbetarna",
                    "Problem som medarbetarna ser",
                    "dialogs.staff.offers.problems",
                    (("Ta in som problem", {}),),
                ),
            ),
        ),
        Rows(
            "ursprung",
            "Iakttagelser som problemen bygger på",
            "processes.ProblemEntry",
            "problem",
            ("problem", "entry"),
            ("problem", "entry"),
            add_label="Knyt en iakttagelse till ett problem",
            intro="Ur polisens lokala lägesbild. Medborgarnas synpunkter knyts till problemen i dialogen.",
            owner=PROBLEM,
            withheld=Withheld.OPERATIONAL,
            edited_by=(Role.COMMUNITY_OFFICER,),
            shown_by="matris",
        ),
        Panel(
            "ohorda",
            "Vilka ni inte har hört",
            "dialogs.pages.unheard",
            "dialogs/_unheard.html",
        ),
        Panel(
            "val",
            "Fokusområden",
            "processes.pages.joint.choice",
            "processes/joint/_choice.html",
        ),
        Rows(
            "fokus",
            "Fokusområden",
            FOCUS,
            "process",
            (
                "title",
                "problem",
                "kind",
                "grounds",
                "influence",
                "becomes_promise",
                "target_picture",
                "place",
                "theme",
                *SCORES,
                "priority",
            ),
            ("title", "kind", "priority", "becomes_promise"),
            add_label="Lägg till ett fokusområde",
            owner="processes.Process",
            suggest=next_problem,
            shown_by="val",
            adopts=(
                Adopt(
                    "medarbetarna",
                    "Fokusområden som medarbetarna föreslår",
                    "dialogs.staff.offers.focus",
                    (("Ta in som fokusområde", {}),),
                ),
                Adopt(
                    "prioritering",
                    "Det medarbetarna sätter först, och varför",
                    "dialogs.staff.offers.priorities",
                    (),
                    join="Vilket fokusområde talar det för?",
                ),
            ),
            folds=(
                Fold("Plats och tema", ("place", "theme")),
                Fold(
                    "Väg mot de andra",
                    (*SCORES, "priority"),
                    "Stöd för samtalet. Ni väljer själva ordningen.",
                ),
            ),
        ),
        Section(
            "vikter",
            "Så väger ni fokusområdena",
            WEIGHTS,
            intro="Lämnar ni dem tomma väger allt lika.",
            shown_by="val",
        ),
        Panel(
            "formaga",
            "Vad varje part kan göra",
            "processes.pages.joint.ability",
            "processes/joint/_ability.html",
        ),
        Rows(
            "mojligheter",
            "Vad varje part kan göra",
            "processes.FocusPart",
            "focus_area",
            ("focus_area", "party", "can_do", "resources", "hours"),
            ("focus_area", "party", "can_do", "hours"),
            add_label="Lägg till en parts möjligheter",
            intro="Räcker inte en text per fokusområde kan varje part skriva sitt här.",
            owner=FOCUS,
            edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.PARTNER),
            own="party",
            withheld=Withheld.OPERATIONAL,
            shown_by="formaga",
        ),
        Panel(
            "besluten",
            "Det ni bestämmer",
            "processes.pages.joint.decided",
            "processes/joint/_decided.html",
        ),
        Section(
            "beslut",
            "Det ni bestämmer",
            ("material", "deeper_what", "high_exposure", "initial_measures", "equality_view"),
            shown_by="besluten",
            advice=EQUALITY,
        ),
        Section("motet", "Mötet", ("met_on", "participants", "minutes"), withheld=Withheld.WORKING),
    ),
    criteria=CRITERIA,
)
