"""How candidate masts read in a list of choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _


def routes(candidates: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Identifier and words: owner, code, distance, height, whether it is on offer."""
    for one in candidates:
        marks = [_("sẵn sàng dùng chung") if one.mast.offered_for_sharing else _("chưa chào dùng chung")]
        marks += [] if one.inside else [_("ngoài bán kính tìm")]
        marks += [] if one.tall else [_("thấp hơn độ cao cần")]
        words = _("%(owner)s – %(mast)s – cách %(distance)s m – %(class)s, cao %(height)s m – %(marks)s")
        facts = {
            "owner": one.mast.site.owner.short_name, "mast": one.mast, "distance": one.distance_m,
            "class": one.mast.mast_class.code, "height": f"{one.mast.height_m.normalize():f}".replace(".", ","),
            "marks": ", ".join(marks),
        }  # fmt: skip
        yield str(one.mast.pk), words % facts
