"""The order-management core: it decides, and the host acts.

Orders from every channel, stock across warehouses, review, allocation, carriers, tracking and reports, as pure
decisions: no clock, no network, no files. `Oms` keeps everything in memory; `drive` and `OmsOver` work over a store of
your own. Models such as `Command` are immutable values with real `Decimal` and aware `datetime`.
"""

from oms_core import allocation, bench, calculation, engine, errors, ledger, models, store
from oms_core._oms_core import schema as schema
from oms_core._oms_core import version as _version
from oms_core._send import Json as Json
from oms_core.allocation import *  # noqa: F403
from oms_core.bench import *  # noqa: F403
from oms_core.calculation import *  # noqa: F403
from oms_core.engine import *  # noqa: F403
from oms_core.errors import *  # noqa: F403
from oms_core.ledger import *  # noqa: F403
from oms_core.models import *  # noqa: F403
from oms_core.store import *  # noqa: F403

__version__: str = _version()

__all__ = ["Json", "__version__", "schema"]
__all__ += allocation.__all__
__all__ += bench.__all__
__all__ += calculation.__all__
__all__ += engine.__all__
__all__ += errors.__all__
__all__ += ledger.__all__
__all__ += models.__all__
__all__ += store.__all__
