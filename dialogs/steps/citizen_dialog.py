"""Medborgardialog: listening to those who live or work in the area. As many as are needed."""

from dialogs.criteria import THEN, also, judged_afterwards, took_place
from dialogs.question_hints import QUESTION
from processes.criteria import answered, at_least, fed_back_to, judged
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Doc,
    Fold,
    Gate,
    How,
    Intake,
    Kind,
    Need,
    Panel,
    Role,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
    Withheld,
)
from processes.reach import AGES
from processes.steps import occasions

from .citizen_rules import (
    all_views_sorted,
    as_held,
    beside_title,
    not_just_everyone,
    owed,
    recent,
    same_questions,
    usual_plan,
    when_it_was_said,
)

SOURCE = f"{METHOD_SUPPORT}, Medborgardialog"
REACHED = ("reached_women", "reached_men", *(f"reached_{age.key}" for age in AGES))
PLANNERS = (Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.COMMUNICATOR)


TEXTS = tuple(
    Doc(slug, title, f"dialogs.texts.paper.{name}", ("html", "pdf"), hint, shown_by="texterna")
    for slug, title, name, hint in (
        (
            "inbjudan",
            "Inbjudan",
            "invitation",
            "Skriven ur planen: varför, när, var och hur mycket man kan påverka.",
        ),
        (
            "innan-vi-slutar",
            "Innan vi slutar",
            "closing",
            "Att läsa upp: vad som händer nu och när.",
        ),
        ("sammanfattning", "Sammanfattning", "summary", "Vad det handlade om, i antal. Ingen citeras."),
        ("aterkoppling", "Du sa – vi gjorde", "feedback", "Vad det blev av allt som sades, och varför."),
    )
)


def _planned(code: str, text: str, *fields: str, how: How = How.COMPUTED) -> Criterion:
    """What the invitation waits for."""
    find = answered(*(f"plan.{name}" for name in fields))
    return Criterion(code, Strength.MUST, Gate.OPEN, text, SOURCE, find, how)


