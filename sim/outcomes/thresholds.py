"""The thresholds of the verdict, as the configuration group `verdict` gives them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Thresholds:
    """Where the verdict draws its lines; epsilon is apart, because it belongs to the authority.

    Attributes:
        breadth: share of services reached from which practice has spread, 0..1.
        rest: share of practitioners among those who never were ambassadors, for the same, 0..1.
        spreading_breadth: share of services reached from which practice is spreading, 0..1.
        spreading_rest: share of practitioners among the others, for the same, 0..1.
        momentum: relative growth over twelve months above which practice is spreading, 0..1.
        isolation: share of isolated practitioners from which islets form an archipelago, 0..1.
        service_share: share of practitioners from which a service is reached, 0..1.
        service_min: practitioners from which a service is reached, count.
        disillusion: rise of cynicism among the involved from which they are disillusioned, 0..1.
        relaunch_ratio: volunteers now over volunteers at the start, at or below which they are, ratio.
        showcase: practitioners won per ambassador below which a living lab is a showcase, ratio.
        permutations: draws of the permutation test, count.
        quantile: order of the permutation quantile above which islets are compact, 0..1.
    """

    breadth: float
    rest: float
    spreading_breadth: float
    spreading_rest: float
    momentum: float
    isolation: float
    service_share: float
    service_min: int
    disillusion: float
    relaunch_ratio: float
    showcase: float
    permutations: int
    quantile: float

    def scaled(self, factor: float) -> "Thresholds":
        """Return these thresholds with the lines of the rule itself moved by a factor.

        What defines a reached service and the permutation test stay: a stored row was measured with them.
        """
        return replace(
            self,
            breadth=self.breadth * factor,
            rest=self.rest * factor,
            spreading_breadth=self.spreading_breadth * factor,
            spreading_rest=self.spreading_rest * factor,
            momentum=self.momentum * factor,
            isolation=self.isolation * factor,
            disillusion=self.disillusion * factor,
            relaunch_ratio=self.relaunch_ratio * factor,
            showcase=self.showcase * factor,
        )
