"""What the invented plans promise, what in them only informs, and what they say of themselves."""

from dataclasses import dataclass

from tett.access.words import Group, Role
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.words import Audience, Evidence

S, A, E, R, G = Rhythm, Audience, Evidence, Role, Group
ALWAYS, AS_NEEDED, UNKNOWN, MONTHLY = (
    Schedule(S.ALWAYS),
    Schedule(S.AS_NEEDED),
    Schedule(S.UNKNOWN),
    Schedule(S.MONTHLY),
)
PLANNING, START, WEEKLY = Schedule(S.PLANNING_DAYS), Schedule(S.SCHOOL_START), Schedule(S.WEEKS)
FIRST_DAY, YEAR, BEFORE, ARRIVAL = (
    Schedule(S.FIRST_DAY), Schedule(S.ALL_YEAR), Schedule(S.BEFORE_START), Schedule(S.ON_ARRIVAL),
)  # fmt: skip


def weeks(*pairs: tuple[int, int]) -> Schedule:
    """Give numbered weeks."""
    return Schedule(S.ISO_WEEKS, weeks=pairs)


def months(*pairs: tuple[int, int]) -> Schedule:
    """Give windows of months."""
    return Schedule(S.MONTHS, months=pairs)


def by(month: int, day: int = 0) -> Schedule:
    """Give a last day."""
    return Schedule(S.BY_DATE, month=month, day=day)


def every(number: int) -> Schedule:
    """Give every so many school weeks."""
    return Schedule(S.WEEKS, every=number)


def first(number: int) -> Schedule:
    """Give the first school weeks."""
    return Schedule(S.FIRST_WEEKS, times=number)


def spread(number: int) -> Schedule:
    """Give so many times a year."""
    return Schedule(S.SPREAD, times=number)


HALVES = months((8, 12), (1, 6))


@dataclass(frozen=True)
class Row:
    """What one plan says in one place."""

    plan: str
    words: str
    bearer: str
    audience: Audience
    schedule: Schedule
    evidence: Evidence


