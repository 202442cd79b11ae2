"""The shape of a demo school: like Jønsberg in numbers, in nothing else."""

from dataclasses import dataclass

from tett.access.words import Level, Role


@dataclass(frozen=True)
class ClassShape:
    """A class, how many students it has, and how many of them live away from home or are participants."""

    name: str
    level: Level
    programme: str
    department: str
    students: int
    boarders: int = 0
    participants: int = 0


NATURE, TECHNICAL, ADULT = "Naturbruk", "Teknologi og påbygg", "Voksne og agronom"

CLASSES = (
    ClassShape("1NAA", Level.VG1, "Naturbruk", NATURE, 24, 8),
    ClassShape("1NAB", Level.VG1, "Naturbruk", NATURE, 23, 7),
    ClassShape("1NAC", Level.VG1, "Naturbruk", NATURE, 21, 6),
    ClassShape("2LBA", Level.VG2, "Landbruk og gartnernæring", NATURE, 22, 9),
    ClassShape("2LBB", Level.VG2, "Landbruk og gartnernæring", NATURE, 19, 8),
    ClassShape("2SKA", Level.VG2, "Skogbruk", NATURE, 16, 9),
    ClassShape("2HEA", Level.VG2, "Heste- og dyrefag", NATURE, 14, 5),
    ClassShape("3LBA", Level.VG3, "Landbruk", NATURE, 18, 7),
    ClassShape("1TIA", Level.VG1, "Teknologi- og industrifag", TECHNICAL, 20, 2),
    ClassShape("1TIB", Level.VG1, "Teknologi- og industrifag", TECHNICAL, 16, 1),
    ClassShape("2TMA", Level.VG2, "Transport og logistikk", TECHNICAL, 14, 1),
    ClassShape("3PBA", Level.VG3, "Påbygging", TECHNICAL, 15),
    ClassShape("AGRA", Level.VG3, "Agronom for voksne", ADULT, 28, 3, participants=28),
)

#: Nobody is contact teacher here: the hole that a real school has somewhere.
WITHOUT_TEACHER = "2TMA"
#: Nothing has been done for this class for a while.
QUIET_CLASS = "2HEA"

#: How many hold each role for the whole school; contact teachers and department heads come from the classes.
SCHOOL_ROLES = (
    (Role.PRINCIPAL, 1),
    (Role.DEPUTY, 1),
    (Role.COUNSELLOR, 2),
    (Role.SOCIAL_COUNSELLOR, 1),
    (Role.ENVIRONMENT_WORKER, 3),
    (Role.PPT, 1),
    (Role.NURSE, 1),
    (Role.PUBLIC_HEALTH, 1),
    (Role.BOARDING_STAFF, 4),
    (Role.OTHER_STAFF, 12),
    (Role.TEMP, 1),
    (Role.SUBJECT_TEACHER, 28),
    (Role.EXTERNAL, 2),
)
