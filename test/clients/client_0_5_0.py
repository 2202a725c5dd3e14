"""Today's service through its own client: nothing is dialled by a create; launch-calls sends what it names."""

import datetime
from typing import Any, Dict, List, Optional

import revox
from support import ALL_DAY, ClientCase, contacts, main

HOUR = 3600
DAY = 24 * HOUR
ABSENT = "deadbeef-0000-4000-a000-000000000000"

Filters = Dict[str, Any]


def nothing_filtered(**rest: Any) -> Filters:
    return {"assignee_ids": [], "directions": [], "outcomes": [], "results": [], "statuses": [], **rest}


def search_filters(**rest: Any) -> Filters:
    empty = {"assistant_ids": [], "campaign_ids": [], "from_phone_numbers": [], "page": 0, "page_size": 100}
    return {**nothing_filtered(), **empty, **rest}


class Today(ClientCase):
    def create(self, *digits: str, **rest: Any) -> str:
        asked = {"call_retry_config": ALL_DAY, "name": "Client", "max_concurrent_calls": 10, **rest}
        answer = self.client.campaigns.create(
            assistant_id=self.assistant_id(), contacts=contacts(*digits), **asked
        )
        return self.known(answer).campaign.id

    def assistant_id(self) -> str:
        return self.client.assistants.list().assistants[0].id

    def call_ids(self, campaign_id: str) -> List[str]:
        return [row.call.id for row in self.rows(campaign_id) if row.call is not None]

    def rows(self, campaign_id: str) -> Any:
        return self.known(self.client.campaigns.get_rows(campaign_id)).rows

    def statuses(self, campaign_id: str) -> List[Optional[str]]:
        return [row.call and row.call.status for row in self.rows(campaign_id)]

    def launch(self, campaign_id: str, ids: List[str], mode: str = "only", **rest: Any) -> Any:
        filters = rest.pop("filters", nothing_filtered())
        selection: Any = {"rows": {"mode": mode, "call_ids": ids}, "filters": filters}
        return self.known(
            self.client.campaigns.launch(campaign_id, mode="ai_first", selection=selection, **rest)
        )

    def launch_all(self, campaign_id: str, **rest: Any) -> Any:
        return self.launch(campaign_id, [], mode="all_except", **rest)

    def stats(self, campaign_id: str) -> Dict[str, int]:
        stats = self.known(self.client.campaigns.retrieve(campaign_id)).campaign.row_stats
        assert stats is not None
        counts = {name: int(count) for name, count in stats.to_dict().items()}
        total = counts.pop("total")
        self.assertEqual(sum(counts.values()), total)
        return {name: count for name, count in counts.items() if count}

    def search(self, **filters: Any) -> Any:
        return self.known(self.client.call.search(**search_filters(**filters)))


