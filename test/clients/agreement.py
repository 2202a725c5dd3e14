"""What today's service and the one before it say of a campaign in many places has to agree."""

import datetime
from typing import Any, Dict, List, Optional

from support import ClientCase, parsed

HOT = {"interested", "requested_callback_later"}


class Agreement(ClientCase):
    """Needs a client with rows and searches, of 0.3.0 or later."""

    #: The words of 0.5.0: cancelled calls are counted apart, and calls may be not launched.
    counts_apart = True

    def filters(self, **rest: Any) -> Dict[str, Any]:
        """The question of a search."""
        raise NotImplementedError

    def search(self, **filters: Any) -> Any:
        raise NotImplementedError

    def checked(self, campaign_id: str) -> List[Optional[str]]:
        """Compares everything that is said of a campaign, and gives the statuses of its calls."""
        now = self.step(0)
        campaigns = self.client.campaigns.with_raw_response
        # What has to be the same is compared as it was sent: to read it all as models takes several times as long.
        answer = campaigns.retrieve(campaign_id)
        campaign = self.known(answer.parse()).campaign
        self.assertIn(answer.json()["campaign"], campaigns.list().json()["campaigns"])  # type: ignore[index]
        sent: Any = campaigns.get_rows(campaign_id)
        rows = self.known(sent.parse()).rows
        self.assertEqual([row.row_index for row in rows], list(range(len(rows))))
        if campaign.status == "draft":
            self.assertEqual([row.call for row in rows], [None] * len(rows))
            self.assertEqual(self.search(campaign_ids=[campaign_id]).total_count, 0)
            self._check_statistics(campaign, [], len(rows))
            return []
        calls = [row.call for row in rows]
        sent_calls = [row["call"] for row in sent.json()["rows"]]
        self.assertEqual(len({call.id for call in calls}), len(rows))
        found: Any = self.client.call.with_raw_response.search(**self.filters(campaign_ids=[campaign_id])).json()
        self.assertEqual(found, {"calls": sent_calls, "total_count": len(rows)})
        for call, sent_call in zip(calls, sent_calls):
            told: Any = self.client.call.with_raw_response.retrieve(call.id).json()
            self.assertEqual(told, {"call": sent_call})
            self.check_call(call, now)
        self._check_stats(campaign.row_stats, [call.status for call in calls])
        self._check_statistics(campaign, calls, len(rows))
        self._check_history(campaign_id, calls)
        self._check_callers(campaign_id, calls)
        csv = self.known(self.client.campaigns.export_rows(campaign_id)).csv
        self.assertEqual(len(csv.strip().split("\n")), len(rows) + 1)
        return [call.status for call in calls]

    def check_call(self, call: Any, now: datetime.datetime) -> None:
        self.assertEqual(call.calls_count, len(call.call_attempts))
        times = [attempt.started_at or "9" for attempt in call.call_attempts]
        self.assertEqual(times, sorted(times, reverse=True))
        if call.call_attempts:
            self.assertEqual(call.last_call_attempt.to_dict(), call.call_attempts[0].to_dict())
        else:
            self.assertIsNone(call.last_call_attempt)
        ends = [parsed(attempt.ended_at) for attempt in call.call_attempts if attempt.ended_at]
        for moment in [parsed(call.created_at), *ends]:
            self.assertLessEqual(moment, parsed(call.updated_at))
        self.assertLessEqual(parsed(call.updated_at), now)
        if call.status in ("not_launched", "completed", "cancelled", "errored", "calling"):
            self.assertIsNone(call.scheduled_at)
        if call.status == "not_launched":
            self.assertEqual(call.call_attempts, [])
        self.assertEqual(call.is_cancelled, call.status == "cancelled")
        self.assertEqual(call.is_completed, call.status == "completed")
        if call.status == "post_processing":
            self.assertIsNone(call.outcome)
        self.assertEqual(call.outcome is None, call.outcome_summary is None)
        for index, attempt in enumerate(call.call_attempts):
            going_on = index == 0 and call.status == "calling"
            self.assertEqual(attempt.ended_at is None, going_on)
            self.assertEqual(attempt.status in ("completed", "error"), not going_on)
            moments = [attempt.started_at, attempt.answered_at, attempt.ended_at]
            told = [parsed(moment) for moment in moments if moment]
            self.assertEqual(told, sorted(told))
            if attempt.end_reason == "human_takeover":
                self.assertIsNotNone(call.assignee)
            worked = index > 0 or call.status != "post_processing"
            if attempt.result == "human":
                self.assertEqual(attempt.post_call_transcript is not None, worked)

    def _check_stats(self, row_stats: Any, statuses: List[str]) -> None:
        stats: Dict[str, int] = {name: int(value) for name, value in row_stats.to_dict().items()}
        self.assertEqual(stats.pop("total"), len(statuses))
        self.assertEqual(sum(stats.values()), len(statuses))
        count = statuses.count
        self.assertEqual(stats.get("not_launched", 0), count("not_launched"))
        failed = count("errored") + (0 if self.counts_apart else count("cancelled"))
        self.assertEqual(stats.get("skipped", 0), count("cancelled") if self.counts_apart else 0)
        self.assertEqual(stats.get("calling", 0), count("calling"))
        self.assertEqual(stats.get("failed", 0), failed)
        self.assertEqual(stats.get("completed", 0), count("completed") + count("post_processing"))
        waiting = sum(count(word) for word in ["initializing", "queued_for_calling", "scheduled", "paused"])
        self.assertEqual(stats.get("pending", 0) + stats.get("retry", 0), waiting)

    def _check_statistics(self, campaign: Any, calls: List[Any], contacts: int) -> None:
        statistics = self.known(self.client.campaigns.statistics(campaign.id)).statistics
        told = statistics.campaign
        self.assertEqual(
            (told.status, told.is_cancelled, told.name), (campaign.status, campaign.is_cancelled, campaign.name)
        )
        attempts = [attempt for call in calls for attempt in call.call_attempts]
        self.assertEqual(statistics.effort.calls_total, len(calls))
        self.assertEqual(statistics.effort.outbound_attempts, len(attempts))
        self.assertEqual(told.has_activity, len(attempts) > 0)
        self.assertEqual(statistics.funnel.called.imported_rows, contacts)
        numbers = {call.to_phone_number for call in calls if call.call_attempts}
        self.assertEqual(statistics.funnel.called.count, len(numbers))
        reached = {attempt.phone_number for attempt in attempts if attempt.result == "human"}
        self.assertEqual(statistics.funnel.reached.count, len(reached))
        hot = {call.to_phone_number for call in calls if call.outcome in HOT}
        self.assertEqual(statistics.funnel.hot_leads.count, len(hot))
        funnel = campaign.funnel_stats
        self.assertEqual((funnel.hot, funnel.talked_to_human, funnel.total_leads), (len(hot), len(reached), contacts))
        starts = [parsed(attempt.started_at) for attempt in attempts if attempt.started_at]
        if starts:
            self.assertEqual(parsed(told.first_activity_at), min(starts))
            self.assertGreaterEqual(parsed(told.last_activity_at), max(starts))
        self.assertEqual(statistics.funnel.reached.pct_of_called is None, not numbers)
        self.assertEqual(statistics.funnel.hot_leads.pct_of_reached is None, not reached)
        spread: Dict[str, int] = {}
        for outcome in {call.outcome for call in calls if call.outcome}:
            spread[outcome] = len({call.to_phone_number for call in calls if call.outcome == outcome})
        self.assertEqual({entry.outcome: entry.count for entry in statistics.outcome_breakdown}, spread)
        leads = statistics.leads
        if self.counts_apart:
            lists = [("interested", leads.interested), ("requested_callback_later", leads.callback_requested)]
        else:
            lists = [("interested", leads.hot), ("requested_callback_later", leads.warm)]
        for outcome, entries in lists:
            self.assertEqual(
                sorted({entry.phone for entry in entries}),
                sorted({call.to_phone_number for call in calls if call.outcome == outcome}),
            )

    def _check_history(self, campaign_id: str, calls: List[Any]) -> None:
        history = self.known(self.client.call.phone_history()).phone_history
        for call in calls:
            entry = history.get(call.to_phone_number)
            named = entry is not None and campaign_id in [campaign.id for campaign in entry.campaigns]
            called = any(other.call_attempts for other in calls if other.to_phone_number == call.to_phone_number)
            self.assertEqual(named, called)
            if entry is not None:
                self.assertGreaterEqual(entry.count, call.calls_count)
                self.assertTrue(entry.hot or call.outcome not in HOT)
                self.assertTrue(entry.reached_human or all(one.result != "human" for one in call.call_attempts))

    def _check_callers(self, campaign_id: str, calls: List[Any]) -> None:
        """A changed caller's number holds for calls that are not over, and searches know it."""
        for number in {call.from_phone_number for call in calls}:
            question = self.filters(campaign_ids=[campaign_id], from_phone_numbers=[number])
            found: Any = self.client.call.with_raw_response.search(**question).json()
            wanted = [call.id for call in calls if call.from_phone_number == number]
            self.assertEqual([call["id"] for call in found["calls"]], wanted)
