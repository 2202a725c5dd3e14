"""Long sequences with the client of drafts: after every stage all that the service says of a campaign must agree."""

import datetime
import itertools
from typing import Any, Dict, List

import account
import revox
from agreement import Agreement
from client_0_3_0 import ABSENT, DAY, HOUR, Drafts, search_filters
from support import ALL_DAY, contacts, main, parsed

STATUSES = [
    "initializing", "queued_for_calling", "calling", "post_processing", "scheduled",
    "paused", "completed", "cancelled", "errored",
]
OUTCOMES = [
    "not_interested", "interested", "completed", "requested_callback_later", "requested_callback_new_number",
    "do_not_contact", "ai_averse", "none",
]
RESULTS = ["IVR", "voicemail", "human", "unknown", "ios-screening-filter", "none"]


class Staged(Drafts, Agreement):
    counts_apart = False

    def filters(self, **rest: Any) -> Dict[str, Any]:
        return search_filters(**rest)

    def search(self, **filters: Any) -> Any:
        return self.known(self.client.call.search(**search_filters(**filters)))

    def now(self) -> datetime.datetime:
        return self.step(0)


class Sequences(Staged):
    def test_draft_edited_launched_paused_resumed_cancelled(self) -> None:
        """each field of a draft is edited, then it is launched, paused, renamed, resumed and cancelled"""
        campaign_id = self.create("0100")
        self.checked(campaign_id)
        later = self.now() + datetime.timedelta(hours=3)
        assistant = self.client.assistants.list().assistants[1].id
        people = contacts("0101", "0123", "0114", "0130", "0120", "0123")
        for change in [
            {"name": "A"}, {"max_concurrent_calls": 3}, {"max_concurrent_calls": None},
            {"from_phone_number": "+12125550123"}, {"from_phone_number": None}, {"assistant_id": assistant},
            {"call_retry_config": None}, {"call_retry_config": ALL_DAY}, {"contacts": people},
            {"scheduled_at": later}, {"type": "jump_in"}, {"type": "regular"},
            {"name": "B", "max_concurrent_calls": 2},
        ]:
            self.step(60)
            fields: Any = change
            changed = self.known(self.client.campaigns.update(campaign_id, **fields)).campaign
            self.assertEqual(parsed(changed.updated_at), self.now())
            self.assertEqual(changed.status, "draft")
            for name, value in change.items():
                if name == "contacts":
                    told = self.rows(campaign_id)
                    self.assertEqual([row.input_data for row in told], [one["prompt_variables"] for one in people])
                    self.assertEqual([row.phone_number for row in told],
                                     [one["to_phone_number"] for one in people])
                elif name == "scheduled_at":
                    self.assertEqual(parsed(changed.scheduled_at), later)
                elif name == "call_retry_config" and value is not None:
                    assert changed.call_retry_config is not None
                    self.assertEqual({**changed.call_retry_config.to_dict(), "timezone": None},
                                     {**ALL_DAY, "timezone": None})
                else:
                    self.assertEqual(getattr(changed, name), value)
            self.checked(campaign_id)

        launched = self.known(self.client.campaigns.launch(campaign_id)).campaign
        self.assertEqual(launched.status, "running")
        self.assertEqual(self.checked(campaign_id), ["scheduled"] * 6)
        for change in [{"max_concurrent_calls": 9}, {"contacts": people}, {"assistant_id": assistant},
                       {"scheduled_at": None}, {"type": "jump_in"}, {"call_retry_config": None}]:
            fields = change
            self.refused(revox.ConflictError, self.client.campaigns.update, campaign_id, **fields)
        self.assertEqual(self.checked(campaign_id), ["scheduled"] * 6)
        self.step(3 * HOUR)
        for _ in range(10):
            self.step(7)
            self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.step(2 * HOUR)  # every retry is due by then
        held = self.checked(campaign_id)
        self.assertNotIn("calling", held)
        self.known(self.client.campaigns.update(campaign_id, name="Held"))
        self.step(5 * HOUR)
        self.assertEqual(self.checked(campaign_id), held)
        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        self.step(90)
        self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.checked(campaign_id)
        self.step(2 * DAY)
        self.assertLessEqual(set(self.checked(campaign_id)), {"completed", "cancelled", "errored"})
        for ask in [self.client.campaigns.launch, self.client.campaigns.pause, self.client.campaigns.resume,
                    self.client.campaigns.cancel]:
            self.refused(revox.ConflictError, ask, campaign_id)
        self.assertTrue(self.client.call.phone_history().phone_history["+12125550123"].do_not_contact)

    def test_drafts_call_nobody(self) -> None:
        """a draft calls nobody, whatever is asked of it but its launch"""
        past = "2001-01-01T00:00:00Z"
        for rest in [{}, {"scheduled_at": past}, {"scheduled_at": "2199-01-01T00:00:00Z"}, {"type": "jump_in"}]:
            fields: Any = rest
            campaign_id = self.create("0100", "0114", **fields)
            for ask in [self.client.campaigns.pause, self.client.campaigns.resume, self.client.campaigns.cancel]:
                self.refused(revox.ConflictError, ask, campaign_id)
            self.step(DAY)
            self.checked(campaign_id)
            self.assertEqual(self.campaign(campaign_id).status, "draft")
            if rest.get("scheduled_at") == past:
                self.client.campaigns.launch(campaign_id)
                self.step(10)
                self.assertIn("calling", self.checked(campaign_id))
            self.assertTrue(self.client.campaigns.delete(campaign_id).success)
            for ask in [self.client.campaigns.retrieve, self.client.campaigns.get_rows,
                        self.client.campaigns.launch, self.client.campaigns.delete]:
                self.refused(revox.NotFoundError, ask, campaign_id)

    def test_each_call_steered(self) -> None:
        """calls of a running campaign are paused, resumed and cancelled one by one"""
        campaign_id = self.create("0101", "0114", "0130", "0101", "0123", max_concurrent_calls=1, launch=True)
        self.step(8)
        ids = [row.call.id for row in self.rows(campaign_id)]
        call = self.client.call
        for call_id in ids[:4]:
            self.assertTrue(call.pause(call_id).success)
        self.checked(campaign_id)
        self.step(DAY)
        self.assertEqual(self.checked(campaign_id), ["paused"] * 4 + ["completed"])
        self.assertTrue(call.cancel(ids[1]).success)
        self.assertTrue(call.resume(ids[0]).success)
        self.assertTrue(call.resume(ids[2]).success)
        self.step(DAY)
        self.assertEqual(self.checked(campaign_id)[1], "cancelled")
        for ask in [call.pause, call.resume, call.cancel]:
            self.refused(revox.ConflictError, ask, ids[4])
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.assertEqual(self.checked(campaign_id)[3], "cancelled")


