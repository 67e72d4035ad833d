"""The 25 techniques of situational prevention, in Cornish and Clarke's five groups. Swedish labels are our own."""

EFFORT = "Öka ansträngningen"
RISK = "Öka risken"
REWARD = "Minska vinsten"
PROVOCATION = "Minska provokationer"
EXCUSE = "Ta bort ursäkter"

TECHNIQUES = [
    (
        EFFORT,
        [
            ("harden_target", "Skydda målet"),
            ("control_access", "Kontrollera tillträde"),
            ("screen_exits", "Kontrollera utgångar"),
            ("deflect_offenders", "Avled gärningspersoner"),
            ("control_tools", "Kontrollera verktyg och vapen"),
        ],
    ),
    (
        RISK,
        [
            ("extend_guardianship", "Fler som ser och bryr sig"),
            ("natural_surveillance", "Underlätta naturlig övervakning"),
            ("reduce_anonymity", "Minska anonymiteten"),
            ("place_managers", "Använd dem som ansvarar för platsen"),
            ("formal_surveillance", "Stärk den formella bevakningen"),
        ],
    ),
    (
        REWARD,
        [
            ("conceal_target", "Dölj målet"),
            ("remove_target", "Ta bort målet"),
            ("identify_property", "Märk egendom"),
            ("disrupt_markets", "Stör marknaden för stöldgods och droger"),
            ("deny_benefits", "Gör bytet värdelöst"),
        ],
    ),
    (
        PROVOCATION,
        [
            ("reduce_frustration", "Minska frustration och stress"),
            ("avoid_disputes", "Förebygg tvister"),
            ("reduce_arousal", "Minska upphetsning och lockelse"),
            ("neutralise_peers", "Motverka grupptryck"),
            ("discourage_imitation", "Motverka efterhärmning"),
        ],
    ),
    (
        EXCUSE,
        [
            ("set_rules", "Sätt tydliga regler"),
            ("post_instructions", "Skylta och påminn"),
            ("alert_conscience", "Väck samvetet"),
            ("assist_compliance", "Gör det lätt att göra rätt"),
            ("control_substances", "Kontrollera alkohol och droger"),
        ],
    ),
]
