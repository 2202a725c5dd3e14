"""The generation of drafts through its own client: a draft is changed, launched, paused, resumed and cancelled."""

import datetime
from typing import Any, Dict, List, Optional

import revox
from support import ALL_DAY, ClientCase, contacts, main

HOUR = 3600
DAY = 24 * HOUR
ABSENT = "deadbeef-0000-4000-a000-000000000000"


def search_filters(**rest: Any) -> Dict[str, Any]:
    empty: Dict[str, Any] = {
        name: []
        for name in [
            "assignee_ids", "assistant_ids", "campaign_ids", "directions",
            "from_phone_numbers", "outcomes", "results", "statuses",
        ]
    }
    return {**empty, "page": 0, "page_size": 100, **rest}


class Drafts(ClientCase):
    def assistant_id(self) -> str:
        return self.client.assistants.list().assistants[0].id

    def create(self, *digits: str, **rest: Any) -> str:
        asked: Dict[str, Any] = {
            "call_retry_config": ALL_DAY, "launch": False, "name": "Draft", "type": "regular", **rest
        }
        answer = self.client.campaigns.create(
            assistant_id=self.assistant_id(), contacts=contacts(*digits), **asked
        )
        return self.known(answer).campaign.id

    def rows(self, campaign_id: str) -> Any:
        return self.known(self.client.campaigns.get_rows(campaign_id)).rows

    def statuses(self, campaign_id: str) -> List[Optional[str]]:
        return [row.call and row.call.status for row in self.rows(campaign_id)]

    def campaign(self, campaign_id: str) -> Any:
        return self.known(self.client.campaigns.retrieve(campaign_id)).campaign