ROWS = [
    # Roles as headings with "skal:", and months with bullets; nynorsk.
    Row("fjordglott", "følgje med på korleis", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("fjordglott", "gripe inn mot krenkingar", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("fjordglott", "varsle rektor", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("fjordglott", "lese planen", G.STAFF, A.STAFF, by(9, 1), E.READING),
    Row("fjordglott", "kalle inn skulemiljøutvalet", R.PRINCIPAL, A.SCHOOL, spread(2), E.MEETING),
    Row("fjordglott", "undersøkje saker snarast", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.NOTE),
    Row("fjordglott", "leggje fram resultata", R.PRINCIPAL, A.SCHOOL, months((2, 2)), E.NOTE),
    Row("fjordglott", "møte med kontaktlærarane", R.DEPARTMENT_HEAD, A.SCHOOL, every(2), E.MEETING),
    Row("fjordglott", "sjå til at Elevundersøkinga", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, months((11, 11)), E.SURVEY),
    Row("fjordglott", "vikarar og nytilsette", R.DEPARTMENT_HEAD, A.NEW_STAFF, ARRIVAL, E.CONFIRMATION),
    Row("fjordglott", "gå gjennom ordensreglane", R.CONTACT_TEACHER, A.SCHOOL_CLASS, first(1), E.CONFIRMATION),
    Row("fjordglott", "startsamtale med kvar elev", R.CONTACT_TEACHER, A.STUDENT, by(9), E.TALK),
    Row("fjordglott", "ha elevsamtale to gonger", R.CONTACT_TEACHER, A.STUDENT, spread(2), E.TALK),
    Row("fjordglott", "klassemøte kvar fjerde veke", R.CONTACT_TEACHER, A.SCHOOL_CLASS, every(4), E.MEETING),
    Row("fjordglott", "seie ifrå dersom", G.STUDENTS, A.STUDENT, ALWAYS, E.ALWAYS),
    Row("fjordglott", "arrangerer trivselsdag", G.COUNCIL, A.SCHOOL, HALVES, E.ACTIVITY),
    Row("fjordglott", "Rektor informerer om planen", R.PRINCIPAL, A.STAFF, PLANNING, E.CONFIRMATION),
    Row("fjordglott", "Ryddetur for vg1", R.CONTACT_TEACHER, A.SCHOOL_CLASS, first(2), E.ACTIVITY),
    Row("fjordglott", "Foreldremøte på vg1", R.DEPARTMENT_HEAD, A.CLASS_GUARDIANS, months((10, 10)), E.MEETING),
    Row("fjordglott", "Halvårssamtalar", R.CONTACT_TEACHER, A.STUDENT, months((1, 1)), E.TALK),
    Row("fjordglott", "Planen vert evaluert", G.LEADERSHIP, A.SCHOOL, months((6, 6)), E.NOTE),
    # A table of tabs with its columns in another order, and a merged cell.
    Row("granlia", "Bli-kjent-dager", R.CONTACT_TEACHER, A.SCHOOL_CLASS, weeks((34, 34), (35, 35)), E.ACTIVITY),
    Row("granlia", "Startsamtaler", R.CONTACT_TEACHER, A.STUDENT, months((8, 9)), E.TALK),
    Row("granlia", "Klasseregler lages", R.CONTACT_TEACHER, A.SCHOOL_CLASS, by(9, 15), E.NOTE),
    Row("granlia", "Foreldremøte Vg1", R.DEPARTMENT_HEAD, A.CLASS_GUARDIANS, weeks((38, 38)), E.MEETING),
    Row("granlia", "Kunnskap om elevenes trivsel", R.DEPUTY, A.SCHOOL, weeks((45, 48)), E.SURVEY),
    Row("granlia", "Oppfølging i klassene", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, months((1, 1)), E.SURVEY),
    Row("granlia", "Inspeksjon i friminuttene", G.TEACHERS, A.TEACHER, ALWAYS, E.ALWAYS),
    Row("granlia", "Møte i skolemiljøutvalget", R.PRINCIPAL, A.SCHOOL, spread(4), E.MEETING),
    Row("granlia", "Trivselskafé", R.OTHER_STAFF, A.SCHOOL, every(2), E.ACTIVITY),
    Row("granlia", "Miljøuke", G.COUNCIL, A.SCHOOL, HALVES, E.ACTIVITY),
    Row("granlia", "Nettvettkurs", "", A.SCHOOL, months((10, 10)), E.ACTIVITY),
    Row("granlia", "Trivselsundersøkelse", R.CONTACT_TEACHER, A.SCHOOL_CLASS, weeks((40, 40), (6, 6)), E.SURVEY),
    Row("granlia", "Ledergruppa evaluerer planen", G.LEADERSHIP, A.SCHOOL, months((5, 5)), E.NOTE),
    # Numbered headings with lines that say who and when under each.
    Row("havneset", "en samtale om trivsel", R.CONTACT_TEACHER, A.STUDENT, by(10, 1), E.TALK),
    Row("havneset", "en samtale om trivsel", R.CONTACT_TEACHER, A.STUDENT, by(3, 1), E.TALK),
    Row("havneset", "informasjonskveld", R.PRINCIPAL, A.CLASS_GUARDIANS, months((9, 9)), E.ACTIVITY),
    Row("havneset", "skolens områder", R.COUNCIL_BOARD, A.SCHOOL, months((8, 12)), E.CONFIRMATION),
    Row("havneset", "Kurs i å oppdage", R.DEPARTMENT_HEAD, A.SCHOOL, PLANNING, E.ACTIVITY),
    Row("havneset", "Gjennomgang av aktivitetsplikten", R.DEPARTMENT_HEAD, A.SCHOOL, PLANNING, E.CONFIRMATION),
    Row("havneset", "Vennskapsbenken", R.ENVIRONMENT_WORKER, A.SCHOOL, YEAR, E.CONFIRMATION),
    Row("havneset", "plikter å følge med", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("havneset", "melder alvorlige saker", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("havneset", "undersøkes innen fem", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("havneset", "skriftlig aktivitetsplan", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.NOTE),
    Row("havneset", "hver uke så lenge planen varer", R.CONTACT_TEACHER, A.SCHOOL_CLASS, AS_NEEDED, E.NOTE),
    Row("havneset", "Planen revideres", R.PRINCIPAL, A.SCHOOL, months((6, 6)), E.NOTE),
    # Prose only.
    Row("soltoppen", "går rektor gjennom", R.PRINCIPAL, A.STAFF, PLANNING, E.CONFIRMATION),
    Row("soltoppen", "Nye lærere får", R.DEPARTMENT_HEAD, A.NEW_STAFF, first(4), E.TALK),
    Row("soltoppen", "tydelige voksne", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("soltoppen", "bli kjent med klassen", R.CONTACT_TEACHER, A.SCHOOL_CLASS, first(2), E.CONFIRMATION),
    Row("soltoppen", "individuell samtale", R.CONTACT_TEACHER, A.STUDENT, months((9, 9)), E.TALK),
    Row("soltoppen", "klassens time hver fredag", R.CONTACT_TEACHER, A.SCHOOL_CLASS, WEEKLY, E.MEETING),
    Row("soltoppen", "Elevundersøkelsen gjennomføres", "", A.SCHOOL_CLASS, months((11, 11)), E.SURVEY),
    Row("soltoppen", "går gjennom resultatene", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, by(12, 20), E.CONFIRMATION),
    Row("soltoppen", "åpen dør", G.STUDENT_SERVICES, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("soltoppen", "besøker alle Vg1-klasser", R.NURSE, A.SCHOOL, months((10, 10)), E.CONFIRMATION),
    Row("soltoppen", "Foreldremøter holdes", R.PRINCIPAL, A.CLASS_GUARDIANS, months((9, 9)), E.MEETING),
    Row("soltoppen", "Foreldremøter holdes", R.PRINCIPAL, A.CLASS_GUARDIANS, months((10, 10)), E.MEETING),
    Row("soltoppen", "møtes fire ganger", R.PRINCIPAL, A.SCHOOL, spread(4), E.MEETING),
    Row("soltoppen", "turnering", R.ENVIRONMENT_WORKER, A.SCHOOL, MONTHLY, E.ACTIVITY),
    Row("soltoppen", "på nytt hvert år i mai", G.LEADERSHIP, A.SCHOOL, months((5, 5)), E.CONFIRMATION),
    # A wheel of the year: months in capitals, who in parentheses.
    Row("nordlyset", "Gjennomgang av opplæringsloven", R.PRINCIPAL, A.STAFF, months((8, 8)), E.CONFIRMATION),
    Row("nordlyset", "Informasjon til nye elever", R.DEPARTMENT_HEAD, A.SCHOOL, FIRST_DAY, E.CONFIRMATION),
    Row("nordlyset", "Bli-kjent-tur", R.SUBJECT_TEACHER, A.SCHOOL, weeks((35, 35)), E.ACTIVITY),
    Row("nordlyset", "Velge tillitselev", R.CONTACT_TEACHER, A.SCHOOL_CLASS, months((8, 8)), E.CONFIRMATION),
    Row("nordlyset", "Oppstartssamtaler", R.CONTACT_TEACHER, A.STUDENT, months((9, 9)), E.TALK),
    Row("nordlyset", "psykisk helse 10. oktober", R.NURSE, A.SCHOOL, by(10, 10), E.ACTIVITY),
    Row("nordlyset", "Elevundersøkelsen (ansvar", R.DEPARTMENT_HEAD, A.SCHOOL, months((11, 11)), E.SURVEY),
    Row("nordlyset", "Julefrokost", R.CONTACT_TEACHER, A.SCHOOL_CLASS, months((12, 12)), E.ACTIVITY),
    Row("nordlyset", "Utviklingssamtaler", R.CONTACT_TEACHER, A.CLASS_GUARDIANS, months((1, 1)), E.TALK),
    Row("nordlyset", "Skidag", R.SUBJECT_TEACHER, A.SCHOOL, months((2, 3)), E.ACTIVITY),
    Row("nordlyset", "lave tall", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, months((2, 3)), E.ACTIVITY),
    Row("nordlyset", "Evaluering av årshjulet", "", A.SCHOOL, months((4, 4)), E.NOTE),
    Row("nordlyset", "Revisjon av planen", G.LEADERSHIP, A.SCHOOL, months((5, 6)), E.NOTE),
    Row("nordlyset", "Inspeksjon i alle friminutt", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("nordlyset", "Klassens time", R.CONTACT_TEACHER, A.SCHOOL_CLASS, WEEKLY, E.NOTE),
    Row("nordlyset", "Åpen dør hos", R.NURSE, A.SCHOOL, WEEKLY, E.CONFIRMATION),
    # Markdown: when, what, who.
    Row("elvestryket", "Planen gjennomgås", R.PRINCIPAL, A.STAFF, BEFORE, E.CONFIRMATION),
    Row("elvestryket", "Elevene møter", R.CONTACT_TEACHER, A.SCHOOL_CLASS, FIRST_DAY, E.CONFIRMATION),
    Row("elvestryket", "Klassekontrakt", R.CONTACT_TEACHER, A.SCHOOL_CLASS, START, E.NOTE),
    Row("elvestryket", "Trivselssamtale", R.CONTACT_TEACHER, A.STUDENT, by(9, 20), E.TALK),
    Row("elvestryket", "Klassetrivsel", R.CONTACT_TEACHER, A.SCHOOL_CLASS, weeks((43, 43)), E.SURVEY),
    Row("elvestryket", "Elevundersøkelsen", R.DEPARTMENT_HEAD, A.SCHOOL, months((11, 11)), E.SURVEY),
    Row("elvestryket", "sak i lærerteamet", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, every(6), E.MEETING),
    Row("elvestryket", "elevrådsstyret og rektor", R.PRINCIPAL, A.SCHOOL, MONTHLY, E.MEETING),
    Row("elvestryket", "enkeltsaker", R.SOCIAL_COUNSELLOR, A.SCHOOL, AS_NEEDED, E.MEETING),
    Row("elvestryket", "Uteaktiviteter", G.COUNCIL, A.SCHOOL, UNKNOWN, E.ACTIVITY),
    Row("elvestryket", "overordnede ansvaret", R.PRINCIPAL, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("elvestryket", "plikt til å følge med", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("elvestryket", "Revideres årlig i april", "", A.SCHOOL, months((4, 4)), E.NOTE),
    # An old plan after the chapter that was repealed, its table flattened to one cell after another.
    Row("gamleasen", "Ordensreglementet", R.CONTACT_TEACHER, A.SCHOOL_CLASS, START, E.CONFIRMATION),
    Row("gamleasen", "Elevsamtaler", R.CONTACT_TEACHER, A.STUDENT, HALVES, E.TALK),
    Row("gamleasen", "Tilsyn i kantine", R.DEPUTY, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("gamleasen", "Temadag", R.NURSE, A.SCHOOL, weeks((41, 41)), E.ACTIVITY),
    Row("gamleasen", "Elevundersøkelsen", G.LEADERSHIP, A.SCHOOL, months((1, 2)), E.SURVEY),
    Row("gamleasen", "hybelhuset", R.BOARDING_STAFF, A.SCHOOL, YEAR, E.CONFIRMATION),
    Row("gamleasen", "varsler ledelsen", G.STAFF, A.STAFF, AS_NEEDED, E.CONFIRMATION),
    Row("gamleasen", "fatter enkeltvedtak", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("gamleasen", "Planen evalueres", G.ENVIRONMENT_COMMITTEE, A.SCHOOL, months((1, 1)), E.NOTE),
    # Columns that stand in place on the page; nynorsk.
    Row("vestbygda", "rettane sine", R.CONTACT_TEACHER, A.SCHOOL_CLASS, FIRST_DAY, E.CONFIRMATION),
    Row("vestbygda", "Klassereglar", R.CONTACT_TEACHER, A.SCHOOL_CLASS, by(9, 10), E.NOTE),
    Row("vestbygda", "Samtale med nye elevar", R.COUNSELLOR, A.STUDENT, first(3), E.TALK),
    Row("vestbygda", "Medverknadsmøte", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, every(6), E.MEETING),
    Row("vestbygda", "Foreldremøte", G.LEADERSHIP, A.CLASS_GUARDIANS, HALVES, E.MEETING),
    Row("vestbygda", "Elevundersøkinga", R.DEPUTY, A.SCHOOL, weeks((46, 49)), E.SURVEY),
    Row("vestbygda", "Felles frukost", G.COUNCIL, A.SCHOOL, MONTHLY, E.ACTIVITY),
    Row("vestbygda", "Opplæring i plikta", R.PRINCIPAL, A.STAFF, PLANNING, E.CONFIRMATION),
    Row("vestbygda", "elevmeklarar", R.ENVIRONMENT_WORKER, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("vestbygda", "melde frå til rektor", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("vestbygda", "set i gang undersøkingar", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.NOTE),
    Row("vestbygda", "blir rullert kvart år", R.PRINCIPAL, A.SCHOOL, months((4, 4)), E.NOTE),
    # Levels of work as headings, sentences in bullets, steps of a case.
    Row("bjorkedal", "overordnet ansvar", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("bjorkedal", "minst fire møter", R.PRINCIPAL, A.SCHOOL, spread(4), E.MEETING),
    Row("bjorkedal", "Alle nyansatte", R.DEPARTMENT_HEAD, A.NEW_STAFF, ARRIVAL, E.CONFIRMATION),
    Row("bjorkedal", "Resultater fra Elevundersøkelsen", "", A.SCHOOL, by(2), E.NOTE),
    Row("bjorkedal", "klassemøter hver 14. dag", R.CONTACT_TEACHER, A.SCHOOL_CLASS, every(2), E.MEETING),
    Row("bjorkedal", "en kort samtale", R.CONTACT_TEACHER, A.STUDENT, first(3), E.TALK),
    Row("bjorkedal", "to sosiale arrangementer", R.CLASS_REPRESENTATIVE, A.SCHOOL_CLASS, spread(2), E.ACTIVITY),
    Row("bjorkedal", "Elevsamtaler: to", R.CONTACT_TEACHER, A.STUDENT, HALVES, E.TALK),
    Row("bjorkedal", "rapporterer til fylkeskommunen", R.PRINCIPAL, A.SCHOOL, YEAR, E.CONFIRMATION),
    Row("bjorkedal", "Teamet møtes tirsdager", G.STUDENT_SERVICES, A.SCHOOL, WEEKLY, E.MEETING),
    Row("bjorkedal", "anonym trivselsundersøkelse", G.LEADERSHIP, A.SCHOOL_CLASS, weeks((39, 39), (5, 5)), E.SURVEY),
    Row("bjorkedal", "undersøker og snakker", R.DEPARTMENT_HEAD, A.SCHOOL, AS_NEEDED, E.TALK),
    Row("bjorkedal", "skrives aktivitetsplan", R.CONTACT_TEACHER, A.SCHOOL_CLASS, AS_NEEDED, E.NOTE),
    Row("bjorkedal", "Planen evalueres årlig", R.PRINCIPAL, A.SCHOOL, months((5, 5)), E.NOTE),
    # "… har ansvar for:", and a calendar with a month on each line.
    Row("lakseelva", "informere ansatte", R.PRINCIPAL, A.STAFF, START, E.CONFIRMATION),
    Row("lakseelva", "informere ansatte", R.PRINCIPAL, A.STAFF, ARRIVAL, E.CONFIRMATION),
    Row("lakseelva", "skolemiljøutvalget opprettes", R.PRINCIPAL, A.SCHOOL, by(10, 1), E.MEETING),
    Row("lakseelva", "rapport til skoleeier", R.PRINCIPAL, A.SCHOOL, by(7, 1), E.CONFIRMATION),
    Row("lakseelva", "teammøter annenhver uke", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, every(2), E.MEETING),
    Row("lakseelva", "én på våren", R.CONTACT_TEACHER, A.STUDENT, months((1, 6)), E.TALK),
    Row("lakseelva", "hilse på elevene", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("lakseelva", "elevkafé", G.STUDENT_SERVICES, A.SCHOOL, MONTHLY, E.ACTIVITY),
    Row("lakseelva", "møter presis", G.STUDENTS, A.STUDENT, ALWAYS, E.ALWAYS),
    Row("lakseelva", "holder seg orientert", G.GUARDIANS, A.CLASS_GUARDIANS, ALWAYS, E.ALWAYS),
    Row("lakseelva", "Velkomstdag", "", A.SCHOOL, months((8, 8)), E.ACTIVITY),
    Row("lakseelva", "Foreldremøte Vg1", R.DEPARTMENT_HEAD, A.CLASS_GUARDIANS, months((9, 9)), E.MEETING),
    Row("lakseelva", "Gapahuken", R.CONTACT_TEACHER, A.SCHOOL_CLASS, months((9, 9)), E.ACTIVITY),
    Row("lakseelva", "Evaluering av skolemiljøplanen", G.ENVIRONMENT_COMMITTEE, A.SCHOOL, months((5, 5)), E.NOTE),
    # Before, under and after; a case told as half a sentence with a numbered list; columns in place.
    Row("tindvik", "opplæring i kapittel 12", G.LEADERSHIP, A.STAFF, START, E.CONFIRMATION),
    Row("tindvik", "drøftes i personalmøte", G.LEADERSHIP, A.SCHOOL, HALVES, E.MEETING),
    Row("tindvik", "tar imot elevene", R.CONTACT_TEACHER, A.SCHOOL_CLASS, FIRST_DAY, E.CONFIRMATION),
    Row("tindvik", "to planlagte elevsamtaler", R.CONTACT_TEACHER, A.STUDENT, spread(2), E.TALK),
    Row("tindvik", "presenterer seg", R.COUNSELLOR, A.SCHOOL, months((9, 9)), E.CONFIRMATION),
    Row("tindvik", "kropp og grenser", R.NURSE, A.SCHOOL, weeks((44, 44)), E.CONFIRMATION),
    Row("tindvik", "kropp og grenser", R.NURSE, A.SCHOOL, weeks((6, 6)), E.CONFIRMATION),
    Row("tindvik", "Grønn uke", G.COUNCIL, A.SCHOOL, weeks((17, 17)), E.CONFIRMATION),
    Row("tindvik", "stoppe situasjonen", G.STAFF, A.STAFF, AS_NEEDED, E.CONFIRMATION),
    Row("tindvik", "skrive ned hva som", G.STAFF, A.STAFF, AS_NEEDED, E.CONFIRMATION),
    Row("tindvik", "vurderer saken", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("tindvik", "oppfølgingsmøte", R.DEPARTMENT_HEAD, A.SCHOOL, AS_NEEDED, E.MEETING),
    Row("tindvik", "Kartlegging i klassene", R.CONTACT_TEACHER, A.SCHOOL_CLASS, by(11, 1), E.SURVEY),
    Row("tindvik", "Revidere planen", G.LEADERSHIP, A.SCHOOL, months((6, 6)), E.NOTE),
    # A column with a heading of its own; prose in nynorsk.
    Row("dalstranda", "gjennomgang av skulemiljøplanen", R.PRINCIPAL, A.STAFF, weeks((33, 33)), E.CONFIRMATION),
    Row("dalstranda", "Førstesamtale", R.CONTACT_TEACHER, A.STUDENT, weeks((34, 36)), E.TALK),
    Row("dalstranda", "Foreldremøte", R.DEPARTMENT_HEAD, A.CLASS_GUARDIANS, months((9, 9)), E.MEETING),
    Row("dalstranda", "Laget rundt eleven", R.COUNSELLOR, A.SCHOOL, months((10, 10)), E.MEETING),
    Row("dalstranda", "Julegrautfest", G.COUNCIL, A.SCHOOL, months((12, 12)), E.ACTIVITY),
    Row("dalstranda", "Elevrådsmøte", "", A.SCHOOL, every(4), E.MEETING),
    Row("dalstranda", "gripe inn når", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("dalstranda", "varslar rektor", R.PRINCIPAL, A.SCHOOL, AS_NEEDED, E.CONFIRMATION),
    Row("dalstranda", "husmøte", R.BOARDING_STAFF, A.BOARDERS, WEEKLY, E.MEETING),
    Row("dalstranda", "to kveldar i veka", R.ENVIRONMENT_WORKER, A.BOARDERS, WEEKLY, E.CONFIRMATION),
    # Semicolons, as a sheet is exported; nynorsk.
    Row("storfjell", "Introduksjonsdag", R.DEPARTMENT_HEAD, A.SCHOOL, FIRST_DAY, E.ACTIVITY),
    Row("storfjell", "ordensreglar", R.CONTACT_TEACHER, A.SCHOOL_CLASS, weeks((34, 34)), E.CONFIRMATION),
    Row("storfjell", "Personalmøte", R.PRINCIPAL, A.SCHOOL, PLANNING, E.MEETING),
    Row("storfjell", "Elevråd", R.COUNCIL_BOARD, A.SCHOOL, MONTHLY, E.MEETING),
    Row("storfjell", "Foreldremøte", R.PRINCIPAL, A.CLASS_GUARDIANS, months((9, 9)), E.MEETING),
    Row("storfjell", "Utviklingssamtale", R.CONTACT_TEACHER, A.CLASS_GUARDIANS, HALVES, E.TALK),
    Row("storfjell", "Internatkveldar", R.BOARDING_STAFF, A.BOARDERS, WEEKLY, E.CONFIRMATION),
    Row("storfjell", "Tryggleiksdag", "", A.SCHOOL, weeks((10, 10)), E.ACTIVITY),
    Row("storfjell", "Evaluering av planen", R.PRINCIPAL, A.SCHOOL, months((6, 6)), E.NOTE),
]  # fmt: skip
#: What informs: background, definitions, law retold, numbers to ring.
INFORMATION = [
    ("fjordglott", "Alle elevar har rett"), ("fjordglott", "gjentekne negative handlingar"),
    ("fjordglott", "eiga oppleving"), ("fjordglott", "55 00 00"), ("granlia", "Planen bygger på"),
    ("granlia", "levende dokument"), ("havneset", "arbeidsgruppe"), ("havneset", "Med krenkelse menes"),
    ("havneset", "Diskriminering er"), ("havneset", "sentralbord"), ("havneset", "Åpningstider"),
    ("havneset", "har fem deler"), ("soltoppen", "noen å være sammen med"), ("soltoppen", "trygge elever lærer"),
    ("soltoppen", "Mobbing er når"), ("soltoppen", "tar buss"), ("soltoppen", "400 elever"),
    ("soltoppen", "Det er fint om"), ("nordlyset", "Årshjulet er vedtatt"), ("nordlyset", "Ring skolen"),
    ("elvestryket", "følger av opplæringslova"), ("elvestryket", "Begrepet"), ("elvestryket", "nulltoleranse"),
    ("gamleasen", "Forvaltningslovens"), ("gamleasen", "negative handlinger"), ("gamleasen", "hudfarge"),
    ("gamleasen", "bli respektert"), ("gamleasen", "godt å være"), ("gamleasen", "00 00 00"),
    ("tindvik", "gjelder til den blir erstattet"), ("tindvik", "70 00 00"), ("dalstranda", "har rett til å bli"),
    ("dalstranda", "part i si eiga"), ("bjorkedal", "skolens verktøy"), ("bjorkedal",
        "Aktivitetsplikten gjelder"), ("bjorkedal", "Se rutinebeskrivelse"),
    ("bjorkedal", "består av"), ("lakseelva", "Sammen for trivsel"), ("lakseelva", "ble sist oppdatert"),
    ("vestbygda", "laga for skuleåra"), ("vestbygda", "Statsforvaltaren"), ("vestbygda", "Ein kan melde"),
]  # fmt: skip
FACTS = [
    ("fjordglott", "Plan for eit trygt og godt skulemiljø", "Fjordgløtt vidaregåande skule", "2025-06-20", 6),
    ("granlia", "Handlingsplan for skolemiljø", "Granlia videregående skole", "2025-05-12", 5),
    ("havneset", "TILTAKSPLAN FOR ET TRYGT OG GODT SKOLEMILJØ", "Havneset videregående skole", "2024-06-18", 6),
    ("soltoppen", "Slik arbeider vi med skolemiljøet", "Soltoppen videregående skole", "None", 5),
    ("nordlyset", "ÅRSHJUL FOR ET TRYGT OG GODT SKOLEMILJØ", "Nordlyset videregående skole", "2026-06-14", 5),
    ("elvestryket", "Handlingsplan mot mobbing, vold, diskriminering og trakassering",
        "Elvestryket videregående skole", "2026-04-01", 4),
    ("gamleasen", "HANDLINGSPLAN FOR ELEVENES PSYKOSOSIALE MILJØ", "Gamleåsen videregående skole", "2016-11-03", 1),
    ("vestbygda", "Tiltaksplan for skulemiljøet", "Vestbygda vidaregåande skule", "2025-04-30", 4),
    ("bjorkedal", "Handlingsplan for å sikre elevene et trygt og godt skolemiljø",
        "Bjørkedal videregående skole", "2024-08-01", 5),
    ("lakseelva", "Skolemiljøplan 2025-26", "Lakseelva videregående skole", "2025-08-15", 5),
    ("tindvik", "PLAN MOT MOBBING OG KRENKELSER", "Tindvik videregående skole", "2025-08-20", 6),
    ("dalstranda", "Skulemiljøplan for Dalstranda vgs 2025-2028", "Dalstranda videregående skole", "2025-05-01", None),
    ("storfjell", "HANDLINGSPLAN", "Storfjell vidaregåande skule", "2025-06-01", 6),
]  # fmt: skip
