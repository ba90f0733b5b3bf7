"""`archipel transfer`: the cases kept for validation, once the parameters are frozen."""

from experiments.grammar import WORKERS, Command, Option, Request, count

COMMAND = Command(
    name="transfer",
    examples=("archipel transfer", "archipel transfer --replicates 200 --out outputs/transfer"),
    options=(WORKERS, Option("replicates", "N", count)),
)


def main(request: Request) -> int:
    """Run every case kept for validation, as coded and miscoded, beside its contrast; write the page."""
    from experiments.transferring import transfer

    return transfer(request)
