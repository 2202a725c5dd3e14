"""Long sequences with the oldest client: after every stage rows, pages, filters and counts must agree."""

import datetime
import itertools
from typing import Any, Dict, List

import account
import revox
from client_0_1_1 import ABSENT, DAY, HOUR, Oldest
from support import contacts, main, parsed

STATUSES = ["initializing", "queued_for_calling", "calling", "scheduled", "completed", "cancelled", "errored"]
RESULTS = ["IVR", "voicemail", "human", "unknown", "ios-screening-filter", "none"]


class Staged(Oldest):
    def checked(self, campaign_id: str) -> List[str]:
        """Compares everything that is said of a campaign, and gives the statuses of its calls."""
        campaign = self.known(self.client.campaigns.retrieve(campaign_id)).campaign
        listed = {one.id: one for one in self.client.campaigns.list().campaigns}
        self.assertEqual(listed[campaign_id].to_dict(), campaign.to_dict())
        answer = self.rows(campaign_id)
        rows = answer.rows
        self.assertEqual((answer.total, [row.row_index for row in rows]), (len(rows), list(range(len(rows)))))
        for row in rows:
            call = row.call
            self.assertEqual(self.known(self.client.call.retrieve(call.id)).call.to_dict(), call.to_dict())
            self.assertEqual((call.to_phone_number, call.calls_count), (row.phone_number, len(call.call_attempts)))
            times = [attempt.started_at or "9" for attempt in call.call_attempts]
            self.assertEqual(times, sorted(times, reverse=True))
            if call.call_attempts:
                self.assertEqual(call.last_call_attempt.to_dict(), call.call_attempts[0].to_dict())
        assert campaign.row_stats is not None
        stats: Dict[str, int] = {name: int(value) for name, value in campaign.row_stats.to_dict().items()}
        statuses = [row.call.status for row in rows]
        self.assertEqual(stats.pop("total"), len(rows))
        self.assertEqual(sum(stats.values()), len(rows))
        self.assertEqual(stats["calling"], statuses.count("calling"))
        self.assertEqual(stats["completed"], statuses.count("completed"))
        self.assertEqual(stats["failed"], statuses.count("errored") + statuses.count("cancelled"))
        self._check_filters(campaign_id, rows)
        csv = self.known(self.client.campaigns.export_rows(campaign_id)).csv
        self.assertEqual(len(csv.strip().split("\n")), len(rows) + 1)
        return statuses

    def _check_filters(self, campaign_id: str, rows: List[Any]) -> None:
        def result(row: Any) -> str:
            last = row.call.last_call_attempt
            return (last and last.result) or "none"

        for word in STATUSES:
            wanted = [row.id for row in rows if row.call.status == word]
            self.assertEqual([row.id for row in self.rows(campaign_id, statuses=word).rows], wanted, word)
        for word in RESULTS:
            wanted = [row.id for row in rows if result(row) == word]
            found = self.rows(campaign_id, result=word)
            self.assertEqual(([row.id for row in found.rows], found.total), (wanted, len(wanted)), word)


