"""Which cells to hide so that the others may be shown."""

from phoihop.cores.disclosure.suppress.suppress import Protection, protect
from phoihop.cores.disclosure.suppress.weights import Weighing, weights_of

__all__ = ["Protection", "Weighing", "protect", "weights_of"]
