"""A notice speaks its reader's language, also inside its words."""

from django.utils.translation import gettext_lazy

from phoihop.notices.actions import tell
from phoihop.notices.models import Notice
from phoihop.people.models import User


def test_words_are_filled_in_in_the_readers_language(regulator, vnpt):
    User.objects.filter(pk=vnpt.user_id).update(language="en")

    tell(
        actor=regulator, users_of=[vnpt.party.pk], text=gettext_lazy("Mời tham dự: %(title)s"),
        words={"title": "Giao ban"},        url="/", key="k",
    )  # fmt: skip

    assert Notice.objects.get(user=vnpt.user).text == "Invitation: Giao ban"
