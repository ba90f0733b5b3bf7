"""Mesa agents that look at rows: a citizen, a field agent, a manager, an elu, each a view of one row of its table.

The model lives in columns, and no rule ever sees these objects: they are made when somebody looks, and read the columns
at each question, so that they stay right as the months go by. With `sim.model`, the only file that imports mesa.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from mesa import Agent
from mesa.agent import AgentSet

from sim.agents.citizen import Citizens
from sim.agents.elu import Elus
from sim.agents.field_agent import FieldAgents
from sim.agents.manager import Managers
from sim.core import codes

if TYPE_CHECKING:
    from sim.model import ParticipationModel

_CATEGORIES = {codes.CATEGORY_A: "A", codes.CATEGORY_B: "B", codes.CATEGORY_C: "C"}
_MEMBERSHIPS = {codes.NEVER: "never", codes.MEMBER: "member", codes.FORMER: "former"}
_SEATS = {codes.MAYOR: "mayor", codes.THEMATIC: "thematic", codes.DISTRICT: "district"}
_AWAITED = {codes.NOTHING: "nothing", codes.AN_ITEM: "item", codes.AN_OFFER: "offer"}

Reading = Callable[[Any], object]
_Role = TypeVar("_Role", bound="View")


class View(Agent):  # type: ignore[misc]
    """One row of a table, with a read-only property for each column.

    Attributes:
        model: the model it belongs to.
        row: its row in `model.world.<table>`.
        unique_id: its number among all views of the model, from 1, the same whenever it is made.
        pos: free for the spaces of Mesa, which place an agent there.
    """

    table: ClassVar[str]
    """Name of the table among those of `sim.world.World`."""
    columns: ClassVar[tuple[str, ...]]
    """Names of its columns."""

    def __init__(self, model: ParticipationModel, row: int, unique_id: int) -> None:
        # not through Agent.__init__, which keeps the model alive for ever in Agent._ids
        self.__dict__.update(model=model, row=row, unique_id=unique_id, pos=None)

    def __setattr__(self, name: str, value: object) -> None:
        if name != "pos":
            raise AttributeError(
                f"{type(self).__name__}.{name} cannot be set: a view shows row {self.row} of model.world.{self.table}. "
                "Plan an intervention in the configuration, or write to the columns themselves."
            )
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row}>"

    def as_dict(self) -> dict[str, object]:
        """Return everything the view shows, by the name of the column."""
        return {name: getattr(self, name) for name in self.columns}


def _shows(table: str, columns: Any, **readings: Reading) -> Callable[[type[_Role]], type[_Role]]:  # noqa: ANN401
    """Give a class one property for each column of its table: a plain number, unless another reading is given."""

    def declare(role: type[_Role]) -> type[_Role]:
        role.table, role.columns = table, columns._fields
        for name in role.columns:
            if name not in vars(role):
                setattr(role, name, _property(table, name, readings.get(name, _plain)))
        return role

    return declare


def _property(table: str, name: str, reading: Reading) -> property:
    column = attrgetter(f"model.world.{table}.{name}")

    def value(view: View) -> object:
        return reading(column(view)[view.row])

    return property(value, doc=f"Column `{name}` of `sim.world.World.{table}`, at this row.")


def _plain(value: Any) -> object:  # noqa: ANN401
    """The number as Python has it."""
    return value.item()


@_shows("citizens", Citizens, far=bool, took_part=bool, waits_for=_AWAITED.__getitem__)
class Citizen(View):
    """A simulated citizen: `trust`, `quality` (as perceived), `fatigue`, `need`.

    `waits_for` is "nothing", the answer to an "item" or to an "offer".
    """

    @property
    def services(self) -> tuple[int, ...]:
        """Rows of the one to three services it uses."""
        citizens = self.model.world.citizens
        return tuple(citizens.services[self.row, : citizens.n_services[self.row]].tolist())


@_shows(
    "field_agents",
    FieldAgents,
    category=_CATEGORIES.__getitem__,
    role=_MEMBERSHIPS.__getitem__,
    front=bool,
    neutral=bool,
    cross_tie=bool,
    practises=bool,
    trial=bool,
)
class FieldAgent(View):
    """A post of field agent: `practises`, `motivation`, `cynicism`, rows of its `team` and `service`.

    `category` is "A", "B" or "C"; `role` in the programme is "never", "member" or "former".
    """


@_shows("managers", Managers)
class Manager(View):
    """A post of manager, from the team leader to the DGS (the last row): `stance`, `level`, `span`, its `parent`."""


@_shows("elus", Elus, role=_SEATS.__getitem__)
class Elu(View):
    """A seat of the executive: `sponsorship`, `involvement`, `dispossession`.

    `role` is "mayor" (the head, row 0), "thematic" or "district".
    """


ROLES: tuple[type[View], ...] = (Citizen, FieldAgent, Manager, Elu)


class ViewsByRole(Mapping[type[View], AgentSet]):
    """The views of a model as one AgentSet a role, made when it is first asked for, the same ever after.

    A reorganisation that changes the number of posts renews them all.
    """

    def __init__(self, model: ParticipationModel) -> None:
        self._model = model
        self._views: dict[type[View], list[View]] = {}  # an AgentSet alone does not keep its agents alive
        self._sets: dict[type[View], AgentSet] = {}
        self._everyone: AgentSet | None = None
        self._posts = self._count(Manager)

    def __getitem__(self, role: type[View]) -> AgentSet:
        self._renew()
        if role not in self._sets:
            self._views[role] = self._look(role)
            self._sets[role] = AgentSet(self._views[role], random=self._model.random)
        return self._sets[role]

    def __iter__(self) -> Iterator[type[View]]:
        return iter(ROLES)

    def __len__(self) -> int:
        return len(ROLES)

    def __repr__(self) -> str:
        return f"<{', '.join(f'{self._count(role)} {role.__name__}' for role in ROLES)}>"

    @property
    def everyone(self) -> AgentSet:
        """The views of all roles, citizens first."""
        self._renew()
        if self._everyone is None:
            self._everyone = AgentSet(chain.from_iterable(self.values()), random=self._model.random)
        return self._everyone

    def _renew(self) -> None:
        """Forget views made for another number of posts: numbers and rows have changed."""
        if self._count(Manager) != self._posts:
            self._posts, self._everyone = self._count(Manager), None
            self._views.clear()
            self._sets.clear()

    def _look(self, role: type[View]) -> list[View]:
        if role not in ROLES:
            raise KeyError(role)
        first = 1 + sum(self._count(before) for before in ROLES[: ROLES.index(role)])
        return [role(self._model, row, first + row) for row in range(self._count(role))]

    def _count(self, role: type[View]) -> int:
        return len(getattr(self._model.world, role.table)[0])
