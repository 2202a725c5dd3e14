"""Long sequences with today's client: after every stage all that the service says of a campaign must agree."""

import datetime
import itertools
from typing import Any, Dict, List

import account
import revox
from agreement import Agreement
from client_0_5_0 import ABSENT, DAY, HOUR, Today, nothing_filtered, search_filters
from support import ALL_DAY, contacts, main, parsed

STATUSES = [
    "initializing", "queued_for_calling", "calling", "post_processing", "not_launched",
    "scheduled", "paused", "completed", "cancelled", "errored",
]
OUTCOMES = ["not_interested", "interested", "completed", "requested_callback_later", "none"]
RESULTS = ["IVR", "voicemail", "human", "unknown", "ios-screening-filter", "none"]
SORTED_BY = [
    "created_at", "updated_at", "scheduled_at", "status", "outcome", "calls_count",
    "to_phone_number", "from_phone_number",
]


class Staged(Today, Agreement):
    def filters(self, **rest: Any) -> Dict[str, Any]:
        return search_filters(**rest)

    def status(self, campaign_id: str) -> str:
        return self.client.campaigns.retrieve(campaign_id).campaign.status


class Sequences(Staged):
    def test_pilot_rest_pause_edit_resume_cancel(self) -> None:
        """try a few, launch the rest, pause, edit, resume, cancel: all agrees after each stage"""
        campaign_id = self.create("0100", "0101", "0114", "0123", "0130", "0120", "0127", "0110",
                                  max_concurrent_calls=2)
        ids = self.call_ids(campaign_id)
        self.assertEqual(self.checked(campaign_id), ["not_launched"] * 8)
        self.assertEqual(self.launch(campaign_id, ids[2:5]).launched, 3)
        self.checked(campaign_id)
        for _ in range(8):
            self.step(7)
            self.checked(campaign_id)
        self.step(2 * HOUR)
        after_pilot = self.checked(campaign_id)
        self.assertEqual([word == "not_launched" for word in after_pilot], [True] * 2 + [False] * 3 + [True] * 3)
        self.assertTrue(self.client.call.phone_history().phone_history["+12125550123"].do_not_contact)
        self.assertEqual(self.status(campaign_id), "running")

        waiting: Any = nothing_filtered(statuses=["not_launched"])
        answer = self.launch(campaign_id, ids, filters=waiting)
        self.assertEqual((answer.launched, answer.skipped.to_dict()),
                         (5, {"active": 0, "attempts_exhausted": 0, "cancelled": 0}))
        self.step(8)
        self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertTrue(self.client.campaigns.pause(campaign_id).success)
        self.assertEqual(self.status(campaign_id), "paused")
        self.step(2 * HOUR)  # every retry is due by then
        held = self.checked(campaign_id)
        self.assertNotIn("calling", held)
        self.step(HOUR)
        self.assertEqual(self.checked(campaign_id), held)

        for change in [
            {"name": "A"}, {"max_concurrent_calls": 1}, {"max_concurrent_calls": None},
            {"from_phone_number": "+12125550123"}, {"from_phone_number": None},
            {"call_retry_config": {**ALL_DAY, "max_retry_attempts": 5}}, {"call_retry_config": None},
            {"name": "B", "max_concurrent_calls": 3, "call_retry_config": ALL_DAY},
        ]:
            changed = self.known(self.client.campaigns.update(campaign_id, **change)).campaign  # type: ignore[arg-type]
            for name, value in change.items():
                told = getattr(changed, name)
                if name != "call_retry_config" or value is None:
                    self.assertEqual(told, value)
                else:
                    self.assertEqual({**told.to_dict(), "timezone": None}, {**value, "timezone": None})
            self.assertEqual(changed.status, "paused")
            self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        self.assertTrue(self.client.campaigns.resume(campaign_id).success)
        self.step(30)
        self.checked(campaign_id)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.checked(campaign_id)
        self.step(3 * DAY)
        statuses = self.checked(campaign_id)
        self.assertLessEqual(set(statuses), {"completed", "cancelled", "errored"})
        self.assertEqual(self.status(campaign_id), "completed")
        again = self.launch_all(campaign_id)
        self.assertEqual((again.launched, again.skipped.cancelled), (0, 8))
        for ask in [self.client.campaigns.pause, self.client.campaigns.resume, self.client.campaigns.cancel]:
            self.refused(revox.ConflictError, ask, campaign_id)
        self.known(self.client.campaigns.update(campaign_id, name="Over"))
        self.checked(campaign_id)

    def test_outcome_comes_after_the_call(self) -> None:
        """nobody counts as a hot lead before the outcome of the call is told"""
        campaign_id = self.create("0100", "0121", "0123")
        self.launch_all(campaign_id)
        seen = set()
        for _ in range(60):
            self.step(4)
            statuses = self.statuses(campaign_id)
            if "post_processing" in statuses:
                self.checked(campaign_id)
            seen |= set(statuses)
        self.assertEqual(seen, {"calling", "post_processing", "completed"})

    def test_each_call_steered(self) -> None:
        """calls of a campaign are paused, resumed and cancelled one by one, in each of their states"""
        campaign_id = self.create("0101", "0114", "0130", "0101", "0123", "0120", max_concurrent_calls=1)
        ids = self.call_ids(campaign_id)
        call = self.client.call
        self.refused(revox.ConflictError, call.pause, ids[0])
        self.step(60)
        self.assertTrue(call.cancel(ids[5]).success)
        self.assertEqual(parsed(self.client.call.retrieve(ids[5]).call.updated_at), self.step(0))
        self.checked(campaign_id)
        self.assertEqual(self.launch(campaign_id, ids[:5]).launched, 5)
        self.step(8)
        self.assertEqual(self.checked(campaign_id)[0], "calling")
        for call_id in ids[:4]:
            self.assertTrue(call.pause(call_id).success)
        self.checked(campaign_id)
        self.step(DAY)
        self.assertEqual(self.checked(campaign_id), ["paused"] * 4 + ["completed", "cancelled"])
        self.assertEqual([row.call.calls_count for row in self.rows(campaign_id)], [1, 0, 0, 0, 1, 0])
        self.assertEqual(self.launch(campaign_id, ids).skipped.active, 4)
        self.assertTrue(call.cancel(ids[1]).success)
        self.assertTrue(call.resume(ids[0]).success)
        self.assertTrue(call.resume(ids[2]).success)
        self.checked(campaign_id)
        self.step(DAY)
        self.assertEqual(self.checked(campaign_id)[1], "cancelled")
        for call_id in ids[4:]:
            for ask in [call.pause, call.resume, call.cancel]:
                self.refused(revox.ConflictError, ask, call_id)
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.assertEqual(self.checked(campaign_id)[3], "cancelled")

    def test_odd_selections(self) -> None:
        """selected, excluded, cancelled, unknown, repeated and launched ids launch only what they should"""
        campaign_id = self.create("0100", "0101", "0120", "0114", "0121")
        ids = self.call_ids(campaign_id)
        rows = [row.id for row in self.rows(campaign_id)]
        self.assertEqual(self.launch(campaign_id, []).launched, 0)
        self.assertEqual(self.launch(campaign_id, rows).launched, 0)
        self.assertEqual(self.launch(campaign_id, ids, mode="all_except").launched, 0)
        self.checked(campaign_id)
        self.client.call.cancel(ids[3])
        answer = self.launch(campaign_id, [ids[0], ids[0], ids[3], ABSENT, campaign_id, ""])
        self.assertEqual((answer.launched, answer.skipped.cancelled, answer.skipped.active), (1, 1, 0))
        again = self.launch(campaign_id, [ids[0], ids[3]])
        self.assertEqual((again.launched, again.skipped.cancelled, again.skipped.active), (0, 1, 1))
        for filters, launched in [
            (nothing_filtered(directions=["inbound"]), 0),
            (nothing_filtered(outcomes=["interested"]), 0),
            (nothing_filtered(results=["human"]), 0),
            (nothing_filtered(assignee_ids=[ABSENT]), 0),
            (nothing_filtered(query="nobody of this name"), 0),
            (nothing_filtered(statuses=["not_launched"], results=["none"], outcomes=["none"],
                              directions=["outbound"]), 3),
        ]:
            self.assertEqual(self.launch(campaign_id, ids, filters=filters).launched, launched)
            self.checked(campaign_id)
        for bad in [
            {"filters": nothing_filtered(), "rows": {"mode": "some", "call_ids": []}},
            {"filters": nothing_filtered(statuses=["gone"]), "rows": {"mode": "only", "call_ids": ids}},
            {"filters": {"statuses": []}, "rows": {"mode": "only", "call_ids": ids}},
            {"rows": {"mode": "only", "call_ids": ids}},
        ]:
            selection: Any = bad
            self.refused(revox.UnprocessableEntityError, self.client.campaigns.launch, campaign_id,
                         mode="ai_first", selection=selection)
        self.step(2 * DAY)
        self.checked(campaign_id)

    def test_times(self) -> None:
        """starts in the past, soon, and a lifetime away; pause holds what falls due, cancel forgets it"""
        campaign_id = self.create("0100", "0114", "0123", "0120", "0101")
        ids = self.call_ids(campaign_id)
        now = self.step(0)
        soon = now + datetime.timedelta(hours=1)
        self.launch(campaign_id, ids[:1], scheduled_at="1999-12-31T23:59:59+02:00")
        self.launch(campaign_id, ids[1:2], scheduled_at=soon)
        self.launch(campaign_id, ids[2:3], scheduled_at=now + datetime.timedelta(hours=2))
        self.launch(campaign_id, ids[3:4], scheduled_at="2199-06-01T12:00:00Z")
        statuses = self.checked(campaign_id)
        self.assertEqual(statuses[1:], ["scheduled"] * 3 + ["not_launched"])
        told = [row.call.scheduled_at for row in self.rows(campaign_id)]
        self.assertEqual(parsed(told[1]), soon)
        self.assertEqual(told[3], "2199-06-01T12:00:00.000Z")
        self.step(HOUR - 5)
        self.assertEqual(self.checked(campaign_id)[:2], ["completed", "scheduled"])
        self.step(15)
        self.assertEqual(self.checked(campaign_id)[1], "calling")
        self.client.campaigns.pause(campaign_id)
        self.step(3 * HOUR)
        self.assertEqual(self.rows(campaign_id)[2].call.calls_count, 0)
        self.checked(campaign_id)
        self.client.campaigns.resume(campaign_id)
        self.step(HOUR)
        self.checked(campaign_id)
        self.assertEqual(self.rows(campaign_id)[2].call.calls_count, 1)
        self.assertTrue(self.client.call.cancel(ids[3]).success)
        self.assertEqual(self.checked(campaign_id)[3:], ["cancelled", "not_launched"])
        for text in ["tomorrow", "2026-13-01T00:00:00Z", ""]:
            selection: Any = {"rows": {"mode": "only", "call_ids": ids}, "filters": nothing_filtered()}
            sentence = self.refused(revox.UnprocessableEntityError, self.client.campaigns.launch, campaign_id,
                                    mode="ai_first", selection=selection, scheduled_at=text)
            self.assertIn("scheduled_at", sentence)
        self.assertEqual(self.checked(campaign_id)[4], "not_launched")

    def test_duplicates_and_empty_values(self) -> None:
        """the same contact twice is two calls and one person; contacts without values are contacts"""
        people: Any = [
            {"to_phone_number": "+12125550123", "prompt_variables": {}},
            {"to_phone_number": "+12125550123", "prompt_variables": {}},
            {"to_phone_number": "+12125550101", "prompt_variables": {"first_name": "", "note": "Zoé 🙂 \"q\", \n"}},
            {"to_phone_number": "+12125550114", "prompt_variables": {"first_name": "Ada", "email": "a@b.example"}},
        ]
        campaign = self.known(self.client.campaigns.create(
            assistant_id=self.assistant_id(), contacts=people, name="Twins", call_retry_config=ALL_DAY
        )).campaign
        rows = self.rows(campaign.id)
        self.assertEqual([row.input_data for row in rows], [one["prompt_variables"] for one in people])
        self.assertEqual(campaign.metadata_keys, ["first_name", "note", "email"])
        self.assertEqual(rows[3].call.contact.email, "a@b.example")
        self.launch(campaign.id, [rows[0].call.id])
        self.step(HOUR)
        statistics = self.client.campaigns.statistics(campaign.id).statistics
        self.assertEqual(statistics.funnel.called.count, 1)
        self.launch_all(campaign.id, filters=nothing_filtered(statuses=["not_launched"]))
        self.step(2 * DAY)
        statistics = self.client.campaigns.statistics(campaign.id).statistics
        self.assertEqual((statistics.funnel.called.count, statistics.funnel.called.imported_rows), (3, 4))
        self.assertEqual([entry.count for entry in statistics.outcome_breakdown], [1])
        self.assertGreaterEqual(self.client.call.phone_history().phone_history["+12125550123"].count, 2)

    def test_hours_as_they_may_be_written(self) -> None:
        """hours in 12 and 24, days and a zone come back as they were sent, and are kept"""
        rules: Any = {
            "allowed_days": ["tuesday"], "call_twice_in_a_row": True, "max_retry_attempts": 2,
            "timezone": "Europe/Paris",
            "calling_windows": [
                {"calling_window_start_time": "10am", "calling_window_end_time": "6:30pm", "retry_delay_seconds": 0}
            ],
        }
        campaign_id = self.create("0101", call_retry_config=rules)
        told = self.client.campaigns.retrieve(campaign_id).campaign.call_retry_config
        assert told is not None
        self.assertEqual(told.to_dict(), rules)
        self.launch_all(campaign_id)
        self.step(60)  # Monday
        self.assertEqual(self.checked(campaign_id), ["scheduled"])
        self.step(DAY)
        call = self.rows(campaign_id)[0].call
        self.assertEqual(call.calls_count, 2)
        for attempt in call.call_attempts:
            started = parsed(attempt.started_at)
            self.assertEqual((started.weekday(), 8 <= started.hour <= 17), (1, True))
        self.checked(campaign_id)
        for name, value in [("allowed_days", ["today"]), ("max_retry_attempts", 0), ("timezone", "Mars/Base"),
                            ("calling_windows", []), ("allowed_days", [])]:
            self.refused(revox.UnprocessableEntityError, self.client.campaigns.update, campaign_id,
                         call_retry_config={**rules, name: value})
        told = self.client.campaigns.retrieve(campaign_id).campaign.call_retry_config
        assert told is not None
        self.assertEqual(told.to_dict(), rules)


