"""The oldest generation through its own client: a create dials, rows come in pages, and little else can be asked."""

import datetime
from typing import Any, Dict, List

import revox
from support import ALL_DAY, ClientCase, contacts, main

HOUR = 3600
DAY = 24 * HOUR
ABSENT = "deadbeef-0000-4000-a000-000000000000"
RULES: Any = {name: ALL_DAY[name] for name in ["calling_windows", "max_retry_attempts"]}


class Oldest(ClientCase):
    def assistant_id(self) -> str:
        return self.client.assistants.list().assistants[0].id

    def create(self, *digits: str, **rest: Any) -> str:
        asked: Dict[str, Any] = {"call_retry_config": RULES, "name": "Oldest", **rest}
        answer = self.client.campaigns.create(
            assistant_id=self.assistant_id(), contacts=contacts(*digits), **asked
        )
        return self.known(answer).campaign.id

    def rows(self, campaign_id: str, page: int = 0, page_size: int = 50, **rest: Any) -> Any:
        return self.known(
            self.client.campaigns.get_rows(campaign_id, page=page, page_size=page_size, **rest)
        )

    def statuses(self, campaign_id: str) -> List[str]:
        return [row.call.status for row in self.rows(campaign_id).rows]


class Operations(Oldest):
    def test_samples(self) -> None:
        """every sample campaign, page of rows and export is as the types say"""
        campaigns = self.known(self.client.campaigns.list()).campaigns
        self.assertLessEqual({"paused", "completed"}, {campaign.status for campaign in campaigns})
        for campaign in campaigns:
            self.known(self.client.campaigns.retrieve(campaign.id))
            self.rows(campaign.id)
            self.assertIn("row_index", self.known(self.client.campaigns.export_rows(campaign.id)).csv)

    def test_account(self) -> None:
        """user, assistants and voices are told"""
        self.assertTrue(self.known(self.client.users.me.retrieve()).user.email)
        for assistant in self.known(self.client.assistants.list()).assistants:
            self.assertEqual(self.known(self.client.assistants.retrieve(assistant.id)).name, assistant.name)
        self.known(self.client.voices.list())

    def test_create_dials(self) -> None:
        """a create dials at once"""
        campaign_id = self.create("0100", "0101", "0110")
        self.assertEqual(self.statuses(campaign_id), ["initializing"] * 3)
        self.step(10)
        self.assertEqual(self.statuses(campaign_id)[:2], ["calling"] * 2)
        self.step(DAY)
        self.assertEqual(self.statuses(campaign_id), ["completed", "completed", "errored"])
        campaign = self.known(self.client.campaigns.retrieve(campaign_id)).campaign
        assert campaign.row_stats is not None
        self.assertEqual(campaign.status, "completed")
        self.assertEqual((campaign.row_stats.completed, campaign.row_stats.failed), (2, 1))

    def test_schedule(self) -> None:
        """a create with a time waits for it, and can be cancelled before"""
        created: Any = self.client.campaigns.retrieve(self.create("0100")).campaign.created_at
        later = datetime.datetime.fromisoformat(created.replace("Z", "+00:00")) + datetime.timedelta(hours=2)
        campaign_id = self.create("0100", scheduled_at=later)
        other = self.create("0100", scheduled_at=later)
        self.assertTrue(self.known(self.client.campaigns.cancel(other)).success)
        self.assertEqual(self.statuses(campaign_id), ["scheduled"])
        self.step(2 * HOUR + 10)
        self.assertEqual(self.statuses(campaign_id), ["calling"])
        self.assertEqual(self.statuses(other), ["cancelled"])

    def test_pages_and_filters(self) -> None:
        """rows come in pages and can be filtered"""
        campaign_id = self.create("0100", "0101", "0110", "0114", "0120")
        self.step(2 * DAY)
        first = self.rows(campaign_id, page=0, page_size=2)
        self.assertEqual((first.page, first.page_size, first.total, len(first.rows)), (0, 2, 5, 2))
        last = self.rows(campaign_id, page=2, page_size=2)
        self.assertEqual([row.row_index for row in last.rows], [4])
        self.assertEqual(self.rows(campaign_id, page=3, page_size=2).rows, [])

        def found(**filters: Any) -> List[str]:
            return [row.phone_number[-4:] for row in self.rows(campaign_id, **filters).rows]

        self.assertEqual(found(statuses="errored"), ["0110", "0114"])
        self.assertEqual(found(statuses="errored,completed", result="human"), ["0100", "0120"])
        self.assertEqual(found(result="all"), ["0100", "0101", "0110", "0114", "0120"])
        self.assertEqual(found(result="none"), ["0110", "0114"])
        self.assertEqual(found(query="person 1"), ["0101"])

    def test_calls(self) -> None:
        """calls are made, followed and listed in pages"""
        create = self.client.call.create
        ids = [
            self.known(
                create(phone_number="+12125550100", assistant_id=self.assistant_id(), force_now=True,
                       prompt_variables={"first_name": "Ada"}, metadata={"order": str(index)})
            ).call.id
            for index in range(3)
        ]
        self.step(HOUR)
        call = self.known(self.client.call.retrieve(ids[0])).call
        self.assertEqual((call.status, call.metadata), ("completed", {"order": "0"}))
        pages = [self.known(self.client.call.list(page=page, page_size=2)).calls for page in range(3)]
        self.assertEqual([len(page) for page in pages], [2, 2, 2])
        attempts = [self.client.call.retrieve(call_id).call.call_attempts[0].id for call_id in ids]
        self.assertLessEqual(set(attempts), {attempt.id for page in pages for attempt in page})
        failed = self.known(self.client.call.list(page=0, page_size=10, statuses=["errored"])).calls
        self.assertTrue(failed)
        self.assertTrue(all(attempt.status == "error" or attempt.result for attempt in failed))

    def test_cancel_and_delete(self) -> None:
        """calls in progress finish after a cancel; a deleted campaign is gone"""
        campaign_id = self.create("0101", "0100", max_concurrent_calls=1)
        self.step(10)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.assertEqual(self.statuses(campaign_id), ["calling", "cancelled"])
        self.refused(revox.ConflictError, self.client.campaigns.cancel, campaign_id)
        self.assertTrue(self.known(self.client.campaigns.delete(campaign_id)).success)
        self.refused(revox.NotFoundError, self.client.campaigns.retrieve, campaign_id)

    def test_errors(self) -> None:
        """mistakes are answered with a sentence"""
        bad = revox.UnprocessableEntityError
        good: Any = {"assistant_id": self.assistant_id(), "contacts": contacts("0100"), "name": "x"}
        self.assertIn("name", self.refused(bad, self.client.campaigns.create, **{**good, "name": ""}))
        self.refused(revox.NotFoundError, self.client.campaigns.create, **{**good, "assistant_id": ABSENT})
        for ask in [self.client.campaigns.retrieve, self.client.campaigns.cancel, self.client.campaigns.delete,
                    self.client.campaigns.export_rows, self.client.call.retrieve,
                    self.client.assistants.retrieve]:
            self.refused(revox.NotFoundError, ask, ABSENT)


if __name__ == "__main__":
    main()
