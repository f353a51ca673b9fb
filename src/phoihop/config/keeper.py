"""``phoihop create-keeper``: the first account of an installation."""

from __future__ import annotations

import argparse
import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from phoihop.people.models import User


def main(argv: list[str]) -> int:
    """Ask for what was not given, make the account, say what to do next."""
    parser = argparse.ArgumentParser(
        prog="phoihop create-keeper", description="Make the account that keeps the platform."
    )
    parser.add_argument("--email", help="the address to sign in with")
    parser.add_argument("--name", help="full name")
    options = parser.parse_args(argv)
    email = (options.email or input("E-mail: ")).strip().lower()
    name = (options.name or input("Full name: ")).strip()
    try:
        validate_email(email)
        if User.objects.filter(email=email).exists():
            raise ValidationError(f"{email} already has an account.")
        password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        validate_password(password, User(email=email, full_name=name))
    except ValidationError as problem:
        print("\n".join(problem.messages), file=sys.stderr)
        return 2
    User.objects.create_user(email, name, password, is_keeper=True)
    print(f"{email} keeps this installation. Sign in, create the department, and invite its people.")
    return 0