class Operations(Drafts):
    def test_samples(self) -> None:
        """every sample campaign, row, statistic and export is as the types say"""
        campaigns = self.known(self.client.campaigns.list()).campaigns
        self.assertLessEqual({"draft", "paused", "completed"}, {campaign.status for campaign in campaigns})
        for campaign in campaigns:
            if campaign.row_stats and campaign.row_stats.total < 100:
                self.rows(campaign.id)
            self.known(self.client.campaigns.statistics(campaign.id))
            self.assertIn("row_index", self.client.campaigns.export_rows(campaign.id).csv)

    def test_account(self) -> None:
        """user, numbers, key, assistants and voices are told"""
        self.assertTrue(self.known(self.client.auth_status.retrieve()).authenticated)
        self.assertEqual(self.known(self.client.users.retrieve()).user.organization_country, "US")
        self.assertTrue(self.known(self.client.phone_numbers.list()).phone_numbers)
        for assistant in self.known(self.client.assistants.list()).assistants:
            self.assertEqual(self.known(self.client.assistants.retrieve(assistant.id)).name, assistant.name)
        self.known(self.client.voices.list())

    def test_whole_life(self) -> None:
        """draft, change, launch, pause, rename, resume, cancel, delete"""
        campaign_id = self.create("0100", "0101")
        self.step(DAY)
        draft = self.campaign(campaign_id)
        self.assertEqual((draft.status, draft.type, draft.paused_reason), ("draft", "regular", None))
        self.assertEqual(self.statuses(campaign_id), [None, None])
        self.assertEqual(draft.row_stats.pending, 2)

        changed = self.known(
            self.client.campaigns.update(
                campaign_id,
                name="Changed",
                contacts=contacts("0101", "0120", "0110"),
                max_concurrent_calls=1,
                from_phone_number="+12125550123",
                assistant_id=self.client.assistants.list().assistants[2].id,
            )
        ).campaign
        self.assertEqual((changed.name, changed.max_concurrent_calls), ("Changed", 1))
        self.assertEqual(changed.row_stats and changed.row_stats.total, 3)
        self.assertEqual([row.phone_number[-4:] for row in self.rows(campaign_id)], ["0101", "0120", "0110"])

        launched = self.known(self.client.campaigns.launch(campaign_id)).campaign
        self.assertEqual(launched.status, "running")
        self.refused(revox.ConflictError, self.client.campaigns.launch, campaign_id)
        self.step(10)
        self.assertEqual(self.statuses(campaign_id)[0], "calling")

        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertEqual(self.campaign(campaign_id).paused_reason, "manual")
        self.step(DAY)
        self.assertEqual([row.call.calls_count for row in self.rows(campaign_id)], [1, 0, 0])
        renamed = self.known(self.client.campaigns.update(campaign_id, name="Renamed")).campaign
        self.assertEqual(renamed.name, "Renamed")
        self.refused(revox.ConflictError, self.client.campaigns.update, campaign_id, max_concurrent_calls=9)
        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        self.step(60)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.step(DAY)
        over = self.campaign(campaign_id)
        self.assertEqual((over.status, over.is_cancelled), ("completed", True))
        self.assertTrue(self.client.campaigns.delete(campaign_id).success)
        self.refused(revox.NotFoundError, self.client.campaigns.get_rows, campaign_id)

    def test_scheduled_draft(self) -> None:
        """a draft is launched at its own time, which can be changed before"""
        campaign_id = self.create("0100", scheduled_at="2099-01-01T00:00:00Z")
        created: Any = self.campaign(campaign_id).created_at
        later = datetime.datetime.fromisoformat(created.replace("Z", "+00:00")) + datetime.timedelta(hours=2)
        self.client.campaigns.update(campaign_id, scheduled_at=later)
        self.client.campaigns.launch(campaign_id)
        self.assertEqual(self.statuses(campaign_id), ["scheduled"])
        self.step(2 * HOUR + 10)
        self.assertEqual(self.statuses(campaign_id), ["calling"])

    def test_schedule_taken_back(self) -> None:
        """a draft whose time was taken back is launched at once"""
        campaign_id = self.create("0100", scheduled_at="2099-01-01T00:00:00Z")
        self.assertIsNone(self.client.campaigns.update(campaign_id, scheduled_at=None).campaign.scheduled_at)
        self.client.campaigns.launch(campaign_id)
        self.step(10)
        self.assertEqual(self.statuses(campaign_id), ["calling"])

    def test_launched_by_the_create(self) -> None:
        """a create with launch dials at once"""
        campaign_id = self.create("0123", launch=True)
        self.step(HOUR)
        row = self.rows(campaign_id)[0]
        self.assertEqual((row.call.status, row.call.outcome), ("completed", "do_not_contact"))
        entry = self.known(self.client.call.phone_history()).phone_history["+12125550123"]
        self.assertEqual((entry.do_not_contact, entry.last_outcome), (True, "do_not_contact"))

    def test_jump_in(self) -> None:
        """a jump-in campaign waits until somebody is there"""
        campaign_id = self.create("0100", type="jump_in", launch=True)
        self.step(HOUR)
        campaign = self.campaign(campaign_id)
        self.assertEqual(
            (campaign.status, campaign.type, campaign.paused_reason), ("paused", "jump_in", "no_presence")
        )

    def test_calls(self) -> None:
        """calls are made, followed, paused, resumed, cancelled, found and exported"""
        create = self.client.call.create
        call = self.known(
            create(phone_number="+12125550130", assistant_id=self.assistant_id(), force_now=True)
        ).call
        self.step(20)
        self.assertTrue(self.known(self.client.call.pause(call.id)).success)
        self.step(DAY)
        self.assertEqual(self.known(self.client.call.retrieve(call.id)).call.status, "paused")
        self.assertTrue(self.known(self.client.call.resume(call.id)).success)
        self.step(DAY)
        self.assertEqual(self.client.call.retrieve(call.id).call.status, "completed")
        later = create(
            phone_number="+12125550130", assistant_id=self.assistant_id(), scheduled_at="2098-01-01T10:00:00Z"
        ).call
        self.assertTrue(self.known(self.client.call.cancel(later.id)).success)
        found = self.known(self.client.call.search(**search_filters(call_ids=[call.id, later.id])))
        self.assertEqual({found_call.status for found_call in found.calls}, {"completed", "cancelled"})
        self.assertEqual(found.total_count, 2)
        filters: Any = search_filters(call_ids=[call.id])
        self.assertEqual(self.known(self.client.call.export(filters=filters)).csv.count("\r\n"), 2)

    def test_search(self) -> None:
        """outcomes of this generation can be searched for"""
        campaign_id = self.create("0100", "0123", "0124", "0110", launch=True)
        self.step(DAY)

        def found(**filters: Any) -> List[str]:
            answer = self.known(self.client.call.search(**search_filters(
                campaign_ids=[campaign_id], sort_by="to_phone_number", sort_direction="asc", **filters)))
            return [call.to_phone_number[-4:] for call in answer.calls]

        self.assertEqual(found(outcomes=["do_not_contact"]), ["0123"])
        self.assertEqual(found(outcomes=["ai_averse"]), ["0124"])
        self.assertEqual(found(outcomes=["none"]), ["0110"])
        self.assertEqual(found(statuses=["errored"]), ["0110"])

    def test_errors(self) -> None:
        """mistakes are answered with a sentence"""
        good: Any = {
            "assistant_id": self.assistant_id(), "contacts": contacts("0100"), "launch": False,
            "name": "x", "type": "regular",
        }
        bad = revox.UnprocessableEntityError
        create = self.client.campaigns.create
        self.assertIn("type", self.refused(bad, create, **{**good, "type": "other"}))
        self.assertIn("contacts", self.refused(bad, create, **{**good, "contacts": []}))
        self.assertIn("launch", self.refused(bad, create, **{**good, "launch": None}))
        for ask in [self.client.campaigns.retrieve, self.client.campaigns.launch, self.client.campaigns.pause,
                    self.client.campaigns.statistics, self.client.call.retrieve, self.client.call.cancel]:
            self.refused(revox.NotFoundError, ask, ABSENT)
        draft = self.create("0100")
        self.refused(revox.ConflictError, self.client.campaigns.cancel, draft)
        self.refused(revox.ConflictError, self.client.campaigns.pause, draft)


if __name__ == "__main__":
    main()
