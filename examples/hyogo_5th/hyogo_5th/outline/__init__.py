"""The outline: the eight 行動, one module each, in document order.

行動 and 行動の柱 stand in the table of chapter VI; 行動7 is the only one printed with its 取組.
"""

from __future__ import annotations

from .action_1 import action_1
from .action_2 import action_2
from .action_3 import action_3
from .action_4 import action_4
from .action_5 import action_5
from .action_6 import action_6
from .action_7 import action_7
from .action_8 import action_8

__all__ = ["actions"]

actions = (
    action_1,
    action_2,
    action_3,
    action_4,
    action_5,
    action_6,
    action_7,
    action_8,
)
