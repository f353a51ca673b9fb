import datetime as dt
from dataclasses import replace

import pytest
from django.core.cache import caches
from django.utils import translation

from phoihop.base import audit
from phoihop.base.kept import kept


@pytest.fixture(autouse=True)
def _keeping(settings):
    settings.KEEP_ANSWERS = True
    caches["kept"].clear()
    yield
    caches["kept"].clear()


@pytest.fixture
def ask():
    """A question that tells how often it was asked."""
    asked = []

    def answer(actor, question="due"):
        return kept(actor, question, lambda: asked.append(question) or len(asked))

    return answer


def later(actor, **values):
    """The same person in another request."""
    return replace(actor, memo={}, **values)


def test_a_second_look_asks_nothing(ask, vnpt):
    assert [ask(vnpt), ask(later(vnpt))] == [1, 1]


def test_an_action_of_anybody_asks_again(ask, vnpt, viettel):
    before = ask(vnpt)

    audit.record(viettel, "people.party.changed", viettel.party)

    assert [before, ask(later(vnpt))] == [1, 2]


def test_each_asks_alone(ask, vnpt, viettel):
    assert [ask(vnpt), ask(viettel), ask(later(vnpt, seats=viettel.seats))] == [1, 2, 3]


def test_each_question_is_asked_alone(ask, vnpt):
    assert [ask(vnpt, "due"), ask(vnpt, "next")] == [1, 2]


def test_another_day_asks_again(ask, vnpt):
    assert [ask(vnpt), ask(later(vnpt, at=vnpt.at + dt.timedelta(days=1)))] == [1, 2]


def test_another_language_asks_again(ask, vnpt):
    with translation.override("vi"):
        first = ask(vnpt)
    with translation.override("en"):
        second = ask(vnpt)

    assert [first, second] == [1, 2]


def test_no_answer_is_an_answer(vnpt):
    asked = []

    for actor in (vnpt, later(vnpt)):
        assert kept(actor, "nothing", lambda: asked.append(1)) is None

    assert len(asked) == 1
