"""What people write in cells, and what it is called in Tett."""

import re
import unicodedata

from tett.access.words import Level, Role
from tett.people.words import Language, LegalBasis, Lodging, Right
from tett.roster.rules.headings import plain_heading

LONGEST_NAME = 80
#: How a cell begins that a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t")
#: Letters of UTF-8 that were read as something else: Ã¸, Ã¥, Ã¦ and their like.
BROKEN = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â€|\ufffd")
EMAIL = re.compile(r"[^@\s\"(),:;<>\[\]\\]{1,64}@[^@\s\"(),:;<>\[\]\\]+\.[^@\s.]{2,}")
PHONE = re.compile(r"(\+|00)?[0-9 ().-]{5,20}")
LIMITS = {
    "email": 254,
    "phone": 20,
    "address": 200,
    "programme": 80,
    "department": 80,
    "class_name": 20,
    "source": 120,
}

YES = frozenset(
    {
        "ja",
        "j",
        "yes",
        "y",
        "true",
        "1",
        "x",
        "skjermet",
        "sperret",
        "kode6",
        "kode7",
        "6",
        "7",
        "fortrolig",
        "strengtfortrolig",
    }
)
NO = frozenset({"", "nei", "n", "no", "false", "0", "ugradert", "ingen"})
WORDS: dict[str, dict[str, str]] = {
    "level": {
        **dict.fromkeys(("vg1", "1", "vgs1", "11", "1trinn", "videregaendetrinn1"), Level.VG1),
        **dict.fromkeys(("vg2", "2", "vgs2", "12", "2trinn", "videregaendetrinn2"), Level.VG2),
        **dict.fromkeys(
            ("vg3", "3", "vgs3", "13", "3trinn", "videregaendetrinn3", "pabygging", "vg3pabygging"), Level.VG3
        ),
    },
    "language": {
        **dict.fromkeys(("nb", "bokmal", "bokmaal", "nob", "bm"), Language.BOKMAAL),
        **dict.fromkeys(("nn", "nynorsk", "nno", "ny"), Language.NYNORSK),
        **dict.fromkeys(("en", "engelsk", "english"), Language.ENGLISH),
    },
    "basis": {
        **dict.fromkeys(("ch5", "elev", "kapittel5", "5", "kap5", "elevetterkapittel5"), LegalBasis.STUDENT),
        **dict.fromkeys(
            (
                "ch18",
                "voksen",
                "deltaker",
                "voksendeltaker",
                "kapittel18",
                "18",
                "kap18",
                "voksendeltakeretterkapittel18",
            ),
            LegalBasis.PARTICIPANT,
        ),
    },
    "lodging": {
        **dict.fromkeys(("home", "hjemme", "hjemmeboer", "nei"), Lodging.HOME),
        **dict.fromkeys(("boardinghouse", "internat", "painternat"), Lodging.BOARDING_HOUSE),
        **dict.fromkeys(("lodgings", "hybel", "pahybel", "borteboer", "borteboende"), Lodging.LODGINGS),
    },
    "right": {
        **dict.fromkeys(("parental", "foreldreansvar", "medforeldreansvar", "ja", "foreldreogansvar"), Right.PARENTAL),
        **dict.fromkeys(("none", "utenforeldreansvar", "forelderutenforeldreansvar", "nei", "ingen"), Right.NONE),
        **dict.fromkeys(("appointed", "verge", "hjelpeverge", "oppnevntverge"), Right.APPOINTED),
        **dict.fromkeys(("childwelfare", "barnevernstjenesten", "barnevern", "barnevernet"), Right.CHILD_WELFARE),
    },
    "role": {
        **{plain_heading(role.value): role for role in Role},
        "avdelingsleder": Role.DEPARTMENT_HEAD,
        "inspektor": Role.DEPARTMENT_HEAD,
        "kontaktlaerer": Role.CONTACT_TEACHER,
        "kontaktlarer": Role.CONTACT_TEACHER,
        "klassestyrer": Role.CONTACT_TEACHER,
        "faglaerer": Role.SUBJECT_TEACHER,
        "laerer": Role.SUBJECT_TEACHER,
        "larer": Role.SUBJECT_TEACHER,
        "lektor": Role.SUBJECT_TEACHER,
        "adjunkt": Role.SUBJECT_TEACHER,
        "undervisningspersonale": Role.SUBJECT_TEACHER,
        "radgiver": Role.COUNSELLOR,
        "karriereradgiver": Role.COUNSELLOR,
        "sosialpedagogiskradgiver": Role.SOCIAL_COUNSELLOR,
        "sosialradgiver": Role.SOCIAL_COUNSELLOR,
        "miljoveileder": Role.ENVIRONMENT_WORKER,
        "miljoarbeider": Role.ENVIRONMENT_WORKER,
        "miljoterapeut": Role.ENVIRONMENT_WORKER,
        "ppt": Role.PPT,
        "pptjenesten": Role.PPT,
        "pptradgiver": Role.PPT,
        "helsesykepleier": Role.NURSE,
        "helsesoster": Role.NURSE,
        "folkehelsekoordinator": Role.PUBLIC_HEALTH,
        "internatansatt": Role.BOARDING_STAFF,
        "internatleder": Role.BOARDING_STAFF,
        "husmor": Role.BOARDING_STAFF,
        "ansatt": Role.OTHER_STAFF,
        "annet": Role.OTHER_STAFF,
        "assistent": Role.OTHER_STAFF,
        "fagarbeider": Role.OTHER_STAFF,
        "kontor": Role.OTHER_STAFF,
        "vaktmester": Role.OTHER_STAFF,
        "bibliotekar": Role.OTHER_STAFF,
        "renholder": Role.OTHER_STAFF,
        "vikar": Role.TEMP,
        "rektor": Role.PRINCIPAL,
        "assisterenderektor": Role.DEPUTY,
        "rektorsstedfortreder": Role.DEPUTY,
        "ekstern": Role.EXTERNAL,
        "eksternsamarbeidspartner": Role.EXTERNAL,
        "systemansvarlig": Role.ADMINISTRATOR,
        "skoleeier": Role.COUNTY_OFFICER,
        "elev": Role.STUDENT,
        "foresatt": Role.GUARDIAN,
    },
}
#: What a list may make somebody; leaders, the county's people and those who keep the system are pointed out by hand.
BY_LIST = frozenset(
    {
        Role.DEPARTMENT_HEAD,
        Role.CONTACT_TEACHER,
        Role.SUBJECT_TEACHER,
        Role.COUNSELLOR,
        Role.SOCIAL_COUNSELLOR,
        Role.ENVIRONMENT_WORKER,
        Role.PPT,
        Role.NURSE,
        Role.PUBLIC_HEALTH,
        Role.BOARDING_STAFF,
        Role.OTHER_STAFF,
        Role.TEMP,
        Role.EXTERNAL,
    }
)


def word(field: str, text: str) -> str | None:
    """Give what a word means in a column, or None when we don't know it."""
    return WORDS[field].get(plain_heading(text))


def neat(text: str) -> str:
    """Give a text in one way of writing, with single blanks."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def wrong_name(text: str) -> str:
    """Tell by a mark's name what is wrong with a name, or nothing."""
    if text.startswith(FORMULA):
        return "name_is_formula"
    if not text.isascii() and BROKEN.search(text):
        return "broken_letters"
    return "long_name" if len(text) > LONGEST_NAME else ""


def split_name(whole: str) -> tuple[str, str]:
    """Give given and family name of a name in one cell."""
    if "," in whole:
        family, _, given = whole.partition(",")
        return given.strip(), family.strip()
    given, _, family = whole.rpartition(" ")
    return given, family


def phone_number(text: str) -> str | None:
    """Give a number as it is written, or None."""
    return text if PHONE.fullmatch(text) and sum(map(str.isdigit, text)) > 4 else None  # noqa: PLR2004 - the shortest


def level_of_name(name: str) -> str:
    """Give the level that a class's name says by its first digit (2STA is Vg2), or nothing."""
    return f"vg{name[0]}" if name[:1] in {"1", "2", "3"} else ""
