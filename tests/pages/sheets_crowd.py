"""More files of figures."""

from phoihop.clauses.briefings.models import ReportUpload


def sheets(world, more: int) -> None:
    """So many more files that wait, of VNPT's and of the department's."""
    for name in ("figures_file", "desk_file"):
        row = ReportUpload.objects.get(pk=world.args[name][0])
        fields = [field.attname for field in row._meta.concrete_fields if field.name != "id"]
        values = {name: getattr(row, name) for name in fields}
        ReportUpload.objects.bulk_create(ReportUpload(**values) for _ in range(more))