class Reads(Today):
    def test_samples(self) -> None:
        """every sample campaign, row, statistic and export is as the types say"""
        campaigns = self.known(self.client.campaigns.list()).campaigns
        self.assertGreaterEqual(len(campaigns), 7)
        self.assertEqual({campaign.status for campaign in campaigns}, {"running", "paused", "completed"})
        for campaign in campaigns:
            if campaign.row_stats and campaign.row_stats.total < 100:
                self.rows(campaign.id)
            self.known(self.client.campaigns.statistics(campaign.id))
            self.assertIn("row_index", self.client.campaigns.export_rows(campaign.id).csv)
            self.stats(campaign.id)

    def test_sample_conversations(self) -> None:
        """the samples hold outcomes, opt-outs, messages and a person who took over"""
        calls = self.search(results=["human", "voicemail"], page_size=250).calls
        self.assertEqual(
            {call.outcome for call in calls},
            {None, "interested", "not_interested", "requested_callback_later", "completed"},
        )
        attempts = [attempt for call in calls for attempt in call.call_attempts]
        self.assertTrue(any(attempt.sms_log for attempt in attempts))
        self.assertTrue(any(attempt.email_log for attempt in attempts))
        taken_over = [attempt for attempt in attempts if attempt.handled_by_human]
        self.assertTrue(taken_over)
        for attempt in taken_over:
            self.assertEqual(attempt.end_reason, "human_takeover")
            self.assertIsNotNone(attempt.handled_by_user)
            self.assertIn("human_agent", {turn.role for turn in attempt.post_call_transcript or []})
        prompts = [event.llm_system_prompt for attempt in attempts for event in attempt.speech_events or []]
        self.assertTrue(any(prompts))
        tools = [turn for attempt in attempts for turn in attempt.transcript or [] if turn.role == "tool"]
        self.assertTrue(all(turn.tool_output is not None for turn in tools) and tools)

    def test_account(self) -> None:
        """user, numbers, key and assistants are told"""
        self.assertTrue(self.known(self.client.auth_status.retrieve()).authenticated)
        self.assertEqual(self.known(self.client.users.retrieve()).user.organization_country, "US")
        numbers = self.known(self.client.phone_numbers.list()).phone_numbers
        self.assertEqual({number.type for number in numbers}, {"owned_number", "verified_caller_id"})
        self.assertTrue(any(number.inbound_assistant for number in numbers))
        assistants = self.known(self.client.assistants.list()).assistants
        for assistant in assistants:
            self.assertEqual(self.known(self.client.assistants.retrieve(assistant.id)).name, assistant.name)
        self.known(self.client.voices.list())

    def test_phone_history(self) -> None:
        """the history of all numbers tells who must not be called"""
        history = self.known(self.client.call.phone_history()).phone_history
        self.assertTrue(any(entry.do_not_contact for entry in history.values()))
        self.assertTrue(any(entry.hot and entry.reached_human for entry in history.values()))
        self.assertTrue(all(number.startswith("+") for number in history))

    def test_wrong_key(self) -> None:
        """another key is refused"""
        client = self.client.with_options(api_key="wrong")
        self.refused(revox.AuthenticationError, client.campaigns.list)


