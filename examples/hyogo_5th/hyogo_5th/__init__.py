"""地域安全まちづくり推進計画 (第5期), 兵庫県: the extract on preventing reoffending, as a model.

The plan covers fiscal years 2019 to 2021 and is modeled from the draft (案) of 平成31年.
Hyogo Prefecture publishes its plans at https://web.pref.hyogo.lg.jp/.

Read it in this order; each module says what it defines and where in the document that stands:

- `vocabulary`: the words of the plan's levels (行動, 行動の柱, headings in brackets, 取組)
- `sources`: the documents, the places in them, and what the document leaves open
- `organisations`: departments (部, 課) and partners
- `axes`: what crosses the outline (3本柱, the groups of 行動)
- `indicators`: the 15 活動指標 with baseline and target
- `outline`: the 8 行動, one module each
- `context`: laws, figures, roles, governance, relations to other plans
- `plan`: everything put together

Modules import each other relatively, so a copy of this folder under another name works as it is.
"""

from __future__ import annotations

from .plan import plan

__all__ = ["plan"]
