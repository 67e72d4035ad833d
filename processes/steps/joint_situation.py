"""Gemensam lägesbild och fokusområden: the pictures side by side, and what to work on together."""

from processes.criteria import answered, at_least, each_answered, held, is_answer, row_title, shown, was_held
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Doc,
    Facts,
    Finding,
    Fold,
    Gate,
    How,
    Kind,
    Need,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
    Take,
)

SOURCE = f"{METHOD_SUPPORT}, Gemensam lägesbild och fokusområden"
DIALOGS = f"{METHOD_SUPPORT}, Medborgardialog"
PROBLEM = "processes.Problem"
FOCUS = "processes.FocusArea"
CITIZEN_DIALOG = "dialogs.CitizenDialog"
VIEWS = {
    "police_view": "polisens",
    "municipality_view": "kommunens",
    "citizen_view": "medborgarnas",
}


def chosen(row: Row) -> bool:
    """Whether the focus area is to become a promise."""
    return row.becomes_promise is True


def considered(row: Row) -> bool:
    """Whether the focus area is still in play: not turned down."""
    return row.becomes_promise is not False


def every_view(facts: Facts, subject: Row):
    """There is a problem, and of each the picture of every one who has one is written."""
    yield from at_least(1, PROBLEM, "bilden")(facts, subject)
    for row in facts.rows(PROBLEM):
        for name, whose in VIEWS.items():
            wanted = name != "municipality_view" or facts.has_municipality
            if wanted and not is_answer(row[name]):
                yield Finding(f"bilden.{name}", f"{whose} bild saknas", row, about=row_title(row))


def difference_handled(facts: Facts, subject: Row):
    """Each problem says whether the pictures agree, and if not, how the difference was handled."""
    for row in facts.rows(PROBLEM):
        if row.agree is None:
            yield Finding("bilden.agree", shown(None), row, about=row_title(row))
        elif row.agree is False and not is_answer(row.handling):
            yield Finding("bilden.handling", "bilderna skiljer sig", row, about=row_title(row))


def prioritised(facts: Facts, subject: Row):
    """Each focus area in play has a kind and a ground of that kind; several chosen have an order."""
    for row in filter(considered, facts.rows(FOCUS)):
        if not row.kind:
            yield Finding("fokus.kind", shown(None), row, about=row.title)
        elif not row.grounds.startswith(f"{row.kind}_"):
            current = "skälet hör till ett annat slag" if row.grounds else shown(None)
            yield Finding("fokus.grounds", current, row, about=row.title)
    yield from _in_one_order(list(filter(chosen, facts.rows(FOCUS))))


def _in_one_order(rows: list[Row]):
    seen: set[int] = set()
    for row in rows if len(rows) > 1 else []:
        if row.priority is None or row.priority in seen:
            current = f"flera har {row.priority}" if row.priority else shown(None)
            yield Finding("fokus.priority", current, row, about=row.title)
        seen.add(row.priority)


def influence_known(facts: Facts, subject: Row):
    """Of each chosen focus area: what each can do, in one text or written by each authority."""
    wanted = {row.id for row in facts.rows("processes.Party") if row.kind != "partner"}
    for row in filter(chosen, facts.rows(FOCUS)):
        parts = facts.rows("processes.FocusPart", focus_area_id=row.id)
        told = {part.party_id for part in parts if is_answer(part.can_do)}
        if not is_answer(row.influence) and not wanted <= told:
            yield Finding("fokus.influence", shown(row.influence), row, about=row.title)


def deeper_settled(facts: Facts, subject: Row):
    """Decided whether the material suffices; a deeper dialogue that is ordered has a question."""
    yield from answered("beslut.material")(facts, subject)
    if subject.material == "deeper":
        yield from answered("beslut.deeper_what")(facts, subject)


def measures_first(facts: Facts, subject: Row):
    """Said whether an area is highly exposed; if so, which measures come first."""
    yield from answered("beslut.high_exposure")(facts, subject)
    if subject.high_exposure:
        yield from answered("beslut.initial_measures")(facts, subject)


def next_problem(facts: Facts, subject: Row) -> dict:
    """The first problem that has no focus area yet, by its own name."""
    taken = {row.problem_id for row in facts.rows(FOCUS)}
    problem = next((row for row in facts.rows(PROBLEM) if row.id not in taken), None)
    return {"problem": problem.id, "title": problem.title} if problem else {}


def dialog_held(facts: Facts, subject: Row):
    """At least one dialogue with citizens has taken place; a planned one is the first to be held."""
    if not held(facts, CITIZEN_DIALOG):
        planned = next(iter(facts.rows(CITIZEN_DIALOG)), None)
        anchor = "genomforande.held_on" if planned else "decision"
        yield Finding(anchor, "ingen är hållen ännu", step="citizen_dialog", subject=planned)


