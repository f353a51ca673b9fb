"""The ``phoihop`` command: our own commands with their help; any other word is a command of Django."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words of help and where its function lives, imported only when called."""

    help: str
    target: str  # "module:function", called with the remaining arguments
    needs_django: bool = True


COMMANDS: dict[str, Command] = {
    "run": Command("serve the pages and work off jobs", "phoihop.config.serve:run"),
    "demo": Command("build the invented demo year if it is not there, and serve it", "phoihop.config.serve:demo"),
    "worker": Command("work off jobs only, on this or another node", "phoihop.config.serve:worker"),
    "tick": Command("do what is due now: reminders, digests, idle accounts, lost jobs", "phoihop.config.tick:main"),
    "create-keeper": Command("make the first account, which keeps the platform", "phoihop.config.keeper:main"),
    "audit": Command("`audit verify` walks the history and checks its chain of hashes", "phoihop.config.audit:main"),
    "check-pdf": Command(
        "technical check of the signatures of a PDF, printed as JSON",
        "phoihop.papers.signatures.cli:check_pdf_command",
        needs_django=False,
    ),
    "plan-towers": Command(
        "who shares which mast, who builds together, who alone: from tables to a plan with its proof",
        "phoihop.clauses.towers.commands.plan_towers:plan_towers_command",
        needs_django=False,
    ),
    "check-plan": Command(
        "check a written plan of masts against its rules",
        "phoihop.clauses.towers.commands.check_plan:check_plan_command",
        needs_django=False,
    ),
    "consolidate": Command(
        "the fewest masts to keep, and the order in which the others come down",
        "phoihop.clauses.towers.commands.consolidate:consolidate_command",
        needs_django=False,
    ),
    "cover": Command(
        "where new sites serve most people, or the fewest that serve all",
        "phoihop.clauses.towers.commands.cover:cover_command",
        needs_django=False,
    ),
    "split-cost": Command(
        "who pays what of a mast that is built together",
        "phoihop.clauses.towers.commands.split_cost:split_cost_command",
        needs_django=False,
    ),
    "invent-towers": Command(
        "an invented network of masts and needs, to try things out",
        "phoihop.clauses.towers.commands.invent_towers:invent_towers_command",
        needs_django=False,
    ),
    "protect": Command(
        "what of a pooled table may be shown to rivals, with as little hidden as can be, and audited",
        "phoihop.base.pooling.protect_command:protect_command",
        needs_django=False,
    ),
    "audit-table": Command(
        "what rivals could derive from a table that is to be published",
        "phoihop.base.pooling.audit_command:audit_command",
        needs_django=False,
    ),
}
DJANGO_COMMANDS = {
    "migrate": "bring the database to this version",
    "check": "look for mistakes of configuration (`check --deploy` before going public)",
    "collectstatic": "gather scripts, styles and fonts for the server",
    "shell": "a Python prompt with the models at hand",
}


def usage() -> str:
    """The text of ``phoihop --help``."""
    lines = [
        "Phối Hợp runs a yearly coordination programme, from the memorandum to the year report.",
        "",
        "usage: phoihop COMMAND [options]      (phoihop COMMAND --help tells more)",
        "",
    ]
    lines += [f"  {name:<14} {command.help}" for name, command in COMMANDS.items()]
    lines += ["", "and of Django:"]
    lines += [f"  {name:<14} {text}" for name, text in DJANGO_COMMANDS.items()]
    lines += [
        "",
        "settings (environment):",
        "  PHOIHOP_HOME          folder of the database, files and mail (default: var)",
        "  DATABASE_URL          postgres://… instead of the SQLite file in PHOIHOP_HOME",
        "  PHOIHOP_BASE_URL      the address people use, https://…",
        "  PHOIHOP_HOSTS         host names that are answered, separated by commas",
        "  PHOIHOP_ORIGINS       origins that forms may come from, https://…, where the proxy changes the host name",
        "  PHOIHOP_SSL_REDIRECT  no: the proxy itself sends http to https (default: yes with an https address)",
        "  PHOIHOP_SMTP_URL      smtp+tls://user:password@host:587 instead of files in PHOIHOP_HOME/mail",
        "  PHOIHOP_MAIL_FROM     the sender of mails",
        "  PHOIHOP_SECRET_KEY    the signing key (default: made once and kept in PHOIHOP_HOME)",
        "  PHOIHOP_TIME_ZONE     default: Asia/Ho_Chi_Minh",
        "  PHOIHOP_SECOND_FACTOR no: people of a regulator and keepers need no second factor (default: they do)",
        "  PHOIHOP_IDLE_DAYS     accounts idle this long are disabled (default: 45)",
    ]
    return "\n".join(lines)


def _function(target: str) -> Callable[[list[str]], int]:
    module, name = target.split(":")
    found: Callable[[list[str]], int] = getattr(import_module(module), name)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.config.settings")
    name, rest = words[0], words[1:]
    command = COMMANDS.get(name)
    if command is None:
        from django.core.management import execute_from_command_line  # noqa: PLC0415

        execute_from_command_line(["phoihop", *words])
        return 0
    if name == "demo":
        os.environ["PHOIHOP_DEMO"] = "1"
    if command.needs_django:
        import django  # noqa: PLC0415

        django.setup()
    return _function(command.target)(rest)
