"""The columns of our own lists, and what other lists call them."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from tett.roster.words import Holds

S, A, G = Holds.STUDENTS, Holds.STAFF, Holds.GUARDIANS
EVERYBODY = (S, A, G)


class Column(NamedTuple):
    """A column: the field it fills, what we call it, in which lists, whether it must be there, and what to write."""

    field: str
    heading: str
    holds: tuple[Holds, ...]
    help: object
    example: str
    #: Other headings that mean the same; without blanks, signs and case.
    also: tuple[str, ...] = ()
    required: bool = False


COLUMNS = (
    Column(
        "own",
        "Nummer",
        EVERYBODY,
        _("Elevnummer, ansattnummer eller lignende, som er det samme hvert år."),
        "10234",
        ("elevnummer", "elevnr", "ansattnummer", "ansattnr", "id", "nr", "personnr", "lopenummer", "studentid"),
    ),
    Column(
        "feide",
        "Feide-navn",
        EVERYBODY,
        _("Slik det står i Feide: navn@fylke.no."),
        "ola.demo@fylke.example",
        ("feide", "feideid", "feidebruker", "brukernavn", "edupersonprincipalname", "eppn"),
    ),
    Column(
        "national",
        "Fødselsnummer",
        EVERYBODY,
        _("Elleve sifre. Lagres bare som et avtrykk som ikke kan leses, så ID-porten finner rett person."),
        "",
        ("fnr", "fodselsnr", "personnummer", "pid", "fodselsogpersonnummer"),
    ),
    Column(
        "given",
        "Fornavn",
        EVERYBODY,
        _("Alle fornavn og mellomnavn."),
        "Ola",
        ("fornamn", "givenname", "firstname"),
        required=True,
    ),
    Column(
        "family",
        "Etternavn",
        EVERYBODY,
        _("Etternavnet."),
        "Demo",
        ("etternamn", "familyname", "lastname", "slektsnavn"),
        required=True,
    ),
    Column(
        "whole",
        "Navn",
        EVERYBODY,
        _("I stedet for de to over: «Etternavn, Fornavn» eller «Fornavn Etternavn»."),
        "",
        ("namn", "fulltnavn", "elevnavn", "fullname", "name"),
    ),
    Column(
        "preferred",
        "Kallenavn",
        EVERYBODY,
        _("Navnet personen bruker, hvis det er et annet enn fornavnet."),
        "",
        ("visningsnavn", "tiltalenavn", "preferredname"),
    ),
    Column(
        "born",
        "Fødselsdato",
        EVERYBODY,
        _("Som 31.12.2010. Avgjør når eleven blir 18 og selv bestemmer."),
        "31.12.2010",
        ("fodt", "fodd", "fodselsdag", "birthdate", "dateofbirth"),
    ),
    Column(
        "language", "Målform", EVERYBODY, _("bokmål, nynorsk eller engelsk"), "bokmål", ("malform", "sprak", "maal")
    ),
    Column(
        "class_name",
        "Klasse",
        (S, A),
        _("Klassen i skoleåret listen gjelder for."),
        "1NAA",
        ("basisgruppe", "klassekode", "gruppe", "klassenavn", "kontaktlaererforklasse", "class"),
    ),
    Column(
        "level",
        "Trinn",
        (S,),
        _("Vg1, Vg2 eller Vg3. Trengs når klassen er ny i Tett."),
        "Vg1",
        ("niva", "arstrinn", "vg", "grade", "klassetrinn"),
    ),
    Column(
        "programme",
        "Utdanningsprogram",
        (S,),
        _("Programmet klassen går på."),
        "Naturbruk",
        ("program", "utdanningsprogramnavn", "programomrade", "studieretning", "linje"),
    ),
    Column(
        "department",
        "Avdeling",
        (S, A),
        _("Avdelingen klassen hører til, eller som rollen gjelder for."),
        "Naturbruk",
        ("avdelingsnavn", "seksjon", "department"),
    ),
    Column(
        "role",
        "Rolle",
        (A,),
        _("For eksempel kontaktlærer, faglærer, rådgiver. Én linje for hver rolle."),
        "kontaktlærer",
        ("stilling", "funksjon", "rollenavn", "role"),
        required=True,
    ),
    Column(
        "starts",
        "Fra",
        EVERYBODY,
        _("Første dag. Uten dato gjelder det fra skoleårets start, eller fra i dag."),
        "17.08.2026",
        ("fradato", "startdato", "start", "gjelderfra", "begynte", "startdate"),
    ),
    Column(
        "ends",
        "Til",
        EVERYBODY,
        _("Siste dag, for den som slutter."),
        "",
        ("tildato", "sluttdato", "slutt", "gjeldertil", "sluttet", "enddate"),
    ),
    Column(
        "basis",
        "Grunnlag",
        (S,),
        _("elev (kapittel 5) eller voksen deltaker (kapittel 18)."),
        "elev",
        ("lovgrunnlag", "opplaeringslovakapittel", "kapittel", "elevtype"),
    ),
    Column(
        "lodging",
        "Bosted",
        (S,),
        _("hjemme, internat eller hybel – der eleven bor i skoleuka."),
        "hjemme",
        ("boform", "botype", "borteboer", "internat"),
    ),
    Column(
        "email", "E-post", EVERYBODY, _("Adressen skolen skal bruke."), "", ("epost", "epostadresse", "mail", "email")
    ),
    Column(
        "phone",
        "Telefon",
        EVERYBODY,
        _("Mobilnummeret."),
        "",
        ("mobil", "mobilnummer", "tlf", "telefonnummer", "phone", "mobiltelefon"),
    ),
    Column(
        "address",
        "Adresse",
        EVERYBODY,
        _("Gateadressen. Brukes aldri for den som har skjermet adresse."),
        "",
        ("gateadresse", "bostedsadresse", "postadresse", "address"),
    ),
    Column("postcode", "Postnummer", EVERYBODY, _("Settes etter adressen."), "", ("postnr", "zip")),
    Column("town", "Poststed", EVERYBODY, _("Settes etter adressen."), "", ("sted", "by", "city")),
    Column(
        "protected",
        "Skjermet adresse",
        EVERYBODY,
        _("ja skjermer adressen. Tomt eller nei tar aldri bort en skjerming som finnes i Tett."),
        "nei",
        ("skjermet", "sperretadresse", "kode6", "kode7", "adressesperre", "hemmeligadresse", "gradering"),
    ),
    Column(
        "student_own",
        "Elevens nummer",
        (G,),
        _("Eleven som den foresatte følger: nummer, Feide-navn eller fødselsnummer."),
        "10234",
        ("elevnummer", "elevnr", "elevid", "barnetsnummer"),
    ),
    Column("student_feide", "Elevens Feide-navn", (G,), _("Som over."), "", ("elevensfeide", "elevfeide")),
    Column(
        "student_national",
        "Elevens fødselsnummer",
        (G,),
        _("Som over."),
        "",
        ("elevensfnr", "elevfnr", "barnetsfodselsnummer"),
    ),
    Column(
        "right",
        "Rett",
        (G,),
        _("foreldreansvar, verge, barnevernstjenesten, eller uten foreldreansvar."),
        "foreldreansvar",
        ("foreldreansvar", "relasjon", "rolle", "juridisk", "tilknytning"),
        required=True,
    ),
    Column(
        "source",
        "Kilde",
        (G,),
        _("Hvor skolen vet det fra. Uten kilde blir linjen ikke tatt med."),
        "Folkeregisteret",
        ("kildeforrett", "opplysningskilde", "source"),
        required=True,
    ),
)
BY_FIELD = {column.field: column for column in COLUMNS}
#: At least one of each of these must have a column.
ONE_OF = {
    S: (("own", "feide", "national"),),
    A: (("own", "feide", "national"),),
    G: (("own", "feide", "national"), ("student_own", "student_feide", "student_national")),
}