class Launches(Today):
    def test_create_dials_nobody(self) -> None:
        """a create dials nobody, however long one waits"""
        campaign_id = self.create("0100", "0101", "0110")
        self.step(3 * DAY)
        self.assertEqual(self.statuses(campaign_id), ["not_launched"] * 3)
        self.assertEqual(self.stats(campaign_id), {"not_launched": 3})
        campaign = self.client.campaigns.retrieve(campaign_id).campaign
        self.assertEqual(campaign.status, "running")
        self.assertEqual(campaign.metadata_keys, ["first_name", "company"])
        for row in self.rows(campaign_id):
            self.assertEqual(row.call.call_attempts, [])
            self.assertIsNone(row.call.last_call_attempt)
            self.assertIsNone(row.call.outcome)
            self.assertEqual(row.call.prompt_variables, row.input_data)
            self.assertEqual(row.call.contact.first_name, row.input_data["first_name"])
            self.assertEqual(self.known(self.client.call.retrieve(row.call.id)).call.status, "not_launched")

    def test_values_of_any_type(self) -> None:
        """values that are no texts come back as texts"""
        people: Any = [{"to_phone_number": "+12125550100", "prompt_variables": {"n": 7, "ok": True, "no": None}}]
        answer = self.client.campaigns.create(assistant_id=self.assistant_id(), contacts=people, name="Values")
        row = self.rows(answer.campaign.id)[0]
        self.assertEqual(row.input_data, {"n": "7", "ok": "true", "no": ""})

    def test_whole_life(self) -> None:
        """create, launch some, search, pause, change, resume, launch the rest, cancel, statistics, delete"""
        campaign_id = self.create("0100", "0101", "0121", "0110", "0130", "0112", max_concurrent_calls=1)
        ids = self.call_ids(campaign_id)
        answer = self.launch(campaign_id, ids[:2])
        self.assertEqual(answer.launched, 2)
        self.assertIsNone(answer.session)
        self.assertEqual(self.statuses(campaign_id)[:2], ["initializing"] * 2)
        self.step(10)
        self.assertEqual(self.stats(campaign_id), {"calling": 1, "pending": 1, "not_launched": 4})
        found = self.search(campaign_ids=[campaign_id], statuses=["calling", "queued_for_calling"])
        self.assertEqual(found.total_count, 2)
        call = self.known(self.client.call.retrieve(ids[0])).call
        self.assertIn(call.call_attempts[0].status, ["queued", "ringing", "ongoing"])
        self.assertIsNone(call.outcome)

        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertEqual(self.client.campaigns.retrieve(campaign_id).campaign.status, "paused")
        self.step(DAY)
        self.assertEqual(self.stats(campaign_id), {"completed": 1, "pending": 1, "not_launched": 4})

        rules: Any = {**ALL_DAY, "max_retry_attempts": 1}
        changed = self.known(
            self.client.campaigns.update(
                campaign_id,
                name="Renamed",
                call_retry_config=rules,
                max_concurrent_calls=5,
                from_phone_number="+12125550123",
            )
        ).campaign
        self.assertEqual(
            (changed.name, changed.max_concurrent_calls, changed.from_phone_number),
            ("Renamed", 5, "+12125550123"),
        )
        assert changed.call_retry_config is not None
        self.assertEqual(changed.call_retry_config.max_retry_attempts, 1)
        rows = self.rows(campaign_id)
        self.assertEqual([row.call.from_phone_number for row in rows[1:]], ["+12125550123"] * 5)
        self.assertNotEqual(rows[0].call.from_phone_number, "+12125550123")

        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        self.step(60)
        rest = self.launch_all(campaign_id, filters=nothing_filtered(statuses=["not_launched"]))
        self.assertEqual(rest.launched, 4)
        self.step(600)
        statuses = self.statuses(campaign_id)
        self.assertEqual(statuses, ["completed", "completed", "completed", "errored", "completed", "errored"])
        self.assertEqual(self.client.campaigns.retrieve(campaign_id).campaign.status, "completed")
        self.refused(revox.ConflictError, self.client.campaigns.cancel, campaign_id)

        statistics = self.known(self.client.campaigns.statistics(campaign_id)).statistics
        self.assertEqual(statistics.funnel.called.count, 6)
        self.assertEqual(statistics.funnel.reached.count, 2)
        self.assertEqual(statistics.funnel.hot_leads.count, 2)
        self.assertEqual([lead.phone for lead in statistics.leads.interested], ["+12125550100"])
        self.assertEqual([lead.phone for lead in statistics.leads.callback_requested], ["+12125550121"])
        self.assertEqual({entry.outcome for entry in statistics.outcome_breakdown},
                         {"interested", "requested_callback_later"})

        self.assertTrue(self.client.campaigns.delete(campaign_id).success)
        self.refused(revox.NotFoundError, self.client.campaigns.retrieve, campaign_id)
        self.refused(revox.NotFoundError, self.client.call.retrieve, ids[0])
        self.assertEqual(self.search(call_ids=ids).total_count, 0)

    def test_scheduled_launch(self) -> None:
        """a launch for a later time waits for it, and so long it counts as active"""
        campaign_id = self.create("0100", "0120")
        ids = self.call_ids(campaign_id)
        created: Any = self.client.campaigns.retrieve(campaign_id).campaign.created_at
        later = datetime.datetime.fromisoformat(created.replace("Z", "+00:00")) + datetime.timedelta(hours=2)
        self.assertEqual(self.launch(campaign_id, ids[:1], scheduled_at=later).launched, 1)
        self.assertEqual(self.statuses(campaign_id), ["scheduled", "not_launched"])
        due: Any = self.client.call.retrieve(ids[0]).call.scheduled_at
        self.assertEqual(datetime.datetime.fromisoformat(due.replace("Z", "+00:00")), later)
        again = self.launch(campaign_id, ids[:1])
        self.assertEqual((again.launched, again.skipped.active), (0, 1))
        self.step(2 * HOUR - 10)
        self.assertEqual(self.statuses(campaign_id), ["scheduled", "not_launched"])
        self.step(15)
        self.assertEqual(self.statuses(campaign_id), ["calling", "not_launched"])
        self.step(HOUR)
        self.assertEqual(self.statuses(campaign_id), ["completed", "not_launched"])
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.assertEqual(self.statuses(campaign_id), ["completed", "cancelled"])

    def test_scheduled_and_cancelled(self) -> None:
        """a launch that was cancelled before its time calls nobody"""
        campaign_id = self.create("0100")
        self.launch_all(campaign_id, scheduled_at="2099-01-01T00:00:00Z")
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.step(40 * DAY)
        self.assertEqual(self.statuses(campaign_id), ["cancelled"])
        campaign = self.client.campaigns.retrieve(campaign_id).campaign
        self.assertEqual((campaign.is_cancelled, campaign.status), (True, "completed"))

    def test_skipped(self) -> None:
        """active, exhausted and cancelled calls are skipped and counted"""
        campaign_id = self.create("0101", "0100", "0112", "0120")
        ids = self.call_ids(campaign_id)
        self.assertEqual(self.launch(campaign_id, ids[:1]).launched, 1)
        self.step(DAY)  # three attempts, all of them voicemail
        self.assertEqual(self.client.call.retrieve(ids[0]).call.calls_count, 3)
        self.assertTrue(self.client.call.cancel(ids[1]).success)
        self.launch(campaign_id, [ids[2]])
        self.step(5)
        answer = self.launch(campaign_id, ids)
        self.assertEqual(answer.launched, 1)
        skipped = answer.skipped
        self.assertEqual((skipped.active, skipped.attempts_exhausted, skipped.cancelled), (1, 1, 1))

    def test_launched_again(self) -> None:
        """a call that is over and has attempts left can be launched again"""
        campaign_id = self.create("0120")
        self.launch_all(campaign_id)
        self.step(HOUR)
        self.assertEqual(self.client.campaigns.retrieve(campaign_id).campaign.status, "completed")
        self.assertEqual(self.launch_all(campaign_id).launched, 1)
        self.assertEqual(self.client.campaigns.retrieve(campaign_id).campaign.status, "running")
        self.step(HOUR)
        self.assertEqual(self.rows(campaign_id)[0].call.calls_count, 2)

    def test_selections(self) -> None:
        """all_except leaves out, filters narrow, and foreign ids select nothing"""
        campaign_id = self.create("0100", "0101", "0102", "0103")
        other = self.create("0100")
        ids = self.call_ids(campaign_id)
        self.assertEqual(self.launch(campaign_id, self.call_ids(other)).launched, 0)
        self.assertEqual(self.launch(campaign_id, [ABSENT, "x"]).launched, 0)
        none: Any = nothing_filtered(statuses=["completed"])
        self.assertEqual(self.launch(campaign_id, ids, filters=none).launched, 0)
        named: Any = nothing_filtered(query="person 2")
        self.assertEqual(self.launch(campaign_id, ids, filters=named).launched, 1)
        self.assertEqual(self.launch(campaign_id, ids[:1], mode="all_except").launched, 2)
        self.assertEqual(self.statuses(campaign_id)[0], "not_launched")

    def test_speed_dial(self) -> None:
        """speed dial is refused: nobody is there to dial"""
        campaign_id = self.create("0100")
        selection: Any = {"rows": {"mode": "all_except", "call_ids": []}, "filters": nothing_filtered()}
        self.refused(
            revox.ConflictError, self.client.campaigns.launch, campaign_id, mode="speed_dial", selection=selection
        )
        self.assertEqual(self.statuses(campaign_id), ["not_launched"])

    def test_launch_while_paused(self) -> None:
        """what is launched while the campaign is paused waits until it is resumed"""
        campaign_id = self.create("0100")
        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertEqual(self.launch_all(campaign_id).launched, 1)
        self.step(HOUR)
        self.assertEqual(self.rows(campaign_id)[0].call.calls_count, 0)
        self.client.campaigns.resume(campaign_id)
        self.step(HOUR)
        self.assertEqual(self.statuses(campaign_id), ["completed"])

    def test_retry_during_pause(self) -> None:
        """a retry whose time came during a pause is made after the resume"""
        campaign_id = self.create("0130")
        self.launch_all(campaign_id)
        self.step(600)
        self.assertEqual(self.stats(campaign_id), {"retry": 1})
        self.client.campaigns.pause(campaign_id)
        self.step(3 * HOUR)
        self.assertEqual(self.rows(campaign_id)[0].call.calls_count, 1)
        self.client.campaigns.resume(campaign_id)
        self.step(300)
        self.assertEqual(self.statuses(campaign_id), ["completed"])

    def test_long_life(self) -> None:
        """a campaign launched in parts, steered, refused, changed and called again keeps its counts to the end"""
        campaign_id = self.create("0100", "0101", "0102", "0103", "0110", "0120", "0121", "0130")
        ids = self.call_ids(campaign_id)
        self.assertEqual(self.launch(campaign_id, ids[:2], scheduled_at="2001-01-01T00:00:00Z").launched, 2)
        self.step(5)
        self.assertEqual(self.stats(campaign_id).get("not_launched"), 6)
        self.assertEqual(self.launch(campaign_id, [ABSENT, ids[2], ids[2]]).launched, 1)
        changed = self.known(
            self.client.campaigns.update(campaign_id, name="Changed", max_concurrent_calls=1)
        ).campaign
        self.assertEqual((changed.name, changed.max_concurrent_calls), ("Changed", 1))
        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertEqual(self.launch(campaign_id, ids[3:5]).launched, 2)
        self.assertTrue(self.client.call.cancel(ids[5]).success)
        self.refused(revox.ConflictError, self.client.call.cancel, ids[5])
        refused = self.launch(campaign_id, ids[5:6])
        self.assertEqual((refused.launched, refused.skipped.cancelled), (0, 1))
        self.step(HOUR)
        held = self.stats(campaign_id)
        self.assertEqual(held.get("calling", 0), 0)
        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        selection: Any = {"rows": {"mode": "only", "call_ids": ids}, "filters": nothing_filtered()}
        launch = self.client.campaigns.launch
        self.refused(revox.NotFoundError, launch, ABSENT, mode="ai_first", selection=selection)
        self.step(DAY)
        pages: List[str] = []
        for page in range(5):
            question = search_filters(campaign_ids=[campaign_id], page=page, page_size=3)
            answer = self.known(self.client.call.search(**question))
            self.assertEqual(answer.total_count, len(ids))
            pages += [call.id for call in answer.calls]
        self.assertEqual((sorted(pages), len(pages)), (sorted(ids), len(ids)))
        waiting: Any = nothing_filtered(statuses=["not_launched"])
        self.assertEqual(self.launch(campaign_id, ids[6:], filters=waiting).launched, 2)
        self.assertTrue(self.client.call.pause(ids[7]).success)
        self.step(DAY)
        self.assertIn("paused", self.statuses(campaign_id))
        self.assertTrue(self.client.call.resume(ids[7]).success)
        self.step(2 * DAY)
        self.assertEqual(self.client.campaigns.retrieve(campaign_id).campaign.status, "completed")
        again = self.launch_all(campaign_id)
        self.assertEqual(again.launched + sum(again.skipped.to_dict().values()), len(ids))
        self.step(2 * DAY)
        self.known(self.client.campaigns.statistics(campaign_id))
        self.assertEqual(sum(self.stats(campaign_id).values()), len(ids))
        self.assertTrue(self.client.campaigns.delete(campaign_id).success)
        self.refused(revox.NotFoundError, self.client.campaigns.retrieve, campaign_id)

    def test_windows(self) -> None:
        """nobody is called outside the calling hours, and changed hours hold for calls that are open"""
        rules: Any = {**ALL_DAY, "timezone": "UTC", "calling_windows": [
            {"calling_window_start_time": "02:00", "calling_window_end_time": "02:30", "retry_delay_seconds": 0}
        ]}
        campaign_id = self.create("0100", call_retry_config=rules)
        self.launch_all(campaign_id)
        self.step(10)
        self.assertEqual(self.statuses(campaign_id), ["scheduled"])
        self.client.campaigns.update(campaign_id, call_retry_config=None, max_concurrent_calls=None)
        changed = self.known(self.client.campaigns.update(campaign_id, call_retry_config=ALL_DAY)).campaign
        self.assertIsNone(changed.max_concurrent_calls)
        self.step(10)
        self.assertEqual(self.statuses(campaign_id), ["calling"])

    def test_post_processing(self) -> None:
        """what a call came to is told once it has been worked on"""
        campaign_id = self.create("0127")
        self.launch_all(campaign_id)
        seen = []
        for _ in range(60):
            self.step(3)
            call = self.rows(campaign_id)[0].call
            if not seen or seen[-1] != call.status:
                seen.append(call.status)
            if call.status != "completed":
                self.assertIsNone(call.outcome)
        self.assertEqual(seen, ["calling", "post_processing", "completed"])
        call = self.rows(campaign_id)[0].call
        self.assertEqual(call.outcome, "completed")
        self.assertIn("put through", call.outcome_summary)
        self.assertEqual(call.assignee.id, call.last_call_attempt.handled_by_user.id)

    def test_errors(self) -> None:
        """mistakes are answered with a sentence"""
        create = self.client.campaigns.create
        good: Any = {"assistant_id": self.assistant_id(), "contacts": contacts("0100"), "name": "x"}
        bad = revox.UnprocessableEntityError
        self.assertIn("contacts", self.refused(bad, create, **{**good, "contacts": []}))
        self.assertIn("name", self.refused(bad, create, **{**good, "name": ""}))
        number = [{"to_phone_number": "0612345678", "prompt_variables": {}}]
        self.assertIn("contacts[0].to_phone_number", self.refused(bad, create, **{**good, "contacts": number}))
        self.refused(revox.NotFoundError, create, **{**good, "assistant_id": ABSENT})
        self.assertIn("from_phone_number", self.refused(bad, create, **good, from_phone_number="12"))
        for ask in [
            self.client.campaigns.retrieve,
            self.client.campaigns.get_rows,
            self.client.campaigns.statistics,
            self.client.campaigns.export_rows,
            self.client.campaigns.pause,
            self.client.campaigns.resume,
            self.client.campaigns.cancel,
            self.client.campaigns.delete,
            self.client.campaigns.update,
            self.client.call.retrieve,
            self.client.call.cancel,
            self.client.call.pause,
            self.client.call.resume,
            self.client.assistants.retrieve,
        ]:
            self.refused(revox.NotFoundError, ask, ABSENT)


