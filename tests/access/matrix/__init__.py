"""Who gets which answer at which address; one letter a person, in the order of ``reading.PEOPLE``.

``.`` 200   ``>`` sent on (302)   ``!`` the form is refused (422)   ``#`` not allowed (403)   ``-`` not there (404)
``x`` wrong method (405)   ``s`` somebody was faster (409)
"""

from tests.access.matrix import (
    account,
    agreements,
    ground,
    papers,
    towers_joint,
    towers_map,
    towers_registry,
    towers_sharing,
    year,
)
from tests.access.reading import Line, read

AREAS = (account, ground, papers, agreements, year, towers_joint, towers_map, towers_registry, towers_sharing)
LINES: tuple[Line, ...] = tuple(line for area in AREAS for line in read(area.TABLE))
