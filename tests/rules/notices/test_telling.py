"""Whom a piece of news concerns (BER-16, BER-38, BER-60, ZAT-17)."""

from datetime import date
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import Held
from kpss.addon.approval.rules.chain import Step
from kpss.addon.notices.rules.telling import is_news
from kpss.addon.notices.rules.telling import News
from kpss.addon.notices.rules.telling import reason
import pytest


def holder(kind: str, body: str = "odbor", **more) -> Acting:
    return Acting(user=kind, held=(Held(kind, kind, body),), **more)


GUARANTOR = holder("guarantor")
CLERK = holder("clerk")
COORDINATOR = Acting(user="coordinator", coordinates=True)
METHODOLOGIST = Acting(user="methodologist", advises=True)
LEADER = holder("leader", "seniori", member_of=frozenset(("seniori", "ks")))
CHAIR = holder("chair", "ks", member_of=frozenset(("ks",)))
MEMBER = Acting(user="member", member_of=frozenset(("ks",)))
OTHER = Acting(user="other", member_of=frozenset(("rodiny",)))
EVERYBODY = (
    GUARANTOR,
    CLERK,
    COORDINATOR,
    METHODOLOGIST,
    LEADER,
    CHAIR,
    MEMBER,
    OTHER,
)

MANAGES = Step("manages", body="ks")
COUNCIL = Step("decides", body="rada", recorded_by="clerk")


def told(news: News) -> dict[str, str]:
    found = {who.user: reason(news, who) for who in EVERYBODY}
    return {user: why for user, why in found.items() if why is not None}


def result(body: str, kind: str, **more) -> News:
    values = {"author": "seniori", "managing": "ks", "moved": True, **more}
    return News("decided", actor="clerk2", body=body, body_kind=kind, **values)


class TestResults:
    def test_of_the_council_flow_back(self):
        assert told(result("rada", "council")) == {
            "guarantor": "guarantor",
            "coordinator": "coordinator",
            "leader": "own",
            "chair": "managing",
            "member": "managing",
        }

    def test_of_the_managing_body_go_through_the_department(self):
        news = result("ks", "steering", step=COUNCIL, step_body_kind="council")
        assert told(news) == {
            "guarantor": "guarantor",
            "coordinator": "coordinator",
            "leader": "own",
            "clerk": "your_turn",
        }
        assert told(result("ks", "steering"))["clerk"] == "department"

    def test_where_it_goes_next(self):
        news = result("seniori", "working_group", step=MANAGES)
        news = News(**{**vars(news), "step_body_kind": "steering"})
        assert told(news) == {
            "guarantor": "guarantor",
            "coordinator": "your_turn",
            "leader": "own",
            "chair": "your_turn",
            "member": "before_body",
        }

    def test_a_step_that_was_current_before_is_not_told_again(self):
        news = result("rada", "council", step=COUNCIL, moved=False)
        assert "clerk" not in told(news)


class TestSubmissions:
    @pytest.mark.parametrize(
        ("involvement", "why"),
        [
            ("not_told", None),
            ("told", "submitted"),
            (None, "submitted"),
            ("must_acknowledge", "acknowledge"),
        ],
    )
    def test_guarantor_as_the_process_says(self, involvement, why):
        news = News("started", by_coordinator=True, involvement=involvement)
        assert told(news).get("guarantor") == why

    def test_guarantor_is_told_of_the_coordinator_only(self):
        assert told(News("started", involvement="told")) == {}


class TestSaid:
    def test_advice_is_asked_of_the_methodologist(self):
        assert told(News("advice_asked")) == {"methodologist": "advise"}

    def test_advice_goes_to_who_asked(self):
        assert told(News("advice_given", asked_by="leader")) == {
            "leader": "advised",
            "coordinator": "coordinator",
        }

    def test_comment_goes_to_who_decides_and_who_prepared(self):
        news = News(
            "comment", author="seniori", step=MANAGES, step_body_kind="steering"
        )
        assert told(news) == {
            "chair": "at_you",
            "coordinator": "at_you",
            "leader": "own",
        }

    def test_withdrawal(self):
        news = News("withdrawn", body="ks", author="seniori")
        assert told(news) == {
            "guarantor": "guarantor",
            "coordinator": "coordinator",
            "leader": "own",
            "chair": "was_yours",
        }


class TestResolutions:
    def test_published(self):
        assert told(News("published", body="ks")) == {
            "guarantor": "guarantor",
            "clerk": "department",
            "coordinator": "coordinator",
            "leader": "member",
            "chair": "member",
            "member": "member",
        }

    def test_passed_on_to_members_of_bodies(self):
        news = News("passed_on", bodies=frozenset(("rodiny",)))
        assert told(news) == {"other": "passed_on"}


@pytest.mark.parametrize("kind", ["decided", "started", "comment", "published"])
def test_nobody_is_told_of_the_own_doing(kind):
    news = News(kind, actor="coordinator", by_coordinator=True, body="ks")
    assert "coordinator" not in told(news)


def test_unknown_kinds_are_told_to_nobody():
    assert told(News("followed")) == {}


def test_manager_of_the_site_is_not_told_of_everything():
    assert (
        reason(result("rada", "council"), Acting(user="admin", manages=False)) is None
    )


def test_old_entries_are_no_news():
    today = date(2026, 11, 28)
    assert is_news(date(2026, 10, 29), today)
    assert not is_news(date(2026, 10, 28), today)


class TestMinutes:
    def test_the_department_the_body_and_whom_the_rules_name_are_told(self):
        news = News("minutes_published", actor="x", body="seniori")
        assert told(news) == {
            "guarantor": "guarantor",
            "coordinator": "coordinator",
            "clerk": "department",
            "leader": "minutes_member",
        }
        named = News(
            *("minutes_published", "x", "seniori"),
            named=frozenset(("rodiny", "chair")),
        )
        assert told(named) == {
            **told(news),
            "chair": "minutes_recipient",
            "other": "minutes_recipient",
        }
