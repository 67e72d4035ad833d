"""The way into the intelligence part, and on PostgreSQL the role that the part belongs to."""

from __future__ import annotations

import pytest
from django.core import checks
from django.db import DatabaseError, ProgrammingError, connection, transaction

from medborgarloften.checks import intelligence_role, intelligence_secluded
from processes import seclusion
from processes.actions.intelligence import opened
from processes.models import AccessLog, IntelligenceReference
from processes.writing import ReasonNeeded, Refused
from tests import situations
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("LOK-5"), pytest.mark.both_databases]
on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only PostgreSQL has roles"
)  # the other half of bin/test runs it


@pytest.fixture
def world():
    found = situations.new_round()
    IntelligenceReference.objects.create(
        situation=found.round.local_situation, what="Rapport 12", keeper="Underrättelsetjänsten"
    )
    return found


@pytest.fixture
def production(settings):
    settings.IN_PRODUCTION = True


@pytest.fixture
def as_login(world):
    """The session of a login like the one deploy/postgres.sql makes, which owns what it migrated."""
    connection.check_constraints()  # what is put off to the commit would keep the tables from changing hands
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {seclusion.ROLE} NOLOGIN")
        cursor.execute("CREATE ROLE loften_prov LOGIN NOINHERIT")
        cursor.execute(f"GRANT {seclusion.ROLE} TO loften_prov")
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO loften_prov")
        cursor.execute("GRANT ALL ON SCHEMA public TO loften_prov")
        for table in seclusion.TABLES:
            cursor.execute(f"ALTER TABLE {table} OWNER TO loften_prov")
        cursor.execute("SET LOCAL SESSION AUTHORIZATION loften_prov")
    return world


def read_past_the_door() -> None:
    with transaction.atomic():
        list(IntelligenceReference.objects.all())


@pytest.mark.row("LAG-4")
@pytest.mark.parametrize("who", ["chief", "intelligence"])
def test_whoever_is_cleared_reads_and_the_log_tells_why(world, who):
    person = world.cast.people[who]
    with opened(by=person, situation=world.round.local_situation, purpose="Inför lägesbilden") as references:
        assert [row.what for row in references] == ["Rapport 12"]
    (entry,) = AccessLog.objects.all()
    assert (entry.user, entry.act, entry.purpose) == (person, "opened", "Inför lägesbilden")


@pytest.mark.parametrize("who", ["officer", "coordinator", "reader", "admin", "analyst"])
def test_nobody_else_comes_in_and_nothing_is_logged(world, who):
    situation = world.round.local_situation
    with pytest.raises(Refused), opened(by=world.cast.people[who], situation=situation, purpose="Nyfiken"):
        raise AssertionError("the door was open")
    assert not AccessLog.objects.exists()


def test_a_chief_of_another_area_does_not_come_in(world):
    other = World("berga")
    situation = world.round.local_situation
    with pytest.raises(Refused), opened(by=other.cast.chief, situation=situation, purpose="Nyfiken"):
        raise AssertionError("the door was open")


@pytest.mark.row("LAG-4")
def test_without_a_purpose_the_door_stays_shut(world):
    situation = world.round.local_situation
    with pytest.raises(ReasonNeeded), opened(by=world.cast.chief, situation=situation, purpose="  "):
        raise AssertionError("the door was open")


@pytest.mark.row("LAG-4")
def test_when_the_log_cannot_be_written_nothing_is_shown(world):
    def refuse(execute, sql, params, many, context):
        if "processes_accesslog" in sql:
            raise DatabaseError("disk full")
        return execute(sql, params, many, context)

    situation, shown = world.round.local_situation, []
    with (
        connection.execute_wrapper(refuse),
        pytest.raises(DatabaseError, match="disk full"),
        opened(by=world.cast.chief, situation=situation, purpose="Inför lägesbilden") as references,
    ):
        shown += references
    assert shown == []


@on_postgresql
def test_the_database_itself_refuses_whoever_goes_past_the_door(as_login):
    read_past_the_door()  # not yet: the tables have just been made
    seclusion.seclude()
    with pytest.raises(ProgrammingError, match="permission denied"):
        read_past_the_door()
    situation = as_login.round.local_situation
    with opened(by=as_login.cast.chief, situation=situation, purpose="Inför lägesbilden") as references:
        assert [row.what for row in references] == ["Rapport 12"]
    with pytest.raises(ProgrammingError, match="permission denied"):
        read_past_the_door()


@on_postgresql
def test_the_role_is_laid_down_also_when_the_block_fails(as_login):
    seclusion.seclude()
    situation = as_login.round.local_situation
    with (
        pytest.raises(ZeroDivisionError),
        transaction.atomic(),
        opened(by=as_login.cast.chief, situation=situation, purpose="Inför lägesbilden"),
    ):
        raise ZeroDivisionError
    with pytest.raises(ProgrammingError, match="permission denied"):
        read_past_the_door()


@on_postgresql
def test_production_says_what_is_missing_until_the_part_is_apart(production, as_login):
    def found() -> list[checks.CheckMessage]:
        return [*intelligence_role(None, ["default"]), *intelligence_secluded(None, ["default"])]

    assert [message.id for message in found()] == ["medborgarloften.E003"]
    seclusion.seclude()
    assert found() == []


@on_postgresql
def test_production_does_not_start_without_the_role(production):
    assert [message.id for message in intelligence_role(None, ["default"])] == ["medborgarloften.E002"]
