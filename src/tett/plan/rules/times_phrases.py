"""The phrases for time that schools write, in both language forms, and the rhythm each of them means."""

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.times_words import (
    AUTUMN,
    BY,
    EVERY,
    HALF,
    MONTH,
    MONTH_UNIT,
    MONTHS_LIST,
    NUM,
    ORD,
    PER,
    SPRING,
    START,
    TIMES,
    WEEK,
    WEEK_AND,
    WEEKDAY,
    YEAR,
    Phrase,
    before_month,
    by,
    by_month,
    by_named_date,
    by_numbered_date,
    first_weeks,
    in_months,
    in_weeks,
    just,
    month,
    named_months,
    number,
    numbered_weeks,
    often_a_month,
    spread,
    spread_twice,
    weeks,
    yearly,
)

A, W = Rhythm.ALWAYS, Rhythm.WEEKS

#: The longer way of saying something stands before the shorter one that it begins with.
PHRASES: tuple[Phrase, ...] = (
    # -- days and weeks at the start of the year
    Phrase(
        rf"(?:{NUM}\s)?(?:dag(?:en)?\s)?(?:i\s)?(?:(?:den\s)?siste\s)?(?:uk[ea]|uken|vek[ea])\s(?:før|føre"
        rf"|i forkant av)\s{START}",
        just(Rhythm.BEFORE_START),
    ),
    Phrase(rf"(?:rett\s)?(?:før|føre|i forkant av)\s{START}", just(Rhythm.BEFORE_START)),
    Phrase(
        r"(?:felles\s)?(?:planleggings?dag(?:ene|er|ane|ar|en)?|plandag(?:ene|er|ane|ar|en)?)",
        just(Rhythm.PLANNING_DAYS),
    ),
    Phrase(
        rf"(?:(?:første|fyrste)|1\.)\s(?:uk[ea]|uken|vek[ea])\si\s(?P<m>{MONTH})",
        lambda m: Schedule(Rhythm.MONTHS, months=((month(m["m"]), month(m["m"])),)),
    ),
    Phrase(r"(?:(?:første|fyrste)|1\.)\s(?:skole|skule)?dag(?:en)?", just(Rhythm.FIRST_DAY)),
    Phrase(
        r"(?:dei|de)?\s?(?P<n>to|tre|fire|fem|seks|\d)\s(?:første|fyrste)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene"
        r"|er))",
        first_weeks,
    ),
    Phrase(
        r"(?:første|fyrste)\s(?P<n>to|tre|fire|fem|seks|\d)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene|er))",
        first_weeks,
    ),
    Phrase(
        r"(?:dei|de)?\s?(?:første|fyrste)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene|er))",
        just(Rhythm.FIRST_WEEKS, times=3),
        vague=True,
    ),
    Phrase(
        r"(?:(?:den\s)?(?:første|fyrste)|1\.)\s(?:skole|skule)?(?:uk(?:en|e|a)|vek(?:e|a))(?!\s(?:etter|før|føre))",
        just(Rhythm.FIRST_WEEKS),
    ),
    Phrase(
        r"(?:(?:den\s)?(?P<n>andre|2\.|tredje|3\.)\s(?:skole|skule)(?:uken|uke|uka|veke|veka))",
        first_weeks,
        vague=True,
    ),
    Phrase(r"(?:den\s)?(?:første|fyrste)\s(?:måneden|måned|månaden|månad)", just(Rhythm.FIRST_WEEKS, times=4)),
    Phrase(r"semesterstart|oppstart av (?:hvert|kvart) semester", in_months((8, 8), (1, 1))),
    Phrase(r"(?:skole|skule)slutt|(?:skole|skule)åre?ts\sslutt|slutten av (?:skole|skule)året", in_months((6, 6))),
    Phrase(
        r"tidlig(?:\spå)?\s(?:om\s)?høst(?:en)?|tidleg(?:\spå)?\s(?:om\s)?haust(?:en)?", in_months((8, 9)), vague=True
    ),
    Phrase(START, just(Rhythm.SCHOOL_START)),
    # -- returning
    Phrase(rf"{EVERY}\s(?P<n>{ORD})\s?{WEEK}", weeks),
    Phrase(rf"(?:annenhver|annankvar|annakvar|anna kvar|annen hver)\s(?:{WEEK}|{WEEKDAY})", just(W, every=2)),
    Phrase(
        rf"(?:{EVERY}\s|den\s)?(?:første|fyrste|siste|andre|annen|tredje"
        rf"|fjerde)\s{WEEKDAY}\s(?:i\s)?(?:{EVERY}\s)?{MONTH_UNIT}",
        just(Rhythm.MONTHLY),
    ),
    Phrase(rf"{EVERY}\s(?P<n>{ORD})\s{WEEKDAY}", weeks),
    Phrase(rf"{EVERY}\s(?:14\.?|fjortende|fjortande)\s?dag", just(W, every=2)),
    Phrase(
        rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)(?P<n2>{NUM})\.?\s?{WEEK}",
        lambda m: Schedule(W, every=number(m["n2"])),
    ),
    Phrase(rf"{NUM}\s?{TIMES}\s?(?:(?:{PER}\s)|/)\s?{WEEK}", just(W)),
    Phrase(rf"{EVERY}\s(?:eneste\s|einaste\s)?{WEEK}|ukentlige?|vekentlege?|vekentleg|kvar\s?veke", just(W)),
    Phrase(rf"{NUM}\s(?:kvelder|kveldar|dager|dagar|timer|timar)\s(?:{PER}\s|/)\s?{WEEK}", just(W)),
    Phrase(r"(?:man|mån|tirs|tys|ons|tors|fre)dag(?:er|ar)", just(W)),
    Phrase(rf"{EVERY}\s{WEEKDAY}(?:(?:\sog\s|,\s?){WEEKDAY})*", just(W)),
    Phrase(r"(?:annenhver|annankvar|annakvar|annen hver)\s(?:måned|månad)", just(Rhythm.SPREAD, times=5), vague=True),
    Phrase(
        rf"{EVERY}\s(?P<n>{ORD})\s?(?:måned|månad|mnd\.?)",
        lambda m: Schedule(Rhythm.SPREAD, times=max(1, round(10 / number(m["n"])))),
        vague=True,
    ),
    Phrase(rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)\s?{MONTH_UNIT}", often_a_month),
    Phrase(rf"{EVERY}\s(?:måned|månad|mnd\.?)|månedlige?|månadlege?|månadleg|månedsvis", just(Rhythm.MONTHLY)),
    Phrase(rf"{EVERY}\skvartal|kvartalsvis", just(Rhythm.SPREAD, times=4)),
    Phrase(rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)\s?{HALF}", spread_twice),
    Phrase(rf"{EVERY}\s{HALF}|halvårlige?|halvårleg|halvårsvis|(?:per|pr\.?)\s{HALF}", in_months(AUTUMN, SPRING)),
    Phrase(
        rf"(?P<n>{NUM})(?:\s?(?:-|–|til)\s?{NUM})?\s?(?:{TIMES}|faste\smøter?|faste\smøte|møter?|samtal(?:er|ar|e)"
        r"|samlinger|samlingar)"
        rf"\s?(?:årlig|årleg|(?:{PER}\s|/)\s?{YEAR})",
        spread,
    ),
    Phrase(
        rf"(?P<n>to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|\d{{1,2}})(?:\s(?!første|fyrste|siste|uke|veke|timer|timar"
        rf"|dager|dagar)\w+){{1,4}}?\s(?:{PER}\s|/){YEAR}",
        spread,
    ),
    Phrase(rf"årlige?|årlege?|{EVERY}\s(?:eneste\s)?{YEAR}|{EVERY}\shøst|{EVERY}\shaust", yearly),
    Phrase(rf"{EVERY}\svår", in_months(SPRING)),
    # -- named times
    Phrase(rf"(?:{BY}\s)(?:jula|julen|jul|juleferien)", by(12, 20)),
    Phrase(rf"{BY}\s?(?:den\s)?(?P<d>[0-3]?\d)\.\s?(?P<m>{MONTH})(?:\s20\d\d)?", by_named_date),
    Phrase(rf"{BY}\s?(?:den\s)?(?P<d>[0-3]?\d)\.\s?(?P<m>1[0-2]|0?[1-9])\b\.?(?:\s?(?:20)?\d\d)?", by_numbered_date),
    Phrase(rf"(?:(?:innen|innan|før|ved|i)\s)?(?:utgangen|slutten)\sav\s(?P<m>{MONTH})(?:\s20\d\d)?", by_month),
    Phrase(rf"(?:innen|innan|senest|seinast)(?:\si)?\s(?P<m>{MONTH})", by_month),
    Phrase(rf"før\s(?P<m>{MONTH})", before_month),
    Phrase(rf"(?:{BY}\s)(?:høstferien?|haustferien?)", by(9), vague=True),
    Phrase(rf"(?:{BY}\s)(?:vinterferien?)", by(2, 15), vague=True),
    Phrase(rf"(?:{BY}\s)(?:påsken|påska|påske|påskeferien?)", by(3), vague=True),
    Phrase(rf"(?:{BY}\s)(?:sommeren|sommerferien?|sumaren|sumarferien?)", by(6)),
    Phrase(r"etter\s(?:høstferien?|haustferien?)", in_weeks(42, 44), vague=True),
    Phrase(r"etter\s(?:vinterferien?)", in_weeks(10, 12), vague=True),
    Phrase(r"etter\s(?:påsken|påska|påske|påskeferien?)", in_months((4, 5)), vague=True),
    Phrase(r"(?:etter|over)\s(?:jula|julen|jul|juleferien?|nyttår|årsskiftet)", in_months((1, 1)), vague=True),
    Phrase(
        rf"(?:(?:de|dei|første|fyrste|siste)\s)*(?:uke|uka|uken|ukene|veke|veka|vekene)\s?(?:nr\.?\s)?"
        rf"(?P<weeks>[1-5]?\d(?:{WEEK_AND}[1-5]?\d)*)(?!\d|\s?(?:%|prosent|\.\s?{MONTH}))",
        numbered_weeks,
    ),
    Phrase(rf"(?P<d>[0-3]?\d)\.(?:\s?(?:-|–)\s?[0-3]?\d\.)?\s?(?P<m>{MONTH})(?:\s20\d\d)?(?!\w)", by_named_date),
    Phrase(
        rf"(?:start(?:en)?|begynnelsen|byrjinga|slutten|midten)\s(?:av|på|i)\s{MONTHS_LIST}", named_months, vague=True
    ),
    Phrase(MONTHS_LIST, named_months),
    Phrase(
        r"(?:høst(?:en)?|haust(?:en)?)\s?(?:og|/|\+|&|-|–)\s?vår(?:en)?|vår(?:en)?\s?(?:og|/|\+|&|-"
        r"|–)\s?(?:høst(?:en)?|haust(?:en)?)"
        r"|(?:både|begge)\s(?:semestre?|semestra|semester|terminer|terminar|halvår)",
        in_months(AUTUMN, SPRING),
    ),
    Phrase(
        rf"(?:høst|haust)(?:semesteret|semester|halvåret|halvår|terminen|termin|en)?(?:\s20\d\d)?"
        rf"|(?:(?:første|fyrste)|1\.)\s{HALF}|før nyttår",
        in_months(AUTUMN),
    ),
    Phrase(
        rf"vår(?:semesteret|semester|halvåret|halvår|terminen|termin|en)(?:\s20\d\d)?"
        rf"|(?:om|på)\svåren|(?:(?:andre|annet)|2\.)\s{HALF}",
        in_months(SPRING),
    ),
    # -- all the time, when needed
    Phrase(
        r"(?:hele|heile)\s(?:skole|skule)?dagen|i (?:skoletiden|skoletida|skuletida)|alltid(?:\s(?:tilgjengelig"
        r"|tilgjengeleg|åpen|open))?|til enhver tid|til ei kvar tid|til ein kvar tid|til kvar tid"
        r"|hele tiden|heile tida|hele tida|kontinuerlige?|kontinuerlege?|fortløpende|fortløpande|løpende|løpande"
        r"|(?:hver|kvar)\s(?:dag|time|skoledag|skuledag)|(?:hvert|kvart|alle)\sfriminutt|daglige?|dagleg(?:e)?"
        r"|døgnet rundt",
        just(A),
    ),
    Phrase(
        r"faste?\smøter?(?:tider)?|faste?\smøtetider?|jevnlige?|jamlege?|jamleg|regelmessige?|regelmessig"
        r"|med jevne mellomrom"
        r"|med jamne mellomrom|etter (?:fast|egen|eigen|oppsatt|oppsett) (?:plan|møteplan)|faste\stidspunkt",
        just(Rhythm.REGULAR),
    ),
    Phrase(
        rf"(?:gjennom|i løpet av|utover|utover i)\s(?:hele\s|heile\s)?{YEAR}|(?:hele|heile)\s{YEAR}|året\s(?:rundt"
        r"|gjennom)",
        just(Rhythm.ALL_YEAR),
        frame=True,
    ),
    Phrase(
        r"så\s(?:lenge|lenge\ssom)\s(?:planen|saken|saka|det|tiltak\w*)\s\w+",
        just(Rhythm.AS_NEEDED),
        overrules=True,
    ),
    Phrase(
        r"(?:når|der|dersom|hvis)\sdet\s(?:er|blir|oppstår)\sbehov|(?:ved|etter)\s(?:behov|behov for)|om nødvendig"
        r"|ved mistanke|når det trengs|når det trengst|umiddelbart|straks|snarest(?:\smulig)?|snarast(?:\sråd)?"
        r"|så snart som mulig"
        r"|så snart som råd|med en gang|med ein gong|(?:samme|same) dag"
        rf"|(?:(?:innen|innan|senest|seinast|etter|i løpet av)\s)+{NUM}\s(?:skole|skule|virke|verke|yrke"
        r"|arbeids)?(?:dag(?:er|ar)?|uke[rn]?|uka|vek[ea]r?|time[rn]?|timar|døgn)",
        just(Rhythm.AS_NEEDED),
    ),
    Phrase(
        r"(?:ved|etter)\s(?:(?:ny)?tilsetting(?:er|ar)?|ansettelse|nyansettelse[rn]?|tiltredelse|tiltreding"
        r"|oppstart i stillingen)",
        just(Rhythm.ON_ARRIVAL),
    ),
)
