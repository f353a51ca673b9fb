"""The database itself refuses to change or remove what the history holds."""

from typing import ClassVar

from django.db import migrations

from phoihop.base.append_only import protect, release


class Migration(migrations.Migration):
    """Triggers on the history."""

    dependencies: ClassVar = [("base", "0002_initial")]
    operations: ClassVar = [migrations.RunPython(protect, release)]
