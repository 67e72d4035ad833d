"""What the activity plan has to meet: each row of the method as a criterion, the finders beside it."""

from processes.criteria import each_answered, each_row, judged
from processes.method import METHOD_SUPPORT, Criterion, Gate, Strength

from . import activity_rules as rules

SOURCE = f"{METHOD_SUPPORT}, Aktivitetsplanering och genomförande"
STAFF = f"{METHOD_SUPPORT}, Medarbetardialog"

CRITERIA = (
    Criterion(
        "AKT-1",
        Strength.MUST,
        Gate.APPROVE,
        "Planen säger för varje aktivitet vad, när och vem som har åtagit sig den, och hur många "
        "timmar varje part lägger.",
        SOURCE,
        rules.planned,
    ),
    Criterion(
        "AKT-2",
        Strength.MUST,
        Gate.APPROVE,
        "Varje aktivitet bygger på forskning, en utvärderad metod eller dokumenterad erfarenhet.",
        SOURCE,
        each_answered(rules.ACTIVITY, "aktiviteter", "ground", "ground_reference"),
    ),
    Criterion(
        "AKT-3",
        Strength.SHOULD,
        Gate.APPROVE,
        "Ordningen är genomtänkt: vad som verkar genast, vad som verkar på sikt och vad som måste "
        "komma först.",
        SOURCE,
        rules.in_order,
    ),
    Criterion(
        "AKT-4",
        Strength.MUST,
        Gate.APPROVE,
        "Målen är tydliga: varje aktivitet har en nivå att nå, varje fokusområde ett effektmål.",
        SOURCE,
        rules.clear_goals,
    ),
    Criterion(
        "AKT-6",
        Strength.MUST,
        Gate.APPROVE,
        "Det är bestämt vem som följer upp målen, hur och när.",
        SOURCE,
        rules.follow_up_planned,
    ),
    Criterion(
        "AKT-9",
        Strength.MUST,
        Gate.APPROVE,
        "Aktiviteterna är planerade med medarbetarna: HUR-dialogen är hållen.",
        SOURCE,
        rules.how_held,
    ),
    Criterion(
        "AKT-10",
        Strength.MUST,
        Gate.APPROVE,
        "Målen hänvisar till Polismyndighetens verksamhetsplan.",
        SOURCE,
        rules.from_the_plan,
    ),
    Criterion(
        "MED-7",
        Strength.MUST,
        Gate.APPROVE,
        "Varje aktivitet hör till ett valt fokusområde och har en prestation som går att följa upp.",
        STAFF,
        rules.measurable,
    ),
    judged(
        "MED-8",
        Strength.MUST,
        Gate.APPROVE,
        "Varje aktivitet är bedömd som rimlig att genomföra.",
        STAFF,
        "Är aktiviteten rimlig att genomföra med den tid och de människor som finns?",
        each=rules.ACTIVITY,
    ),
    Criterion(
        "PRB-9",
        Strength.MUST,
        Gate.APPROVE,
        "Målen följer av analysen: varje effektmål riktar sig mot en orsak i sitt fokusområde.",
        f"{METHOD_SUPPORT}, Problembeskrivning och orsaksanalys",
        rules.from_the_causes,
    ),
    Criterion(
        "PRB-9",
        Strength.SHOULD,
        Gate.COMPLETE,
        "Varje aktivitet riktar sig mot en orsak eller en sida i problemanalystriangeln.",
        SOURCE,
        each_row(rules.ACTIVITY, "aktiviteter.cause", rules.aimless),
    ),
    Criterion(
        "FAL-5",
        Strength.SHOULD,
        Gate.SIGN,
        "Varje effektmål har en indikator och ett utgångsvärde, så att effekten går att se.",
        f"{METHOD_SUPPORT}, Uppföljning och återkoppling",
        rules.baselines,
    ),
)