class Sequences(Staged):
    def test_followed_and_cancelled(self) -> None:
        """a campaign is followed from its create to its cancel, and everything agrees"""
        campaign_id = self.create("0100", "0101", "0114", "0123", "0130", "0120", max_concurrent_calls=2)
        for _ in range(15):
            self.step(6)
            self.checked(campaign_id)
        self.step(HOUR)
        self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.step(DAY)
        self.assertLessEqual(set(self.checked(campaign_id)), {"completed", "cancelled", "errored"})
        self.refused(revox.ConflictError, self.client.campaigns.cancel, campaign_id)
        self.assertTrue(self.client.campaigns.delete(campaign_id).success)
        for ask in [self.client.campaigns.retrieve, self.client.campaigns.cancel, self.client.campaigns.delete]:
            self.refused(revox.NotFoundError, ask, campaign_id)

    def test_times(self) -> None:
        """a time that is past starts at once, others wait, however long, until they are cancelled"""
        now = self.step(0)
        past = self.create("0123", scheduled_at="1999-12-31T23:59:59+02:00")
        soon = self.create("0114", scheduled_at=now + datetime.timedelta(minutes=90))
        far = self.create("0101", scheduled_at="2199-06-01T12:00:00Z")
        self.step(10)
        self.assertEqual(self.checked(past), ["calling"])
        self.assertEqual((self.checked(soon), self.checked(far)), (["scheduled"], ["scheduled"]))
        told = self.rows(soon).rows[0].call.scheduled_at
        self.assertEqual(parsed(told), now + datetime.timedelta(minutes=90))
        self.step(90 * 60)
        self.assertEqual(self.checked(soon), ["calling"])
        self.step(DAY)
        self.assertEqual(self.checked(far), ["scheduled"])
        self.assertTrue(self.client.campaigns.cancel(far).success)
        self.assertEqual(self.checked(far), ["cancelled"])
        self.assertEqual(self.client.campaigns.retrieve(far).campaign.status, "completed")

    def test_every_page_size(self) -> None:
        """pages of every size hold each row once, alone and with filters, and nothing is beyond the end"""
        people = ["0100", "0101", "0110", "0114", "0120", "0123", "0123"]
        campaign_id = self.create(*people)
        self.step(2 * DAY)
        filters: List[Dict[str, Any]] = [
            {}, {"statuses": "completed"}, {"result": "human"}, {"query": "person"},
            {"statuses": "completed,errored", "result": "none", "query": "PERSON"},
        ]
        for filtered, size in itertools.product(filters, [*range(1, 9), 100]):
            whole = self.rows(campaign_id, page_size=100, **filtered)
            self.assertEqual(len(whole.rows), whole.total)
            found: List[str] = []
            for page in range(int(whole.total) // size + 2):
                answer = self.rows(campaign_id, page=page, page_size=size, **filtered)
                self.assertEqual((answer.page, answer.page_size, answer.total), (page, size, whole.total))
                found += [row.id for row in answer.rows]
            self.assertEqual(found, [row.id for row in whole.rows])
            self.assertEqual(self.rows(campaign_id, page=10**9, page_size=size, **filtered).rows, [])
        bad = revox.UnprocessableEntityError
        for wrong in [{"page": -1}, {"page": 0.5}, {"page_size": 0}, {"statuses": "gone"}, {"result": "gone"}]:
            asked: Any = {"page": 0, "page_size": 5, **wrong}
            self.refused(bad, self.client.campaigns.get_rows, campaign_id, **asked)
        self.refused(revox.NotFoundError, self.client.campaigns.get_rows, ABSENT, page=0, page_size=1)

    def test_attempts_in_pages(self) -> None:
        """the attempts of all calls come latest first, each once, and by the statuses of their calls"""
        campaign_id = self.create("0101", "0114", "0123")
        self.step(2 * DAY)
        wanted = {attempt.id for row in self.rows(campaign_id).rows for attempt in row.call.call_attempts}
        found: List[Any] = []
        for page in itertools.count():
            calls = self.known(self.client.call.list(page=page, page_size=100)).calls
            if not calls:
                break
            found += calls
        ids = [attempt.id for attempt in found]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertLessEqual(wanted, set(ids))
        none = self.client.call.list(page=0, page_size=100, statuses=["initializing", "cancelled"]).calls
        self.assertFalse(wanted & {attempt.id for attempt in none})

    def test_mistakes(self) -> None:
        """every mistake is answered with a status and a sentence that fit"""
        client = self.client
        unprocessable = revox.UnprocessableEntityError
        good: Any = {"assistant_id": self.assistant_id(), "contacts": contacts("0100"), "name": "x"}
        for field, value in [("name", ""), ("from_phone_number", "x"), ("max_concurrent_calls", 0),
                             ("call_retry_config", {}), ("contacts", []), ("contacts", [{}]),
                             ("scheduled_at", "soon"), ("assistant_id", "x")]:
            self.assertIn(field, self.refused(unprocessable, client.campaigns.create, **{**good, field: value}))
        call: Any = {"phone_number": "+12125550100", "assistant_id": self.assistant_id()}
        for field, value in [("phone_number", "0100"), ("metadata", {"a": 1}), ("scheduled_at", "soon")]:
            self.assertIn(field, self.refused(unprocessable, client.call.create, **{**call, field: value}))
        for ask in [client.campaigns.retrieve, client.campaigns.cancel, client.campaigns.delete,
                    client.campaigns.export_rows, client.call.retrieve, client.assistants.retrieve]:
            for unknown in [ABSENT, "x"]:
                self.refused(revox.NotFoundError, ask, unknown)
        wrong_key = client.with_options(api_key="wrong")
        for question in [wrong_key.users.me.retrieve, wrong_key.assistants.list, wrong_key.campaigns.list]:
            self.refused(revox.AuthenticationError, question)


class OldestAccount(account.Account):
    create = {"scheduled_at": None}
    fields = {**account.OLDEST, "transfer_phone_number": "+12125550123"}

    def test_user(self) -> None:
        """the user is told, and has been shown around or not"""
        me = self.client.users.me
        for done in [False, True]:
            self.assertEqual(self.known(me.update(has_completed_onboarding=done)).user.has_completed_onboarding, done)
            self.assertEqual(self.known(me.retrieve()).user.has_completed_onboarding, done)


if __name__ == "__main__":
    main()