class Calls(Today):
    def test_call_at_once(self) -> None:
        """a call dials at once and can be followed to its end"""
        call = self.known(
            self.client.call.create(
                phone_number="+12125550100",
                assistant_id=self.assistant_id(),
                skip_calling_window=True,
                prompt_variables={"first_name": "Ada"},
                metadata={"order": "17"},
            )
        ).call
        self.assertIsNone(call.campaign)
        self.assertEqual(call.metadata, {"order": "17"})
        seen = [call.status]
        for _ in range(60):
            self.step(5)
            status = self.known(self.client.call.retrieve(call.id)).call.status
            if seen[-1] != status:
                seen.append(status)
        self.assertEqual(seen, ["initializing", "calling", "post_processing", "completed"])
        done = self.client.call.retrieve(call.id).call
        self.assertEqual((done.outcome, done.calls_count), ("interested", 1))
        self.assertIn("Ada", (done.call_attempts[0].transcript or [])[0].content)
        self.assertNotIn("+12125550100", [campaign.name for campaign in self.client.campaigns.list().campaigns])
        history = self.client.call.phone_history().phone_history["+12125550100"]
        self.assertTrue(history.hot and history.reached_human)
        self.assertEqual(history.last_outcome, "interested")

    def test_call_later(self) -> None:
        """a scheduled call waits, and can be cancelled"""
        call = self.client.call.create(
            phone_number="+12125550101", assistant_id=self.assistant_id(), scheduled_at="2098-01-01T10:00:00Z"
        ).call
        self.assertEqual(call.status, "scheduled")
        self.assertTrue(self.known(self.client.call.cancel(call.id)).success)
        self.assertEqual(self.known(self.client.call.retrieve(call.id)).call.status, "cancelled")
        self.refused(revox.ConflictError, self.client.call.cancel, call.id)

    def test_call_with_an_assistant_of_its_own(self) -> None:
        """an assistant can be given with the call"""
        call = self.known(
            self.client.call.create(
                phone_number="+12125550100",
                assistant={"prompt": "You ask {{first_name}} how it went."},
                prompt_variables={"first_name": "Ada"},
                concurrency={"key": "test"},
                skip_calling_window=True,
            )
        ).call
        assert call.assistant is not None
        self.assertEqual(call.assistant.prompt, "You ask {{first_name}} how it went.")
        self.step(600)
        self.assertEqual(self.known(self.client.call.retrieve(call.id)).call.status, "completed")

    def test_pause_and_resume(self) -> None:
        """pause stops the retries of a call, resume lets them go on"""
        call = self.client.call.create(
            phone_number="+12125550130", assistant_id=self.assistant_id(), skip_calling_window=True
        ).call
        self.step(20)
        self.assertTrue(self.known(self.client.call.pause(call.id)).success)
        self.step(DAY)
        paused = self.known(self.client.call.retrieve(call.id)).call
        self.assertEqual((paused.status, paused.calls_count), ("paused", 1))
        self.assertTrue(self.known(self.client.call.resume(call.id)).success)
        self.step(DAY)
        over = self.client.call.retrieve(call.id).call
        self.assertEqual((over.status, over.calls_count), ("completed", 2))
        self.refused(revox.ConflictError, self.client.call.pause, call.id)
        self.refused(revox.ConflictError, self.client.call.resume, call.id)

    def test_cancel_during_a_call(self) -> None:
        """an attempt in progress finishes, and no other follows"""
        campaign_id = self.create("0101", "0101")
        ids = self.call_ids(campaign_id)
        self.launch_all(campaign_id)
        self.step(10)
        self.assertTrue(self.client.call.cancel(ids[0]).success)
        self.assertEqual(self.statuses(campaign_id), ["calling", "calling"])
        self.step(DAY)
        self.assertEqual([row.call.calls_count for row in self.rows(campaign_id)], [1, 3])

    def test_mistakes(self) -> None:
        """a call needs an assistant and a number"""
        bad = revox.UnprocessableEntityError
        self.refused(bad, self.client.call.create, phone_number="+12125550100")
        self.refused(bad, self.client.call.create, phone_number="12", assistant_id=self.assistant_id())
        self.refused(
            revox.NotFoundError, self.client.call.create, phone_number="+12125550100", assistant_id=ABSENT
        )

    def test_do_not_contact(self) -> None:
        """a number whose person asked for it is do_not_contact afterwards, also when the campaign is deleted"""
        campaign_id = self.create("0123")
        self.launch_all(campaign_id)
        self.step(HOUR)
        self.assertEqual(self.rows(campaign_id)[0].call.outcome, "not_interested")
        self.assertTrue(self.client.call.phone_history().phone_history["+12125550123"].do_not_contact)
        self.client.campaigns.delete(campaign_id)
        entry = self.known(self.client.call.phone_history()).phone_history["+12125550123"]
        self.assertTrue(entry.do_not_contact)
        self.assertIn(campaign_id, [campaign.id for campaign in entry.campaigns])


