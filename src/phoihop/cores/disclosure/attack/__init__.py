"""What attackers can derive: linear programmes, and the pool of alternatives that spares most of them."""

from phoihop.cores.disclosure.attack.attack import Attack, Failure

__all__ = ["Attack", "Failure"]
