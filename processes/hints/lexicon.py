"""The words the hints know, as tables: forms with commas between, where a form is a word or a phrase.

`*` stands for any letters or none, `/` parts alternatives, `+` joins two parts, and `…` is at most four
words between. Swedish bends and compounds its words, so a table holds stems ("minsk*": minska, minskar,
minskad, minskning) and heads ("*vandring*": trygghetsvandringar). A form is written out where a stem
would catch too much ("korta", since "kort" is a card).
"""

# Numbers as words.
NUMBER_WORDS = """
    två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv, tretton, fjorton, femton, sexton, sjutton,
    arton, nitton, tjugo*, trettio*, fyrtio*, femtio*, sextio*, sjuttio*, åttio*, nittio*, hundra*, tusen*,
    noll, dussin*, ett par, båda, bägge
"""

MONTHS = """
    januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december
"""

# What rises, falls, begins, ends or changes. Comparatives are listed: "-are" also ends medborgare.
MOVEMENT = """
    minsk*, reducer*, sjunk*, sänk*, halver*, krymp*, avta*, dämp*, broms*, begräns*, förkort*, korta,
    kortar, kortas, öka*, ökning*, ökande, höj*, höjning*, stig*, stärk*, förstärk*, fördubbl*, tredubbl*,
    dubbel*, dubbla, utök*, väx*, utveckl*, förbättr*, fördjup*, intensifier*, effektivis*, bredda*, bygg*,
    framflytt*, vidg*, förebygg*, motverk*, förhindr*, hindra*, försvår*, underlätt*, avlast*, bryt*,
    stopp*, upphör*, utrot*, eliminer*, fler, färre, mer, mindre, bättre, sämre, högre, lägre, större,
    längre, oftare, bort, borta, omöjlig*, gå/går/gått/ska/dra/drar/trappa/trappar ner/ned/upp, skjut* upp,
    gå/går från, flytta* fram, snabba* på/upp, lugna de/dem/den/det,
    trygg/lugn/ren/säkr/svår/snabb/tidig/snygg/krånglig/kort/enkl/lätt/hård/tät/tydlig/tyst+are,
    ljus/grön/frisk/stark/trevlig/nöjd/modig/öppn/vackr/trivsamm/välkomn+are
"""

# Verbs of being: what begins with another verb moves something, whatever the verb.
STILL = """
    ha, vara, finnas, stå, kunna, vilja, göra, få, bli, har, finns, står, kan, vill, gör, får, blir, ligger,
    ska, kommer, alla, samma, andra, många, unga, våra, extra, bra
"""

# Qualities of a state: what begins with one ("trygga badplatser") names no change and no act.
STATES = """
    trygg*, lugn, lugnt, lugna, ren, rent, rena, snygg*, säker, säkert, säkra, god, gott, goda, trivsam*,
    levande, trevlig*, öppen, öppet, öppna, trivsel*, välskött*, synlig*, fin, fina, stabil*, lokal*,
    regelbund*, gemensam*, *lig, *ligt, *liga, *isk, *iskt, *iska, *ell, *ellt, *ella, riktad*
"""

# Nouns that name no act: a line that begins with one says nothing of what is done.
EMPTY = """
    insats*, åtgärd*, satsning*, *arbete, *arbetet, *närvaro, *närvaron, *samverkan, *samarbete, *dialog,
    fokus, resurs*, *personal, *engagemang, *delaktighet, *aktiviteter, *kunskap, *stöd, *het, *skap, timme,
    timmar, dagar, *kväll, *kvällar, nätter, gånger, *frågor, *perspektiv, *miljö, *kultur, trivsel
"""

# A level to reach tells the direction as well as a movement does, and so does any number.
LEVELS = """
    minst, högst, max, maximalt, samma nivå, nere/uppe i/på/under/över,
    mer/fler/färre/mindre/kortare/längre än
"""

# Done or not done is a measure and a level of its own.
DONE = """
    beslutad*, beslutat, antagen, antagna, antagit, undertecknad*, öppnat, öppnad*, invigd*, inrättad*,
    inrättat, anställd*, installerad*, klar, klara, färdig, färdiga, på plats, i drift, i gång,
    skrivit på/under
"""

