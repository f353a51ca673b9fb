"""What the first pages call their lists."""

import pytest
from django.urls import reverse


@pytest.fixture
def read(client_of, director, programme):
    def page(name, *args):
        return client_of(director).get(reverse(name, args=args), headers={"accept-language": "vi"}).content.decode()

    return page


def test_the_directors_page_is_titled_by_its_year(read, programme):
    page = read("programme:overview", programme.pk)

    assert "Toàn cảnh năm " in page
    assert "Việc đơn vị phải làm" in page


@pytest.mark.parametrize("name", ["home", "programme:due_list"])
def test_work_is_named_without_debt(read, name):
    page = read(name)

    assert "Việc đơn vị phải làm" in page
    assert "Việc chờ bên khác" in page
    assert " nợ " not in page
