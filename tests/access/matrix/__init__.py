"""Who gets which answer at which address; one letter a person, in the order of ``reading.PEOPLE``.

``.`` 200   ``>`` sent on (302)   ``!`` the form is refused (422)   ``#`` not allowed (403)   ``-`` not there (404)
``x`` wrong method (405)   ``s`` somebody was faster (409)
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.access.reading import Line, read

AREAS = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
LINES: tuple[Line, ...] = tuple(line for area in AREAS for line in read(area.TABLE))