# Words of will: work is promised, not a change. Also reservations, which take the promise back.
VAGUE = """
    verka/verkar/verkat för/*förebyggande, värna/värnar, vårda, slå vakt, måna/månar om,
    arbeta/arbetar/arbetat … med/för/mot, jobba/jobbar/jobbat … med/för/mot, sträva*, eftersträva*,
    bidra/bidrar till/med, medverka/medverkar till, främja*, gynna*, stödja, stöder, stötta, stöttar,
    se/ser/ses över, titta/tittar på/över, satsa/satsar på, fokusera* på, prioritera, prioriterar,
    kraftsamla*, ha/har/sätta/sätter/lägga/lägger … fokus, lägga/lägger/fästa/fäster … vikt,
    lyft* frågan/frågor/fram/*perspektivet, uppmärksamma, uppmärksammar, synliggör*, belys* frågan/vikten,
    beakta*, ta hänsyn, helhetsgrepp*, ta/tar tag/itu, tackla*, adressera*, hantera*,
    skapa/skapar … förutsättningar, möjliggör*, genomsyra*, präglas av, samverka, samverkar, samarbeta,
    samarbetar, inspirera, inspirerar, engagera sig, upprätthåll*, bibehåll*, försöka, försöker, överväga,
    överväger, undersöka/utreda möjlighet*, följa/följer utvecklingen, ha/hålla koll/beredskap,
    ta/tar tillvara/ansvar/krafttag, tillvarata*, göra vårt bästa/yttersta, ambition*,
    på olika/bästa/lämpligt/något sätt, vid behov, när/om behov*, om möjligt, möjligaste mån, i mån av,
    i … mån/utsträckning/omfattning, efter förmåga, så långt/mycket/ofta/många/gott/snart … möjligt/går,
    där/när/om det/så är/anses/bedöms lämpligt/möjligt/relevant/motiverat,
    om resurser/medel/tid/läget/utrymme, utifrån/inom … resurser/ramar
"""

# Qualities nobody can count. With a measure beside them they are harmless.
QUALITIES = """
    synlig, synliga, synligt, synlighet*, närvarande, aktiv, aktiva, aktivt, tydlig, tydligt, tydliga, god,
    gott, goda, lyhörd*, ha/har/hålla/håller … kontakt/dialog/samarbete/samverkan/relation*, attraktiv*,
    trivsam, trivsamt, effektiv, effektivt, effektiva, ändamålsenlig*, adekvat*
"""

# A named way to see a change without counting it oneself.
SURVEYS = """
    *mätning*, *enkät*, *undersökning*, *statistik*, *index*, betyg*, *betyg*, skala*, *skalan, fokusgrupp*,
    intervju*, lupp, ntu, can, *test, *testet, enligt, svarar, uppger, uppge,
    mätt/mäts/räknas/räknat som/med/i/genom, uppföljande samtal
"""

# A comparison with a time that is over.
COMPARED = """
    lika … som, samma … som, jämfört med, än under/sommaren/vintern/hösten/våren/förra/året/i, års nivå,
    året före/innan
"""

# What nobody governs is not promised away.
ABSOLUTES = """
    utrota*, eliminera*, ska försvinna, ska aldrig/alltid, aldrig/alltid ska, omöjlig*,
    helt stoppa/fri/fritt/fria/upphöra/utan/borta, upphöra/stoppas/försvinna/bort helt, fri/fritt/fria från
"""

# What has not gone away just because it was promised.
HARM = """
    *brott, *brotten, rån, *rån, *stöld*, skjutning*, bränder, *bränder, *misshandel*, skadegörelse*,
    narkotika, droger, våld*, sprängning*, langning*
"""

# Time that is an end or a period.
PERIODS = """
    senast, årsskifte*, *perioden, årets, kvartal*, *halvår*, läsår*, *termin*, skolstart*, skolavslutning*,
    midsommar*, jul, påsk*, nyår*, valborg*, lucia, storhelg*, höstlov*, sportlov*, jullov*, påsklov*,
    sommarlov*, lovet, loven, våren, vårens, vår/höst/sommar/vinter+terminen, hösten, höstens, sommaren,
    sommarens, vintern, vinterns, säsong*, veckans, i år/höst/vinter/sommar,
    nästa år/års/månad/vecka/vår/höst/sommar/vinter, kommande året/månaderna/halvåret/åren,
    under året/löftets, hela året, löftet löper/är/går/tar, året är/om/ut, utgången av
"""

# When in the week or on the day, and how often.
HOURS = """
    *måndag*, *tisdag*, *onsdag*, *torsdag*, *fredag*, *lördag*, *söndag*, klockan, kl, nattetid, kvällstid,
    dagtid, skoltid, *kväll, *kvällar, *kvällarna, natten, dygnet runt, nätter, nätterna, *eftermiddag*,
    *förmiddag*, helg*, *helger, *helgerna, vardag*, *lov, *lovet, *lovdag*, daglig*, dagligen, veckovis,
    månadsvis, varje, varannan, vartannat, i veckan/månaden/kvartalet, om dagen/året/dan,
    per dag/dygn/vecka/månad/kvartal/år
"""