def several_kinds(facts: Facts, subject: Row):
    """Not only open dialogues have taken place, and not only smaller ones."""
    is_open = [row.form == "open_meeting" for row in held(facts, CITIZEN_DIALOG)]
    if is_open and len(set(is_open)) == 1:
        which = "öppna" if is_open[0] else "mindre"
        yield Finding("decision", f"bara {which}: {len(is_open)} hållna", step="citizen_dialog")


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
            edited_by=(Role.COMMUNITY_OFFICER,),
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
                "score_extent",
                "score_worry",
                "score_harm",
                "score_influence",
                "priority",
            ),
            ("title", "kind", "priority", "becomes_promise"),
            add_label="Lägg till ett fokusområde",
            owner="processes.Process",
            suggest=next_problem,
            folds=(
                Fold("Plats och tema", ("place", "theme")),
                Fold(
                    "Väg mot de andra",
                    ("score_extent", "score_worry", "score_harm", "score_influence", "priority"),
                    "Stöd för samtalet. Ni väljer själva ordningen.",
                ),
            ),
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
        ),
        Section(
            "beslut",
            "Det ni bestämmer",
            (
                "material",
                "deeper_what",
                "high_exposure",
                "initial_measures",
                "equality_view",
                "met_on",
                "participants",
                "minutes",
                "weight_extent",
                "weight_worry",
                "weight_harm",
                "weight_influence",
            ),
            folds=(
                Fold("Mötet", ("met_on", "participants", "minutes")),
                Fold(
                    "Så väger ni fokusområdena",
                    ("weight_extent", "weight_worry", "weight_harm", "weight_influence"),
                    "Lämnar ni dem tomma väger allt lika.",
                ),
            ),
        ),
    ),
    criteria=(
        Criterion(
            "DIA-1",
            Strength.MUST,
            Gate.APPROVE,
            "Minst en medborgardialog är hållen innan den gemensamma lägesbilden godkänns. Vardagens "
            "möten med polisen räknas inte.",
            DIALOGS,
            dialog_held,
        ),
        Criterion(
            "DIA-1",
            Strength.SHOULD,
            Gate.SIGN,
            "Medborgardialog har hållits vid flera tillfällen, både öppet och i mindre form.",
            DIALOGS,
            several_kinds,
        ),
        Criterion(
            "GEM-1",
            Strength.MUST,
            Gate.APPROVE,
            "Bilden förenar vad polisen, kommunen och medborgarna vet.",
            SOURCE,
            every_view,
        ),
        Criterion(
            "DIA-14",
            Strength.MUST,
            Gate.APPROVE,
            "Medborgarnas upplevelser går först: där deras bild skiljer sig från myndigheternas står "
            "det hur skillnaden togs om hand.",
            DIALOGS,
            difference_handled,
            How.TEXT,
        ),
        Criterion(
            "GEM-3",
            Strength.MUST,
            Gate.COMPLETE,
            "Minst ett fokusområde är valt.",
            OUR_RULE,
            at_least(1, FOCUS, "fokus", that=lambda row: considered(row) and is_answer(row.title)),
        ),
        Criterion(
            "GEM-3",
            Strength.SHOULD,
            Gate.APPROVE,
            "Fokusområdena är prioriterade tillsammans, och vart och ett har ett slag och ett skäl.",
            SOURCE,
            prioritised,
        ),
        Criterion(
            "GEM-4",
            Strength.MUST,
            Gate.APPROVE,
            "Inför valet är det klarlagt vad varje part kan påverka, med vilka åtgärder och resurser.",
            SOURCE,
            influence_known,
            How.TEXT,
        ),
        Criterion(
            "GEM-5",
            Strength.SHOULD,
            Gate.APPROVE,
            "Varje valt fokusområde har en målbild.",
            SOURCE,
            each_answered(FOCUS, "fokus", "target_picture", becomes_promise=True),
            How.TEXT,
        ),
        Criterion(
            "GEM-6",
            Strength.MUST,
            Gate.APPROVE,
            "Det är beslutat vilka fokusområden som ska bli medborgarlöften.",
            OUR_RULE,
            each_answered(FOCUS, "fokus", "becomes_promise"),
        ),
        Criterion(
            "GEM-7",
            Strength.MUST,
            Gate.APPROVE,
            "Det är beslutat om underlaget räcker eller om en fördjupad medborgardialog behövs.",
            OUR_RULE,
            deeper_settled,
        ),
        Criterion(
            "PRO-8",
            Strength.SHOULD,
            Gate.APPROVE,
            "Valet är prövat mot jämställdhet, likabehandling och demokrati.",
            f"{METHOD_SUPPORT}, Inledning",
            answered("beslut.equality_view"),
            How.TEXT,
        ),
        Criterion(
            "DIA-15",
            Strength.SHOULD,
            Gate.APPROVE,
            "Där den sociala utsattheten är hög kommer första åtgärder före eller jämte dialogen.",
            DIALOGS,
            measures_first,
        ),
    ),
)