class Questions(Staged):
    def setUp(self) -> None:
        super().setUp()
        self.campaign_id = self.create("0100", "0101", "0114", "0123", "0130", "0120", "0121", "0124", "0110",
                                       launch=True, max_concurrent_calls=4)
        self.step(700)

    def ask(self, **filters: Any) -> Any:
        return self.search(campaign_ids=[self.campaign_id], **filters)

    def test_every_page_size(self) -> None:
        """pages of every size hold each call once, and nothing is beyond the end"""
        order = [call.id for call in self.ask().calls]
        for size in [*range(1, 11), 100]:
            found: List[str] = []
            for page in range(len(order) // size + 2):
                answer = self.ask(page=page, page_size=size)
                self.assertEqual(answer.total_count, len(order))
                found += [call.id for call in answer.calls]
            self.assertEqual(found, order)

    def test_every_filter_and_order(self) -> None:
        """each word of each filter leaves the calls that say it; each order follows what they say"""
        calls = self.ask().calls

        def said(call: Any) -> Dict[str, str]:
            last = call.last_call_attempt
            return {
                "statuses": call.status,
                "outcomes": call.outcome or "none",
                "results": (last and last.result) or "none",
            }

        for name, known in [("statuses", STATUSES), ("outcomes", OUTCOMES), ("results", RESULTS)]:
            for word in known:
                wanted = [call.id for call in calls if said(call)[name] == word]
                self.assertEqual([call.id for call in self.ask(**{name: [word]}).calls], wanted, (name, word))
        bad: Any = search_filters(statuses=["not_launched"])
        self.assertIn("statuses", self.refused(revox.UnprocessableEntityError, self.client.call.search, **bad))
        for field, direction in itertools.product(
            ["created_at", "updated_at", "scheduled_at", "status", "outcome", "calls_count", "to_phone_number"],
            ["asc", "desc"],
        ):
            whole = self.ask(sort_by=field, sort_direction=direction).calls
            values = [getattr(call, field) or ("" if field != "calls_count" else 0) for call in whole]
            self.assertEqual(values, sorted(values, reverse=direction == "desc"), (field, direction))


class Mistakes(Staged):
    def test_errors_say_what(self) -> None:
        """every mistake is answered with a status and a sentence that fit, and changes nothing"""
        client = self.client
        campaign_id = self.create("0100")
        before = self.campaign(campaign_id).to_dict()
        unprocessable = revox.UnprocessableEntityError
        for field, value in [("name", ""), ("from_phone_number", "x"), ("max_concurrent_calls", 0),
                             ("call_retry_config", {}), ("contacts", []), ("contacts", [{}]),
                             ("scheduled_at", "soon"), ("type", "other"), ("assistant_id", "x")]:
            bad: Any = {field: value}
            self.assertIn(field, self.refused(unprocessable, client.campaigns.update, campaign_id, **bad))
        self.refused(revox.NotFoundError, client.campaigns.update, campaign_id, assistant_id=ABSENT)
        self.assertEqual(self.campaign(campaign_id).to_dict(), before)
        for ask in [client.campaigns.retrieve, client.campaigns.get_rows, client.campaigns.statistics,
                    client.campaigns.export_rows, client.campaigns.launch, client.campaigns.update,
                    client.campaigns.pause, client.campaigns.resume, client.campaigns.cancel,
                    client.campaigns.delete, client.call.retrieve, client.call.pause, client.call.resume,
                    client.call.cancel, client.assistants.retrieve]:
            for unknown in [ABSENT, "x"]:
                self.refused(revox.NotFoundError, ask, unknown)
        wrong_key = client.with_options(api_key="wrong")
        for question in [wrong_key.users.retrieve, wrong_key.phone_numbers.list, wrong_key.call.phone_history]:
            self.refused(revox.AuthenticationError, question)


class DraftsAccount(account.ModernAccount):
    create = {"launch": False, "type": "regular", "scheduled_at": None}
    fields = {
        **account.MODERN,
        "email_notification_language": "fr",
        "slack": {
            "connection_id": "connection", "channel_id": "C1", "channel_name": "sales",
            "outcomes": account.OUTCOMES, "template": "Text",
        },
        "transfer_phone_number": "+12125550123",
    }


if __name__ == "__main__":
    main()
