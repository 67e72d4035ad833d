"""Norrhamra, why: two analyses, both done when they were made, and who stands where."""

from ..analysing import analyse
from ..hands import Story, ago
from .work import WHO

ANALYSES = {
    "road": {
        "where": "De sista trehundra metrarna före skolgrinden.",
        "where_traits": "Smalt, två utfarter och ett övergångsställe som skyms av bilar som har stannat.",
        "when": "Skoldagar klockan 7.30–8.10.",
        "who_causes": "Föräldrar i bil, några gymnasister i A-traktor.",
        "causes_traits": "Har bråttom, och ser att alla andra gör likadant.",
        "who_is_hit": "Elever i årskurs F–4 som går eller cyklar.",
        "hit_traits": "Syns dåligt bakom bilarna och bedömer inte farten.",
        "consequences": "Tillbud, och en ond cirkel där rädslan ger fler bilar.",
        "event_chain": "Bilen stannar vid övergångsstället\nBarnet hoppar ut på gatusidan\n"
        "Nästa bil kör om\nDen som går över syns inte",
        "expectations": "Att skolvägen är lugn när barnen går, och att någon vuxen är där.",
    },
    "park": {
        "where": "Pulkabacken och dammen: mörkt, skymt och utanför synhåll från husen.",
        "when": "Vardagar 15–21.",
        "who_causes": "En kärna om sex till åtta äldre ungdomar, flera från andra stadsdelar.",
        "who_is_hit": "Elever på väg hem och äldre som promenerar.",
        "consequences": "Rån av telefoner, avgifter för att få passera, och en park som överges.",
        "handled_today": "Fältgruppen är där en kväll i veckan, och polisen kör förbi.",
        "handled_limits": "Alla vet vilken kväll det är.",
    },
}
# Those called as their focus area carry the plan.
CAUSES = {
    "road": [
        ("road", "", "Lämningszonen tvingar bilarna att stanna vid övergångsstället", "near", "place",
         "Skolan och gata och park"),
        ("zone", "road", "Zonen ritades när skolan var hälften så stor", "near", "manager", "Gata och park"),
        ("driven", "", "Barn skjutsas för att andra skjutsar", "near", "offender", "Skolan och föräldraföreningen"),
        ("alone", "driven", "Ingen vuxen går med de yngsta", "near", "guardian", "Föräldraföreningen"),
    ],
    "park": [
        ("park", "", "Ingen vuxen är i parken mellan klockan 15 och 21", "near", "manager",
         "Polisen, fältgruppen och föreningarna"),
        ("once", "park", "Fältgruppen har schema en kväll i veckan", "near", "handler", "Fältgruppen"),
        ("old", "once", "Schemat lades innan det blev oroligt i parken", "near", "handler", "Socialtjänsten"),
        ("seen", "", "Parken syns inte från husen", "near", "place", "Gata och park"),
        ("elsewhere", "", "De äldre har inget att göra där de bor", "remote", "offender", ""),
    ],
}  # fmt: skip
TRIANGLE = {
    "road": [
        ("manager", "Norrhamraskolan", "municipality", "present", "Rektor äger lämningszonen."),
        ("guardian", "Vandrande skolbuss", "", "missing", "Fem föräldrar räcker."),
    ],
    "park": [
        ("handler", "Fältgruppen", "municipality", "weak", "Känner de yngre men inte kärnan."),
        ("manager", "Träffpunkten vid dammen", "", "missing", "Har öppet dagtid och kan flytta ut."),
    ],
}  # fmt: skip


def analyses(s: Story) -> None:
    """Two analyses, both done when they were made."""
    s.causes = {}
    s.analyses = {
        key: analyse(s, key, CAUSES[key], TRIANGLE[key], met_on=ago(29), participants=WHO, **answers)
        for key, answers in ANALYSES.items()
    }