STEP = Step(
    key="citizen_dialog",
    feedback=True,
    debts=owed,
    slug="medborgardialog",
    title="Medborgardialog",
    stage=Stage.LISTEN,
    sara=Sara.SCANNING,
    kind=Kind.RECURRING,
    record="dialogs.CitizenDialog",
    path="processes",
    shared=True,
    lead="Fråga dem som bor och verkar i området vad som gör dem otrygga, och lyssna på svaren.",
    tells=occasions.CITIZEN_DIALOG,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR),
    gates=(Gate.OPEN, Gate.COMPLETE),
    needs=(Need("collaboration", gate=Gate.OPEN),),
    counts=lambda row: row.held_on is not None,
    title_of=lambda row: row.title or "Dialog utan namn",
    beside_title=beside_title,
    add_label="Ny medborgardialog",
    add_fields=("title", "form", "planned_on", "in_depth"),
    on_list=Panel(
        "tidigare", "Från en tidigare runda", "dialogs.reuse.pages.earlier", "dialogs/_earlier.html"
    ),
    sections=(
        Section(
            "plan",
            "Plan",
            (
                "title",
                "responsible",
                "aim",
                "target_group",
                "influence",
                "form",
                "venue",
                "planned_on",
                "planned_time",
                "feedback_plan",
                "feedback_due",
                "access",
                "contact",
                "in_depth",
                "follows",
                "follows_up",
            ),
            edited_by=PLANNERS,
            suggest=usual_plan,
            folds=(
                Fold("Mer till inbjudan", ("planned_time", "access", "contact")),
                Fold(
                    "Hör den ihop med en annan dialog?",
                    ("in_depth", "follows", "follows_up"),
                    "En enkät kan vara början, ett samtal fördjupningen, och ett möte till uppföljningen.",
                ),
            ),
        ),
        Rows(
            "fragor",
            "Frågor",
            "dialogs.Question",
            "dialog",
            ("text",),
            ("text",),
            add_label="Lägg till en fråga",
            intro="Fråga om problemen där folk bor, hellre än om hur polisen ska arbeta.",
            edited_by=PLANNERS,
            advice=QUESTION,
            suggest=same_questions,
        ),
        Panel("webben", "På webben", "dialogs.digital.pages.panel", "digital/_panel.html"),
        Panel("texterna", "Texter", "dialogs.pages.texts", "dialogs/_texts.html"),
        Rows(
            "texter",
            "Texter",
            "dialogs.DialogText",
            "dialog",
            ("kind", "text"),
            ("kind",),
            edited_by=PLANNERS,
            shown_by="texterna",
        ),
        Section(
            THEN,
            "Genomförande",
            ("held_on", "reached_total", "told_next", "minutes", "noted_by", "cancelled_reason"),
            suggest=as_held,
            folds=(
                Fold("Anteckningar", ("minutes", "noted_by")),
                Fold("Blev den inte av?", ("cancelled_reason",)),
            ),
        ),
        Rows(
            "tillfallen",
            "Fler tillfällen",
            "dialogs.DialogOccasion",
            "dialog",
            ("held_on", "time", "venue", "form", "took_part", "minutes", "noted_by"),
            ("held_on", "venue", "form", "took_part", "minutes", "noted_by"),
            add_label="Lägg till ett tillfälle",
            intro="Bara om dialogen hålls mer än en gång. Skriv då alla tillfällen, också det första.",
            empty="Dialogen hålls en gång.",
            folds=(
                Fold("Annan plats eller form än i planen?", ("venue", "form")),
                Fold("Anteckningar", ("minutes", "noted_by")),
            ),
        ),
        Panel("rackvidd", "Vilka ni nådde", "dialogs.pages.reach", "dialogs/_reach.html"),
        Section(
            "nadda",
            "Vilka ni nådde",
            REACHED,
            intro="Ungefär räcker. Räkna i rummet, eller låt den som vill sätta ett streck på en tavla. Fråga ingen.",
            shown_by="rackvidd",
        ),
        Rows(
            "delar",
            "Delar av området",
            "dialogs.ReachedPart",
            "dialog",
            ("name", "number"),
            ("name", "number"),
            add_label="Lägg till en del av området",
            shown_by="rackvidd",
        ),
        Rows(
            "synpunkter",
            "Synpunkter",
            "dialogs.View",
            "dialog",
            ("text", "received_on", "theme", "place", "worry", "outcome", "outcome_words", "problem"),
            ("text", "theme", "place", "outcome"),
            add_label="Lägg till en synpunkt",
            intro="Ta emot allt, också det som inte kan bli ett löfte.",
            counted=True,
            withheld=Withheld.PERSONAL,
            kept=("text",),
            masked=("text", "place", "outcome_words"),
            follow="dialogs.effects.take_likes_along",
            suggest=when_it_was_said,
            fast="dialogs:write_views",
            intake=Intake(
                fields=(
                    "text",
                    "received_on",
                    "theme",
                    "place",
                    "worry",
                    "outcome",
                    "outcome_words",
                    "problem",
                ),
                needed=("text",),
                example={
                    "text": "Det är mörkt mellan stationen och torget.",
                    "theme": "Otrygg plats",
                    "place": "Stationsgången",
                    "worry": "Miljön känns otrygg",
                },
                also={"text": ("text", "kommentar", "svar"), "received_on": ("datum",), "theme": ("ämne",)},
                blank=when_it_was_said,
            ),
        ),
    ),
    documents=(
        *TEXTS,
        Doc(
            "affisch",
            "Affisch",
            "dialogs.digital.poster.poster",
            ("html", "pdf"),
            "Att sätta upp: frågan, tid och plats, och QR-koden när dialogen finns på webben.",
        ),
    ),
    criteria=(
        _planned("DIA-2", "Någon är utsedd att ansvara för dialogen.", "responsible"),
        _planned("DIA-3", "Syfte, mål och avgränsningar är klara.", "aim", how=How.TEXT),
        also(
            _planned(
                "DIA-4",
                "Målgruppen är bestämd, liksom hur ni når dem som sällan kommer till tals.",
                "target_group",
                how=How.TEXT,
            ),
            not_just_everyone,
        ),
        _planned(
            "DIA-5",
            "Det är bestämt hur mycket deltagarna kan påverka, och det står i inbjudan.",
            "influence",
        ),
        _planned("DIA-6", "Formen är vald efter målgrupp och fråga.", "form"),
        _planned(
            "DIA-7", "Platsen är tillgänglig och målgruppen känner sig hemma där.", "venue", how=How.TEXT
        ),
        also(
            judged(
                "DIA-8",
                Strength.MUST,
                Gate.OPEN,
                "Frågorna är öppna, leder inte och ger svar som går att skriva ned och analysera.",
                SOURCE,
                "Är frågorna öppna och utan inbyggda svar, och går svaren att dokumentera och analysera?",
            ),
            at_least(1, "dialogs.Question", "fragor", "dialog"),
        ),
        _planned(
            "DIA-9",
            "Det är planerat hur svaren tas om hand och när deltagarna får veta vad det blev.",
            "feedback_plan",
            "feedback_due",
            how=How.TEXT,
        ),
        also(
            judged(
                "DIA-10",
                Strength.MUST,
                Gate.COMPLETE,
                "Dialogen höll god kvalitet: frågor som går att påverka, samtal åt båda håll, rätt form.",
                SOURCE,
                "Gick ämnena att påverka, lyssnade ni öppet och på lika villkor, och passade formen "
                "målgruppen och frågan?",
            ),
            took_place,
            judged_afterwards("DIA-10:complete"),
        ),
        Criterion(
            "DIA-11",
            Strength.MUST,
            Gate.SIGN,
            "Medborgare, medarbetare och samverkanspartner har fått veta vad dialogen gav.",
            SOURCE,
            fed_back_to("citizens", "staff", "partners"),
        ),
        Criterion(
            "DIA-12",
            Strength.SHOULD,
            Gate.SIGN,
            "Varje synpunkt har tema, plats och slag av oro, och det framgår vad som blev av den.",
            SOURCE,
            all_views_sorted,
        ),
        Criterion(
            "FAL-7",
            Strength.SHOULD,
            Gate.SIGN,
            "Dialogen är inte äldre än perioden före löftets egen.",
            OUR_RULE,
            recent,
            notice="Äldre än perioden före rundans",
            per_round=True,
        ),
    ),
)
