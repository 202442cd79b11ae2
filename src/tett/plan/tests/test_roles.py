"""Roles and groups as plans name them: inflected, shortened, by other names, in both language forms."""

import pytest

from tett.access.words import Group, Role
from tett.plan.rules.bearers import SCHOOL, bearers_in, only_bearers, read_owner
from tett.plan.rules.headings import heading_bearer
from tett.plan.rules.owners import responsible

NAMES: dict[str, str] = {
    **dict.fromkeys(["rektor", "Rektor", "rektors", "rektoren", "skoleleder", "skuleleiar", "virksomhetsleder"],
    Role.PRINCIPAL),
    **dict.fromkeys(
        ["rektors stedfortreder", "rektors stadfortredar", "assisterende rektor", "ass. rektor", "ass rektor",
            "nestrektor",
         "studierektor", "inspektør", "undervisningsinspektør", "studieinspektøren"], Role.DEPUTY,
    ),
    **dict.fromkeys(
        ["avdelingsleder", "avdelingslederne", "avdelingsledere", "Avd.leder", "avd. leder", "avdelingsleiar",
            "avdelingsleiarane",
         "utdanningsleder", "fagleder", "utdanningsleiarar", "teamleder", "teamledere", "nærmeste leder"],
         Role.DEPARTMENT_HEAD,
    ),
    **dict.fromkeys(
        ["kontaktlærer", "kontaktlærers", "kontaktlærere", "kontaktlærerne", "kontaktlæreren", "kontaktlærar",
            "kontaktlærarar",
         "kontaktlærarane", "kontaktlæraren", "klassestyrer"], Role.CONTACT_TEACHER,
    ),
    **dict.fromkeys(["faglærer", "faglærere", "faglærerne", "faglærarane", "programfaglærer",
    "kroppsøvingslærerne"], Role.SUBJECT_TEACHER),
    **dict.fromkeys(["rådgiver", "rådgivere", "rådgiverne", "rådgjevar", "rådgjevarane", "karriereveileder",
    "rådgivningstjenesten"], Role.COUNSELLOR),
    **dict.fromkeys(
        ["sosialpedagogisk rådgiver", "sosial pedagogisk rådgiver", "sosialpedagogisk rådgjevar",
            "sos.ped. rådgiver", "sos.ped",
         "sosialrådgiver", "sosiallærer"], Role.SOCIAL_COUNSELLOR,
    ),
    **dict.fromkeys(
        ["miljøveileder", "miljøveiledere", "miljøveilederne", "miljøarbeider", "miljøarbeidarar",
            "miljøterapeut", "miljørettleiar"],
        Role.ENVIRONMENT_WORKER,
    ),
    **dict.fromkeys(["PPT", "PP-tjenesten", "PP-tenesta", "PPT-rådgiver", "pedagogisk-psykologisk tjeneste"], Role.PPT),
    **dict.fromkeys(["helsesykepleier", "helsesykepleieren", "helsesjukepleiar", "helsesøster",
    "skolehelsetjenesten"], Role.NURSE),
    **dict.fromkeys(["folkehelsekoordinator", "folkehelsekoordinatoren", "folkehelseansvarlig"], Role.PUBLIC_HEALTH),
    **dict.fromkeys(["internatleder", "internatleiar", "internatpersonalet", "internatansatte", "hybelvert"],
    Role.BOARDING_STAFF),
    **dict.fromkeys(["vikar", "vikarer", "vikarar", "vikarene"], Role.TEMP),
    **dict.fromkeys(["tillitselev", "tillitselevene", "elevtillitsvalgte", "elevtillitsvalde",
    "klasserepresentant"], Role.CLASS_REPRESENTATIVE),
    **dict.fromkeys(["vara", "vararepresentant"], Role.DEPUTY_REPRESENTATIVE),
    **dict.fromkeys(["miljøelev", "miljøelevene"], Role.ENVIRONMENT_STUDENT),
    **dict.fromkeys(["elevrådsstyret", "elevrådsstyre", "elevrådsleder", "elevrådsleiar", "styret i elevrådet"],
    Role.COUNCIL_BOARD),
    **dict.fromkeys(["skoleeier", "skuleeigar", "fylkeskommunen"], Role.COUNTY_OFFICER),
    **dict.fromkeys(["politi", "politiet", "SLT", "SLT-koordinator", "barnevernet", "BUP"], Role.EXTERNAL),
    **dict.fromkeys(
        ["ledelsen", "skolens ledelse", "skoleledelsen", "leiinga", "skuleleiinga", "ledergruppa",
            "leiargruppa", "lederteamet",
         "administrasjonen"], Group.LEADERSHIP,
    ),
    **dict.fromkeys(["elevtjenesten", "elevtenesta", "ressursteamet", "miljøteamet"], Group.STUDENT_SERVICES),
    **dict.fromkeys(["lærer", "lærere", "lærerne", "lærarane", "lærars", "klasseteam",
    "undervisningspersonalet"], Group.TEACHERS),
    **dict.fromkeys(
        ["ansatte", "ansattes", "tilsette", "personalet", "medarbeidere", "de voksne", "alle som arbeider på skolen",
         "alle som jobber ved skolen"], Group.STAFF,
    ),
    **dict.fromkeys(["elev", "elever", "elevene", "elevar", "elevane", "elevens", "medelever", "klassen"],
    Group.STUDENTS),
    **dict.fromkeys(["elevrådet", "elevråd", "elevrådets"], Group.COUNCIL),
    **dict.fromkeys(["foresatte", "foresattes", "føresette", "foreldre", "foreldrene", "heimen", "FAU"],
    Group.GUARDIANS),
    **dict.fromkeys(["skolemiljøutvalget", "skulemiljøutvalet", "skolemiljøutvalg", "SMU"],
    Group.ENVIRONMENT_COMMITTEE),
    **dict.fromkeys(["alle", "Alle", "samtlige", "alle på skolen"], Group.EVERYONE),
    **dict.fromkeys(["skolen", "skulen"], SCHOOL),
}  # fmt: skip
NOBODY = [
    "rektorat og kontor", "elevundersøkelsen", "elevsamtale", "foreldremøte", "læreplan", "lærerikt",
    "vikariat", "vara-e-post",
    "ansattparkering", "klassemiljø", "klasserommet", "skolestart", "skolemiljø", "ledelsesformer",
    "rådgivning om livet",
    "alle elevsamtaler", "Alle klasser", "miljøet rundt oss", "politikk", "navigere", "personalrommet",
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), NAMES.items(), ids=str)
def test_a_name_means(name: str, value: str) -> None:
    assert read_owner(name).values == (value,)
    assert only_bearers(name)


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_begins_like_a_role_is_nobody(text: str) -> None:
    assert not [found for found in bearers_in(text) if found.value != Group.STUDENTS or "elev" not in text]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kontaktlærer og elever", (Role.CONTACT_TEACHER, Group.STUDENTS)),
        ("Rektor/avdelingsleder", (Role.PRINCIPAL, Role.DEPARTMENT_HEAD)),
        ("Folkehelsekoordinator og ledelse", (Role.PUBLIC_HEALTH, Group.LEADERSHIP)),
        ("Rektor i samarbeid med elevrådet", (Role.PRINCIPAL, Group.COUNCIL)),
        ("Rektor, avd.leiarar og kontaktlærarar", (Role.PRINCIPAL, Role.DEPARTMENT_HEAD, Role.CONTACT_TEACHER)),
        ("Elevenes kontaktlærer", (Role.CONTACT_TEACHER,)),
    ],
)
def test_several_share_a_responsibility_the_first_named_first(text: str, values: tuple[str, ...]) -> None:
    assert read_owner(text).values == values


