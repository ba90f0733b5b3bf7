"""A study as a cube for xarray."""

from typing import TYPE_CHECKING, Any

from experiments.study.columns import IDENTITY

if TYPE_CHECKING:
    from experiments.study.reading import Study


def cube(study: "Study", xarray: Any) -> Any:  # noqa: ANN401
    """Outcomes by point and replicate, months by point, replicate and month; what is varied stands by the point."""
    runs = study.runs.set_index(["point_id", "replicate"]).drop(columns=["scenario"])
    keys = [factor["key"] for factor in study.manifest["study"]["factors"]]
    outcomes = xarray.Dataset.from_dataframe(runs.drop(columns=keys))
    names = study.runs[["run_id", *IDENTITY[1:2], "replicate"]]
    months = study.monthly.merge(names, on="run_id").drop(columns="run_id")
    by_month = xarray.Dataset.from_dataframe(months.set_index(["point_id", "replicate", "month"]))
    monthly = by_month.rename({name: f"monthly_{name}" for name in by_month.data_vars})
    whole = outcomes.merge(monthly, join="outer")  # a study may keep no months
    points = study.design.drop_duplicates("point_id").set_index("point_id").loc[whole.indexes["point_id"]]
    return whole.assign_coords({key: ("point_id", points[key].to_numpy()) for key in keys})