class Questions(Staged):
    def setUp(self) -> None:
        super().setUp()
        self.campaign_id = self.create("0100", "0101", "0114", "0123", "0130", "0120", "0121", "0127", "0110",
                                       "0103", "0104", max_concurrent_calls=4)
        ids = self.call_ids(self.campaign_id)
        self.launch(self.campaign_id, ids[:9])
        self.client.call.cancel(ids[10])
        self.step(900)
        self.ids = ids

    def ask(self, **filters: Any) -> Any:
        return self.search(campaign_ids=[self.campaign_id], **filters)

    def test_every_page_size(self) -> None:
        """pages of every size hold each call once, and nothing is beyond the end"""
        order = [call.id for call in self.ask().calls]
        for size in [*range(1, 14), 100, 250]:
            found: List[str] = []
            for page in range(len(order) // size + 2):
                answer = self.ask(page=page, page_size=size)
                self.assertEqual(answer.total_count, len(order))
                found += [call.id for call in answer.calls]
            self.assertEqual(found, order)
            self.assertEqual(self.ask(page=1_000_000, page_size=size).calls, [])
        for page, size in [(-1, 10), (0, 0), (0, -1), (0.5, 10), (0, "many")]:
            bad: Any = search_filters(page=page, page_size=size)
            self.refused(revox.UnprocessableEntityError, self.client.call.search, **bad)

    def test_every_filter(self) -> None:
        """each word of each filter leaves exactly the calls that say it, alone and with others"""
        calls = self.ask().calls

        def said(call: Any) -> Dict[str, str]:
            last = call.last_call_attempt
            return {
                "statuses": call.status,
                "outcomes": call.outcome or "none",
                "results": (last and last.result) or "none",
            }

        words = {"statuses": STATUSES, "outcomes": OUTCOMES, "results": RESULTS}
        for name, known in words.items():
            for word in known:
                wanted = [call.id for call in calls if said(call)[name] == word]
                self.assertEqual([call.id for call in self.ask(**{name: [word]}).calls], wanted, (name, word))
            self.assertEqual(len(self.ask(**{name: known}).calls), len(calls))
        for one, other in itertools.product(STATUSES, RESULTS):
            wanted = [call.id for call in calls if said(call)["statuses"] == one and said(call)["results"] == other]
            self.assertEqual([call.id for call in self.ask(statuses=[one], results=[other]).calls], wanted)
        for name in words:
            bad: Any = search_filters(**{name: ["gone"]})
            self.assertIn(name, self.refused(revox.UnprocessableEntityError, self.client.call.search, **bad))
        self.assertEqual(self.ask(call_ids=[ABSENT]).calls, [])
        self.assertEqual(self.search(campaign_ids=[ABSENT]).total_count, 0)

    def test_every_order(self) -> None:
        """each order goes both ways, over pages too, and follows what the calls say"""
        for field in SORTED_BY:
            for direction in ["asc", "desc"]:
                whole = self.ask(sort_by=field, sort_direction=direction).calls
                values = [getattr(call, field) or ("" if field != "calls_count" else 0) for call in whole]
                self.assertEqual(values, sorted(values, reverse=direction == "desc"), (field, direction))
                paged = [
                    call.id
                    for page in range(4)
                    for call in self.ask(sort_by=field, sort_direction=direction, page=page, page_size=3).calls
                ]
                self.assertEqual(paged, [call.id for call in whole])
        bad: Any = search_filters(sort_by="status", sort_direction="up")
        self.refused(revox.UnprocessableEntityError, self.client.call.search, **bad)

    def test_all_calls_there_are(self) -> None:
        """all calls of the account, page by page, are as the types say and each is there once"""
        total = self.search(page_size=1).total_count
        seen = set()
        for page in itertools.count():
            calls = self.search(page=page, page_size=200).calls
            if not calls:
                break
            self.assertFalse(seen & {call.id for call in calls})
            seen |= {call.id for call in calls}
        self.assertEqual(len(seen), total)


class SingleCalls(Staged):
    def test_life_of_a_call(self) -> None:
        """a call is scheduled, followed, paused, resumed, found, exported and cancelled"""
        for digits in ["0123", "0114", "0101"]:
            number = f"+1212555{digits}"
            made = self.known(self.client.call.create(
                phone_number=number, assistant_id=self.assistant_id(), skip_calling_window=True,
                prompt_variables={"first_name": "Ada", "email": "ada@example.org"}, metadata={"order": digits},
                from_phone_number="+12125550123",
                scheduled_at=self.step(0) + datetime.timedelta(minutes=10),
            )).call
            self.assertEqual((made.status, made.campaign, made.from_phone_number),
                             ("scheduled", None, "+12125550123"))
            self.assertEqual(made.contact.email, "ada@example.org")
            self.assertTrue(self.client.call.pause(made.id).success)
            self.step(HOUR)
            held = self.known(self.client.call.retrieve(made.id)).call
            self.assertEqual((held.status, held.calls_count), ("paused", 0))
            self.check_call(held, self.step(0))
            self.assertTrue(self.client.call.resume(made.id).success)
            self.assertTrue(self.client.call.resume(made.id).success)
            self.step(300)
            call = self.known(self.client.call.retrieve(made.id)).call
            self.assertEqual(call.calls_count, 1)
            self.check_call(call, self.step(0))
            found = self.search(call_ids=[made.id])
            self.assertEqual([one.to_dict() for one in found.calls], [call.to_dict()])
            self.assertEqual(self.search(to_phone_number=number, call_ids=[made.id]).total_count, 1)
            filters: Any = search_filters(call_ids=[made.id])
            csv = self.known(self.client.call.export(filters=filters, include_metadata=True)).csv
            self.assertIn(digits, csv.split("\r\n")[1])
            if digits == "0123":
                self.assertEqual((call.status, call.outcome), ("completed", "not_interested"))
                self.refused(revox.ConflictError, self.client.call.cancel, made.id)
                entry = self.client.call.phone_history().phone_history[number]
                self.assertTrue(entry.do_not_contact and entry.reached_human)
            else:
                self.assertTrue(self.client.call.cancel(made.id).success)
                self.step(DAY)
                over = self.known(self.client.call.retrieve(made.id)).call
                self.assertEqual((over.status, over.calls_count), ("cancelled", 1))
                self.check_call(over, self.step(0))

    def test_errors_say_what(self) -> None:
        """every mistake is answered with a status and a sentence that fit"""
        client = self.client
        campaign_id = self.create("0100")
        unprocessable = revox.UnprocessableEntityError
        number: Any = {"phone_number": "+12125550100", "assistant_id": self.assistant_id()}
        for field, value in [("phone_number", "0100"), ("from_phone_number", "x"), ("metadata", {"a": 1}),
                             ("prompt_variables", {"a": 1}), ("scheduled_at", "soon"), ("assistant_id", "x")]:
            self.assertIn(field, self.refused(unprocessable, client.call.create, **{**number, field: value}))
        for field, value in [("name", ""), ("from_phone_number", "x"), ("max_concurrent_calls", 0),
                             ("max_concurrent_calls", "two"), ("call_retry_config", {})]:
            bad: Any = {field: value}
            self.assertIn(field, self.refused(unprocessable, client.campaigns.update, campaign_id, **bad))
        for people in [[], [{}], [{"to_phone_number": "+12125550100"}],
                       [*contacts("0100"), {"to_phone_number": "", "prompt_variables": {}}]]:
            wrong: Any = {"contacts": people, "name": "x", "assistant_id": self.assistant_id()}
            self.assertIn("contacts", self.refused(unprocessable, client.campaigns.create, **wrong))
        wrong_key = client.with_options(api_key="wrong")
        for ask in [wrong_key.users.retrieve, wrong_key.assistants.list, wrong_key.phone_numbers.list,
                    wrong_key.call.phone_history]:
            self.refused(revox.AuthenticationError, ask)
        self.checked(campaign_id)
        for ask_of in [client.call.retrieve, client.call.cancel, client.call.pause, client.call.resume]:
            for call_id in [ABSENT, "x", campaign_id, self.rows(campaign_id)[0].id]:
                self.refused(revox.NotFoundError, ask_of, call_id)


class Selections(Staged):
    def setUp(self) -> None:
        super().setUp()
        self.campaign_id = self.create("0100", "0101", "0114", "0123", "0130", "0120", "0121", "0127", "0110",
                                       "0102", "0103", "0104", max_concurrent_calls=3)
        ids = self.call_ids(self.campaign_id)
        self.launch(self.campaign_id, ids[:8])
        self.step(40)
        later = self.step(0) + datetime.timedelta(days=2)
        self.launch(self.campaign_id, ids[8:9], scheduled_at=later)
        self.client.call.cancel(ids[9])
        for call_id, status in zip(ids, self.statuses(self.campaign_id)):
            if status in ("scheduled", "queued_for_calling") and call_id != ids[8]:
                self.client.call.pause(call_id)
                break

    def test_every_selection(self) -> None:
        """each mode with each word of each filter answers for exactly the calls that it selects"""
        words: Dict[str, List[str]] = {
            "statuses": STATUSES, "outcomes": OUTCOMES, "results": RESULTS, "directions": ["inbound", "outbound"],
        }
        for name, known in words.items():
            for word, mode in itertools.product(known, ["only", "all_except"]):
                rows = self.rows(self.campaign_id)
                named = [row.call.id for row in rows[::2]]
                asked: Any = {name: [word]}
                found = {call.id for call in self.search(campaign_ids=[self.campaign_id], **asked).calls}
                chosen = found & set(named) if mode == "only" else found - set(named)
                answer = self.launch(self.campaign_id, named, mode=mode, filters=nothing_filtered(**asked))
                skipped = answer.skipped
                self.assertEqual(
                    answer.launched + skipped.active + skipped.attempts_exhausted + skipped.cancelled,
                    len(chosen), (name, word, mode),
                )
                for row, now in zip(rows, self.rows(self.campaign_id)):
                    if row.call.id not in chosen:
                        self.assertEqual(now.call.status, row.call.status, (name, word, mode))
        self.checked(self.campaign_id)
        self.step(4 * DAY)
        self.checked(self.campaign_id)

    def test_steered_in_every_status(self) -> None:
        """pause, resume and cancel answer every status of a call as what the call shows afterwards"""
        call = self.client.call
        for round_of in range(6):
            for call_id in self.call_ids(self.campaign_id):
                for kind, ask in [("paused", call.pause), ("resumed", call.resume), ("paused", call.pause)]:
                    before = call.retrieve(call_id).call.status
                    try:
                        self.assertTrue(ask(call_id).success)
                    except revox.ConflictError:
                        self.assertEqual(call.retrieve(call_id).call.status, before, (kind, before))
                        continue
                    after = call.retrieve(call_id).call.status
                    if kind == "resumed":
                        self.assertNotEqual(after, "paused", before)
                    else:
                        self.assertIn(after, ["paused", "calling", "post_processing"], before)
                if round_of % 2 == 1:
                    try:
                        call.resume(call_id)
                    except revox.ConflictError:
                        pass
            self.checked(self.campaign_id)
            self.step(HOUR)
        self.assertTrue(self.client.campaigns.cancel(self.campaign_id).success)
        self.step(DAY)
        self.assertLessEqual(set(self.checked(self.campaign_id)), {"completed", "cancelled", "errored"})

    def test_scheduled_cancelled_and_launched_again(self) -> None:
        """a cancelled schedule calls nobody, and a call that was cancelled stays so when launched again"""
        campaign_id = self.create("0100", "0101", "0114")
        ids = self.call_ids(campaign_id)
        soon = self.step(0) + datetime.timedelta(hours=1)
        self.assertEqual(self.launch(campaign_id, ids, scheduled_at=soon).launched, 3)
        again = self.launch(campaign_id, ids, scheduled_at=soon + datetime.timedelta(hours=1))
        self.assertEqual(again.launched + again.skipped.active, 3)
        self.assertTrue(self.client.call.cancel(ids[0]).success)
        answer = self.launch(campaign_id, ids[:1])
        self.assertEqual((answer.launched, answer.skipped.cancelled), (0, 1))
        self.assertTrue(self.client.campaigns.cancel(campaign_id).success)
        self.step(DAY)
        self.assertEqual([row.call.calls_count for row in self.rows(campaign_id)], [0, 0, 0])
        self.assertEqual(self.launch_all(campaign_id).skipped.cancelled, 3)
        self.checked(campaign_id)

    def test_deleted_while_running(self) -> None:
        """a campaign that is deleted while it calls is gone for every operation, and others stay as they were"""
        other = self.create("0100", "0114")
        self.launch_all(other)
        self.launch_all(self.campaign_id)
        self.step(6)
        self.assertTrue(self.client.campaigns.delete(self.campaign_id).success)
        campaigns = self.client.campaigns
        for ask in [campaigns.retrieve, campaigns.get_rows, campaigns.export_rows, campaigns.statistics,
                    campaigns.pause, campaigns.resume, campaigns.cancel, campaigns.delete]:
            self.refused(revox.NotFoundError, ask, self.campaign_id)
        self.refused(revox.NotFoundError, campaigns.update, self.campaign_id, name="Gone")
        selection: Any = {"rows": {"mode": "all_except", "call_ids": []}, "filters": nothing_filtered()}
        self.refused(revox.NotFoundError, campaigns.launch, self.campaign_id, mode="ai_first", selection=selection)
        self.assertNotIn(self.campaign_id, [one.id for one in campaigns.list().campaigns])
        self.step(2 * DAY)
        self.known(self.client.call.phone_history())
        self.known(self.client.call.search(**search_filters()))
        self.checked(other)


class TodaysAccount(account.ModernAccount):
    fields = {
        **account.MODERN,
        "precall_lookup_url": "https://lookup.example/{{phone}}",
        "slack": {
            "connection_id": "connection", "channels": [{"id": "C1", "name": "sales"}, {"id": "C2"}],
            "outcomes": account.OUTCOMES, "template": "Text",
        },
        "transfer_destinations": [{"label": "Sales", "phone_number": "+12125550123"}],
    }


if __name__ == "__main__":
    main()