@pytest.mark.parametrize(
    ("text", "strange"), [("Ikke avklart", "Ikke avklart"), ("Rektor og trivselsgjengen", "trivselsgjengen")]
)
def test_words_that_are_no_role_are_told(text: str, strange: str) -> None:
    assert [text[a:b] for a, b in read_owner(text).strange] == [strange]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rektor skal kalle inn utvalget.", [Role.PRINCIPAL]),
        ("Ved skolestart skal kontaktlærer gå gjennom reglene.", [Role.CONTACT_TEACHER]),
        ("I oktober besøker helsesykepleier klassene, og da gjennomfører kontaktlærer samtaler.", [Role.NURSE]),
        ("De to første ukene bruker kontaktlærerne til å bli kjent.", [Role.CONTACT_TEACHER]),
        ("Planen evalueres hvert år av skolemiljøutvalget.", [Group.ENVIRONMENT_COMMITTEE]),
        ("Fravær følges opp av kontaktlærer, som ringer hjem.", [Role.CONTACT_TEACHER]),
        ("Kartleggingen gjennomføres (ansvar: avdelingsleder).", [Role.DEPARTMENT_HEAD]),
        ("Bli kjent-dag (miljøveileder)", [Role.ENVIRONMENT_WORKER]),
        ("Hovedansvar for gjennomføringen har rådgiver.", [Role.COUNSELLOR]),
        ("Foreldremøte for vg1 – avdelingsleder", [Role.DEPARTMENT_HEAD]),
        ("Nye elever får en samtale med rådgiver.", [Role.COUNSELLOR]),
        ("Elevene informeres om reglene.", []),
        ("Foresatte blir invitert til møte.", []),
        ("Kontaktlærere, politi og andre kalles inn ved behov.", []),
        ("Rektor skal sørge for at det lages en plan.", [Role.PRINCIPAL]),
        ("Foresatte oppfordres til å melde fra.", [Group.GUARDIANS]),
        ("Vi arrangerer temadag.", [SCHOOL]),
        ("Elevene sitt miljø er viktig.", []),
    ],
)
def test_a_sentence_makes_responsible(text: str, values: list[str]) -> None:
    assert [person.value for person in responsible(text).people] == values


@pytest.mark.parametrize(
    ("heading", "bearer"),
    [
        ("Alle ansattes rolle", Group.STAFF), ("Kontaktlærers rolle", Role.CONTACT_TEACHER), ("Rektor", Role.PRINCIPAL),
        ("Rektor skal:", Role.PRINCIPAL), ("Rektor har ansvar for å:", Role.PRINCIPAL),
            ("Ansvar for avdelingsleder", Role.DEPARTMENT_HEAD),
        ("Elevane sitt ansvar", Group.STUDENTS), ("Oppgåver for kontaktlærar", Role.CONTACT_TEACHER),
            ("Elevrådets rolle", Group.COUNCIL),
        ("Samarbeid skole-hjem", None), ("Rektor har ansvar for at saken undersøkes.", None), ("Årshjul", None),
        ("Elevundersøkelsen", None), ("Skolens arbeid", None),
    ],
)  # fmt: skip
def test_a_heading_gives_what_stands_under_it(heading: str, bearer: str | None) -> None:
    assert heading_bearer(heading.rstrip(" :")) == bearer
