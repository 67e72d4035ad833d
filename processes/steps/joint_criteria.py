"""What the joint picture has to meet: each row of the method as a criterion, the finders beside it."""

from processes.criteria import answered, at_least, each_answered, is_answer
from processes.method import METHOD_SUPPORT, OUR_RULE, Criterion, Gate, How, Strength

from .joint_rules import (
    FOCUS,
    considered,
    deeper_settled,
    dialog_held,
    difference_handled,
    every_view,
    influence_known,
    measures_first,
    prioritised,
    several_kinds,
)

SOURCE = f"{METHOD_SUPPORT}, Gemensam lägesbild och fokusområden"
DIALOGS = f"{METHOD_SUPPORT}, Medborgardialog"

CRITERIA = (
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
        "Medborgarnas upplevelser går först: där deras bild skiljer sig från myndigheternas, eller "
        "där valet går förbi det som fler medborgare tar upp, står det hur det togs om hand.",
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
)