class Searches(Today):
    def setUp(self) -> None:
        super().setUp()
        self.campaign_id = self.create(
            "0100", "0101", "0110", "0120", "0121", "0127", from_phone_number="+12125550123"
        )
        self.launch(self.campaign_id, self.call_ids(self.campaign_id)[:5])
        self.step(DAY)

    def found(self, **filters: Any) -> List[str]:
        answer = self.search(campaign_ids=[self.campaign_id], sort_by="to_phone_number",
                             sort_direction="asc", **filters)
        self.assertEqual(answer.total_count, len(answer.calls))
        return [call.to_phone_number[-4:] for call in answer.calls]

    def test_filters(self) -> None:
        """each filter leaves what it names"""
        everyone = ["0100", "0101", "0110", "0120", "0121", "0127"]
        self.assertEqual(self.found(), everyone)
        self.assertEqual(self.found(statuses=["not_launched"]), ["0127"])
        self.assertEqual(self.found(statuses=["errored", "not_launched"]), ["0110", "0127"])
        self.assertEqual(self.found(results=["human"]), ["0100", "0120", "0121"])
        self.assertEqual(self.found(results=["none"]), ["0110", "0127"])
        self.assertEqual(self.found(outcomes=["interested", "requested_callback_later"]), ["0100", "0121"])
        self.assertEqual(self.found(outcomes=["none"]), ["0101", "0110", "0127"])
        self.assertEqual(self.found(query="PERSON 3"), ["0120"])
        self.assertEqual(self.found(query="0121"), ["0121"])
        self.assertEqual(self.found(to_phone_number="+12125550110"), ["0110"])
        self.assertEqual(self.found(directions=["inbound"]), [])
        self.assertEqual(self.found(directions=["outbound"]), everyone)
        self.assertEqual(self.found(from_phone_numbers=["+12125550123"]), everyone)
        self.assertEqual(self.found(from_phone_numbers=["+12125559999"]), [])
        self.assertEqual(self.found(assistant_ids=[self.assistant_id()]), everyone)
        self.assertEqual(self.found(assistant_ids=[ABSENT]), [])
        self.assertEqual(self.found(call_ids=self.call_ids(self.campaign_id)[3:4]), ["0120"])
        self.assertEqual(self.found(assignee_ids=["nobody"]), [])

    def test_assignees(self) -> None:
        """calls that a person took over are found by that person"""
        self.launch_all(self.campaign_id, filters=nothing_filtered(statuses=["not_launched"]))
        self.step(HOUR)
        call = self.rows(self.campaign_id)[5].call
        self.assertEqual(self.found(assignee_ids=[call.assignee.id]), ["0127"])

    def test_pages(self) -> None:
        """pages follow one another, and sorting goes both ways"""
        pages = [
            self.search(campaign_ids=[self.campaign_id], page=page, page_size=4,
                        sort_by="to_phone_number", sort_direction="desc")
            for page in range(3)
        ]
        numbers = [call.to_phone_number[-4:] for page in pages for call in page.calls]
        self.assertEqual(numbers, ["0127", "0121", "0120", "0110", "0101", "0100"])
        self.assertEqual([page.total_count for page in pages], [6, 6, 6])
        by_count = self.search(campaign_ids=[self.campaign_id], sort_by="calls_count", sort_direction="desc")
        self.assertEqual(by_count.calls[0].to_phone_number[-4:], "0101")

    def test_export(self) -> None:
        """calls are exported with their metadata and what was extracted"""
        answer = self.known(
            self.client.call.export(
                filters=search_filters(campaign_ids=[self.campaign_id]),  # type: ignore[arg-type]
                include_metadata=True,
                include_structured_output_fields=True,
            )
        )
        header, *lines = answer.csv.split("\r\n")
        self.assertEqual(len(lines), 7)
        self.assertIn("metadata.source", header)
        self.assertIn("summary", header)
        plain = self.client.call.export(filters=search_filters(campaign_ids=[self.campaign_id]))  # type: ignore[arg-type]
        self.assertNotIn("metadata", plain.csv)

    def test_mistakes(self) -> None:
        """an unknown word or a page that does not exist is refused"""
        bad = revox.UnprocessableEntityError
        self.assertIn("statuses", self.refused(bad, self.client.call.search, **search_filters(statuses=["x"])))
        self.assertIn("page", self.refused(bad, self.client.call.search, **search_filters(page=-1)))


if __name__ == "__main__":
    main()