# How many, besides numbers.
AMOUNTS = """
    varje, varannan, vartannat, varenda, alla, samtliga, ingen, inga, inget, halver*, fördubbl*, tredubbl*,
    dubbelt, dubbla, hälften, tredjedel*, fjärdedel*, femtedel*, tiondel*, procent*, en av,
    var tionde/femte/fjärde/tredje/andra/åttonde, per dag/dygn/vecka/månad/kvartal/år
"""

# How often.
OFTEN = """
    dagligen, dygnet runt, veckovis, månadsvis, måndagar*, tisdagar*, onsdagar*, torsdagar*, fredagar*,
    lördagar*, söndagar*, måndags/tisdags/onsdags/torsdags/fredags/lördags/söndags+kvällar*, vardagar*,
    helgerna, lönehelg*, måndag/tisdag/onsdag/torsdag/fredag/lördag till/och
"""

# One of these is a number: there either is one or not.
ONES = """
    *plan, *hus, *möte, *vandring, *kväll, *enkät, *utbildning, *föreläsning, *kampanj, *rutin, *avtal,
    *överenskommelse, *kamera, *träff, *lokal, *lekplats, *mottagning, *grupp, *värd, *vakt, *dag, *gång,
    timme, vecka, månad, dygn, tredjedel, kommunpolis, områdespolis, *brev
"""

# Acts, as stems of verbs in -ar, of verbs in -er, and whole.
ACTS_AR = """
    *patruller, kontroller, lag, mål, tvätt, städ, sop, installer, rust, flytt, utbild, informer, ordn,
    anordn, arranger, del, delt, träff, tal, prat, samtal, vis, spärr, redovis, publicer, uppdater, skick,
    tips, uppman, vakt, övervak, bevak, stopp, inspekter, gransk, lämn, start, öppn, inrätt, upprätt, teckn,
    registrer, planter, åtgärd, saner, bemann, cykl, promener, nattvandr, skjuts, intervju, svar, återkoppl,
    berätt, rapporter, saml, kall, hämt, leverer, reparer, gallr, asfalter, monter, coach
"""
ACTS_ER = """
    besök, bjud, ring, skriv, töm, röj, sätt, bygg, lys, stäng, anställ, erbjud, genomför, möt, hjälp, lär,
    kartlägg, mät, följ, sök, ingrip, omhändert, utred, bötfäll, tillsätt, märk, belys, beskär, klipp,
    anlägg, avsätt, handled, ställ, håll, byt, köp, tänd, anmäl, inför, hyr
"""
ACTS_WHOLE = """
    ta, tar, tas, ge, ger, ges, gå, går, göra, gör, görs, köra, kör
"""

# Acts, as nouns.
NAMED_ACTS = """
    *patrull*, *kontroll*, *besök*, *vandring*, *möte*, *träff*, *samtal*, *utbildning*, *föreläsning*,
    *utskick*, *tillsyn, *sanering*, *städning*, *röjning*, *mottagning*, *prov, *sök, *enkät*, *kampanj*,
    nattfotboll, *disco*, *rådgivning*, öppet, öppettid*, *bevakning*, *brev, *rond*, *mätning*, insaml*,
    uppsökande
"""

# Kinds of place, and channels: where a promise can be seen kept.
PLACES = """
    *torg, *torget, *torgen, *centrum, *parken, *parker, *parkerna, *gatan, *gator, *gatorna, *vägen,
    *vägar, *vägarna, *skolan, *skolor, *skolorna, *station*, *hållplats*, *tunnel, *tunneln, *tunnlar*,
    *bibliotek*, *gården, *gårdar, *gårdarna, *området, *områden, *områdena, *stråk*, *strand*, *hamn,
    *hamnen, *hamnar*, på *kontoret, *badet, *badhus*, *hallen, *hallar, *garage*, *trapphus*, *lekplats*,
    *byggnad*, *portar, *portarna, *galleria*, *krogar, *krogarna, *butikerna, färjeläge*, *promenaden,
    *leden, *bron, *webbplats*, *hemsida*, instagram, facebook, *hembesök*, ringa, ringer, *brev, *caféet,
    *huset, *husen, i/hela/över kommunen/staden/stan/stadsdelen/byn, sociala medier, folkets hus
"""

# Those who can owe a promise.
OWNERS = """
    polis, polisen, *polis, *polisen, *poliser, kommun, kommunen, *förvaltning, *förvaltningen, *kontoret,
    *tjänsten, fältgruppen, fältare, fältarna, *bolaget, *bolagen, *bolag, *förening, *föreningen,
    *föreningar, *föreningarna, *vandrare, *vandrarna, väktare, väktarna, *vakter, *vakterna, *värdar,
    *värdarna, fastighetsägare, fastighetsägaren, fastighetsägarna, tullen, *volontärer, *volontärerna,
    rektor, rektorn, rektorerna, *rådet, kyrkan, regionen, skolan
"""
