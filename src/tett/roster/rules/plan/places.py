"""The classes and departments that a list names: which there are, which are made, and which nobody can make."""

from collections import defaultdict
from dataclasses import dataclass, field

from tett.roster.rules.cells import level_of_name
from tett.roster.rules.known import Known
from tett.roster.rules.people import Group
from tett.roster.rules.plan.plan import NewClass, Plan
from tett.roster.rules.said import Said, Told
from tett.roster.words import Holds, Kind, Mark


@dataclass
class Places:
    """What the list's names of classes and departments stand for."""

    known: Known
    plan: Plan
    #: What is told of each class that can't be used.
    wrong: dict[str, Told] = field(default_factory=dict)
    departments: dict[str, str] = field(default_factory=dict)

    def open(self, groups: list[Group]) -> None:
        """Let new classes be made of what all their rows say together; order makes no difference."""
        said: dict[str, list[Said]] = defaultdict(list)
        for group in groups:
            for row in group.rows:
                if row.class_name and row.class_name.casefold() not in self.known.classes:
                    said[row.class_name.casefold()].append(row)
        for key in sorted(said):
            self._open(key, said[key])

    def _open(self, key: str, rows: list[Said]) -> None:
        name = min(row.class_name for row in rows)
        students = [row for row in rows if row.holds == Holds.STUDENTS]
        levels, departments = {r.level for r in students if r.level}, {r.department for r in students if r.department}
        unknown = (Mark.UNKNOWN_CLASS, {"name": name, "year": self.known.starts_in})
        level = min(levels, default="") or level_of_name(name)
        department = min(departments, default="") or self._only_department()
        if len(levels) > 1 or len({d.casefold() for d in departments}) > 1:
            self.wrong[key] = (Mark.CLASS_DIFFERS, {"name": name})
        elif not students or not level or not department:
            self.wrong[key] = unknown
        else:
            programme = min((row.programme for row in students if row.programme), default="") or department
            self._add(NewClass(name, level, programme, self._department(department)))

    def _add(self, new: NewClass) -> None:
        self.plan.classes.append(new)
        told = (Mark.NEW_CLASS, {"level": new.level, "department": new.department})
        self.plan.tell(0, new.name, "", [told], Kind.ADD)

    def _department(self, name: str) -> str:
        """Give a department as Tett writes it, made if it isn't there."""
        key = name.casefold()
        if key in self.known.departments:
            return self.known.departments[key][1]
        if key not in self.departments:
            self.departments[key] = name
            self.plan.departments.append(name)
            self.plan.tell(0, name, "", [(Mark.NEW_DEPARTMENT, {})], Kind.ADD)
        return self.departments[key]

    def _only_department(self) -> str:
        """Give the department that was chosen for classes of which the list says none, or the school's only one."""
        if self.known.usual_department:
            return self.known.usual_department
        return next(iter(self.known.departments.values()))[1] if len(self.known.departments) == 1 else ""

    def problem(self, row: Said) -> Told | None:
        """Tell what is wrong with a row's class, if anything."""
        return self.wrong.get(row.class_name.casefold()) if self.wrong and row.class_name else None

    def has_department(self, name: str) -> bool:
        """Tell whether there is such a department, or will be."""
        return name.casefold() in self.known.departments or name.casefold() in self.departments
