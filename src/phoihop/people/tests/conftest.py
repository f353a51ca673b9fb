import pytest
from django.core.cache import cache

from phoihop.base.access import Role
from phoihop.people.models import Party
from phoihop.testing.cast import NOON, CastMember, seat
from phoihop.testing.demo import demo_mode
from phoihop.testing.factories import PartyFactory, RegulatorFactory, UserFactory


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    """Limits by address count in the cache; each test starts afresh."""
    cache.clear()


@pytest.fixture
def keeper(db):
    user = UserFactory(full_name="Quản trị nền tảng", email="keeper@example.vn", is_keeper=True)
    return CastMember(user_id=user.pk, name=user.full_name, is_keeper=True, request_id="test", at=NOON, user=user)


@pytest.fixture
def stranger(db):
    """The focal point of an enterprise that another department registered."""
    elsewhere = RegulatorFactory(name="Sở Thông tin và Truyền thông tỉnh Hưng Yên", short_name="Sở Hưng Yên")
    party = PartyFactory(name="VNPT Hưng Yên", short_name="VNPT HY", registered_by=elsewhere)
    return seat(party, Role.FOCAL_POINT, "Đầu mối Hưng Yên", "hungyen@example.vn")


@pytest.fixture
def colleague(vnpt):
    """Another person of the same enterprise, a plain member."""
    return seat(vnpt.party, Role.MEMBER, "Nguyễn Thị Hoa", "hoa@example.vn")


@pytest.fixture
def leader(viettel):
    return seat(viettel.party, Role.LEADER, "Giám đốc Viettel", "leader@example.vn")


@pytest.fixture
def renamed(regulator):
    """What a party looks like that can take over from one of the cast."""
    return PartyFactory(name="Tập đoàn mới", short_name="Mới", registered_by=Party.objects.get(pk=regulator.party.pk))


@pytest.fixture(name="demo_mode")
def demo_mode_on():
    """The installation as ``phoihop demo`` starts it."""
    with demo_mode():
        yield
