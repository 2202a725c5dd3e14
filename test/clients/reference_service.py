"""A service that is made from the models of an official client, as a witness of the extension's own code.

It shares no code and no assumption with the sandbox. A request body must satisfy the client's TypedDict and
name no other field; an answer is checked with the client's pydantic model before it leaves. What the models
leave open is an option, so that each reading of them can be tried. Installed beside client 0.5.0 it launches
calls, beside client 0.3.0 it launches drafts. Its time stands still until it is told to pass.

`python reference_service.py` prints its address and its key as JSON, and ends with its standard input. With
`--live '{"option": …}'` its time is the machine's, to try the extension on it by hand.
"""

import copy
import datetime
import json
import random
import re
import sys
import threading
import time
import typing
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict, List, Optional
from urllib.parse import unquote

import pydantic
import revox.types as client
from revox._models import validate_type
from revox.types import call_create_params, call_search_params, campaign_create_params, campaign_update_params
from revox.types.campaign_get_rows_response import Row, RowCall

try:
    from revox.types.campaign_launch_params import CampaignLaunchParams
except ImportError:  # client 0.3.0
    CampaignLaunchParams = None  # type: ignore[assignment,misc]

#: Since client 0.4.0 every contact becomes a call that waits; before, a draft was launched as a whole.
LAUNCHES_CALLS = CampaignLaunchParams is not None
KEY = "reference_" + uuid.uuid4().hex
Json = Dict[str, Any]

#: What neither the models nor their descriptions decide.
DEFAULTS: Json = {
    "optionals": "null",  # or "absent": optional fields without a value
    "strict": True,  # refuses fields that the client does not name
    "errors": "fastapi",  # or "zod": how a refusal is written
    "status_before_launch": "running",  # or "paused", "completed"
    "status_while_waiting": "running",  # or "completed": what was launched is over, and others wait
    "row_stats": True,
    "embeds_assistant": True,
    "newest_first": False,  # the list of campaigns
    "shuffled": False,  # the rows of a campaign
    "row_index_base": 0,
    "spaced_numbers": False,  # in rows: "+1 2125550100"
    "extra_variables": False,  # the service adds values of its own
    "fills_rules": False,  # rules that were left out are told as the assistant's
    "default_caller": None,  # the number told where none was given
    "talk_s": 20,
    "row_delay_s": 0,  # from one row's call to the next one's
    "start_delay_s": 0,  # a launched call is still `not_launched` for so long
    "scheduled_status": "scheduled",  # or "not_launched": a call that was launched for later
    "tells_start": True,  # `scheduled_at` of a call that was launched for later; else its creation
    "skips_waiting": False,  # a launch that names two or more calls leaves out the first
    "draft_calls": False,  # the rows of a draft have calls
    "search_base": 0,  # the first page of a search
    "history": {},  # what the account knows of numbers besides
    "absent": [],  # operations that the service does not have: "launch-calls", "phone-numbers", "call", "search"
    "history_status": None,
    "statistics_status": None,
    "changes_number": False,  # the first contact is created with another number
    "drops_row": False,  # the last contact is not created
}
RULES: Json = {
    "allowed_days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "call_twice_in_a_row": False,
    "calling_windows": [
        {"calling_window_start_time": "00:00", "calling_window_end_time": "23:59", "retry_delay_seconds": 60}
    ],
    "max_retry_attempts": 2,
    "timezone": None,
}
OVER = ("completed", "cancelled", "errored")


class Refused(Exception):
    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status = status
        self.body = body if isinstance(body, (dict, list)) else {"message": body}


# Models -----------------------------------------------------------------------------------------------------


def placeholder(kind: Any, name: str, absent: bool) -> Any:
    """A value that the type accepts."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return parts[0]
    if origin in (list, List):
        return []
    if origin in (dict, Dict):
        return {}
    if origin is typing.Union:
        return None if type(None) in parts else placeholder(parts[0], name, absent)
    if isinstance(kind, type) and issubclass(kind, pydantic.BaseModel):
        return made(kind, absent)
    return {str: name, bool: False, int: 0, float: 0}.get(kind)


def made(model: Any, absent: bool, **fields: Any) -> Json:
    """An answer with all that the model requires; its optional fields are null or absent."""
    told: Json = {}
    for name, field in model.model_fields.items():
        if name in fields and not (absent and fields[name] is None and not field.is_required()):
            told[name] = fields[name]
        elif field.is_required():
            told[name] = placeholder(field.annotation, name, absent)
        elif not absent:
            told[name] = None
    return told


def extras(value: Any, where: str) -> List[str]:
    if isinstance(value, pydantic.BaseModel):
        found = [f"{where}.{name}" for name in value.model_extra or {}]
        return found + [one for name in type(value).model_fields for one in extras(getattr(value, name), name)]
    return [one for item in value for one in extras(item, where)] if isinstance(value, list) else []


def params(kind: Any, strict: bool) -> Any:
    """The checker of a request body, by the client's TypedDict and those inside it."""
    seen: List[Any] = []

    def visit(part: Any) -> None:
        if hasattr(part, "__total__"):
            if part in seen:
                return
            seen.append(part)
            part.__pydantic_config__ = pydantic.ConfigDict(extra="forbid" if strict else "ignore")
            for inner in typing.get_type_hints(part).values():
                visit(inner)
        for inner in typing.get_args(part):
            visit(inner)

    visit(kind)
    return pydantic.TypeAdapter(kind)


def part_of(model: Any, name: str) -> Any:
    """The model of the items of a list field."""
    return typing.get_args(model.model_fields[name].annotation)[0]


AssistantModel = part_of(client.AssistantListResponse, "assistants")
AttemptModel = part_of(RowCall, "call_attempts")
CampaignModel = client.CampaignRetrieveResponse.model_fields["campaign"].annotation
NumberModel = part_of(client.PhoneNumberListResponse, "phone_numbers")
UserModel = client.UserRetrieveResponse.model_fields["user"].annotation
StatisticsModel = client.CampaignStatisticsResponse.model_fields["statistics"].annotation
HistoryModel = typing.get_args(client.CallPhoneHistoryResponse.model_fields["phone_history"].annotation)[1]


# The service ------------------------------------------------------------------------------------------------


class Service:
    """Campaigns, calls and the ledger of attempts, without HTTP."""

    def __init__(self) -> None:
        self.options: Json = dict(DEFAULTS)
        self.now_s = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.timezone.utc).timestamp()
        self.reset({})

    def reset(self, options: Json) -> None:
        unknown = set(options) - set(DEFAULTS)
        if unknown:
            raise Refused(400, f"There is no option {', '.join(sorted(unknown))}.")
        self.options = {**DEFAULTS, **options}
        self.campaigns: Dict[str, Json] = {}
        self.calls: Dict[str, Json] = {}
        self.ledger: List[Json] = []
        self.problems: List[str] = []
        self.writes: List[Json] = []
        self.ids = 0
        strict = self.options["strict"]
        self.create_body = params(campaign_create_params.CampaignCreateParams, strict)
        self.update_body = params(campaign_update_params.CampaignUpdateParams, strict)
        self.call_body = params(call_create_params.CallCreateParams, strict)
        self.search_body = params(call_search_params.CallSearchParams, strict)
        self.launch_body = params(CampaignLaunchParams, strict) if LAUNCHES_CALLS else None
        self.assistants = [
            self.made(
                AssistantModel, id=f"as {word}/1", name=name, prompt="Hello {{first_name}} of {{company}}",
                first_sentence="Hello {{first_name}}", call_retry_config=RULES,
            )
            for word, name in [("one", "Renewals"), ("two", "Survey")]
        ]

    def made(self, model: Any, **fields: Any) -> Json:
        return made(model, self.options["optionals"] == "absent", **fields)

    def new_id(self, kind: str) -> str:
        self.ids += 1
        return f"{kind}_{self.ids}"

    def iso(self, seconds: Optional[float] = None) -> str:
        moment = datetime.datetime.fromtimestamp(self.now_s if seconds is None else seconds, datetime.timezone.utc)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    # Time

    def step(self, seconds: float) -> None:
        """Lets time pass, from one thing that happens to the next."""
        until = self.now_s + seconds
        while True:
            due = [call for call in self.calls.values() if call["due"] is not None and not self.is_held(call)]
            following = min(due, key=lambda call: call["due"], default=None)
            if following is None or following["due"] > until:
                break
            self.now_s = max(self.now_s, following["due"])
            self.advance(following)
        self.now_s = until

    def is_held(self, call: Json) -> bool:
        campaign = self.campaigns.get(call["campaign"] or "")
        paused = call["status"] == "paused" or (campaign is not None and campaign["paused"])
        return paused and call["status"] != "calling"

    def advance(self, call: Json) -> None:
        if call["status"] in ("not_launched", "scheduled", *OVER):  # one that is over is made again
            call.update(status="queued_for_calling", due=self.now_s + 1)
        elif call["status"] == "queued_for_calling":
            self.ledger.append({"number": call["number"], "call": call["id"], "at": self.iso()})
            attempt = self.made(
                AttemptModel, id=self.new_id("at"), status="ongoing", phone_number=call["number"],
                started_at=self.iso(), answered_at=self.iso(), handled_by_ai=True, handled_by_human=False,
            )
            call["attempts"].insert(0, attempt)
            call.update(status="calling", due=self.now_s + self.options["talk_s"])
        else:
            self.hang_up(call)

    def hang_up(self, call: Json) -> None:
        """Numbers that end in 9 don't answer."""
        attempt, rules = call["attempts"][0], call["rules"] or RULES
        if call["number"].endswith("9"):
            attempt.update(status="error", dial_error="no_answer", answered_at=None, ended_at=self.iso())
            if call["held"] or len(call["attempts"]) >= rules["max_retry_attempts"]:
                call.update(status=call["held"] or "errored", due=None)
            else:
                delay = rules["calling_windows"][0]["retry_delay_seconds"]
                call.update(status="scheduled", due=self.now_s + delay, at=self.now_s + delay)
            return
        said = [{"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Please send it by post"}]
        attempt.update(status="completed", result="human", ended_at=self.iso(), ended_by="user", transcript=said)
        call.update(status="completed", due=None, outcome="interested", outcome_summary="Wants it by post.")

    # Answers

    def stats(self, campaign: Json) -> Json:
        names = ["calling", "completed", "failed", "pending", "retry", "total"]
        if LAUNCHES_CALLS:
            names += ["not_launched", "skipped"]
        counted = dict.fromkeys(names, 0)
        for row in campaign["rows"]:
            call = self.calls[row["call"]]
            counted["total"] += 1
            word = {
                "not_launched": "not_launched" if LAUNCHES_CALLS else "pending",
                "calling": "calling", "completed": "completed", "errored": "failed",
                "cancelled": "skipped" if LAUNCHES_CALLS else "failed",
                "scheduled": "retry" if call["attempts"] else "pending",
            }.get(call["status"], "pending")
            counted[word] += 1
        return counted

    def status(self, campaign: Json) -> str:
        counts = self.stats(campaign)
        if campaign["draft"]:
            return "draft"
        if campaign["is_cancelled"]:
            return "completed"
        if campaign["paused"]:
            return "paused"
        if counts.get("not_launched", 0) == counts["total"]:
            return str(self.options["status_before_launch"])
        waiting = counts.get("not_launched", 0)
        over = counts["completed"] + counts["failed"] + counts.get("skipped", 0)
        if waiting > 0 and over + waiting == counts["total"]:
            return str(self.options["status_while_waiting"])
        return "running" if over < counts["total"] else "completed"

    def campaign(self, campaign: Json) -> Json:
        options = self.options
        assistant = self.assistant(campaign["assistant_id"])
        counts = self.stats(campaign)
        funnel = {"hot": 0, "talked_to_human": counts["completed"], "total_leads": counts["total"]}
        return self.made(
            CampaignModel, id=campaign["id"], assistant_id=campaign["assistant_id"], name=campaign["name"],
            created_at=campaign["created_at"], updated_at=self.iso(), is_cancelled=campaign["is_cancelled"],
            organization_id="org", status=self.status(campaign), type=campaign["type"],
            assistant=assistant if options["embeds_assistant"] else None,
            call_retry_config=campaign["rules"] or (RULES if options["fills_rules"] else None),
            from_phone_number=campaign["from"] or options["default_caller"],
            max_concurrent_calls=campaign["max"], scheduled_at=campaign["at"], funnel_stats=funnel,
            row_stats=counts if options["row_stats"] else None, structured_output_extraction="none",
        )

    def call(self, call: Json) -> Json:
        variables = dict(call["variables"])
        if self.options["extra_variables"]:
            variables["current_date"] = "2026-03-02"
        campaign = self.campaigns.get(call["campaign"] or "")
        status = "initializing" if not LAUNCHES_CALLS and call["status"] == "not_launched" else call["status"]
        attempts = call["attempts"]
        return self.made(
            RowCall, id=call["id"], status=status, to_phone_number=call["number"], prompt_variables=variables,
            assistant=self.assistant(call["assistant_id"]), call_attempts=attempts, direction="outbound",
            last_call_attempt=attempts[0] if attempts else None, calls_count=len(attempts),
            call_retry_config=call["rules"] or RULES, metadata=call["metadata"], outcome=call["outcome"],
            campaign=None if campaign is None else {"id": campaign["id"], "name": campaign["name"]},
            outcome_summary=call["outcome_summary"], created_at=call["created_at"], updated_at=self.iso(),
            scheduled_at=self.iso(call["at"]) if call["at"] and self.options["tells_start"] else call["created_at"],
            contact={"first_name": variables.get("first_name")}, is_cancelled=call["status"] == "cancelled",
            is_completed=call["status"] == "completed", from_phone_number=call["from"] or "+12125550199",
            organization_id="org", llm_model=self.assistants[0]["llm_model"],
        )

    def row(self, campaign: Json, row: Json) -> Json:
        call = self.calls[row["call"]]
        ready = self.now_s >= campaign["born_s"] + row["index"] * self.options["row_delay_s"]
        has_call = ready and (not campaign["draft"] or self.options["draft_calls"])
        number = f"{row['number'][:2]} {row['number'][2:]}" if self.options["spaced_numbers"] else row["number"]
        return self.made(
            Row, id=row["id"], input_data=row["variables"], phone_number=number,
            row_index=row["index"] + self.options["row_index_base"], call=self.call(call) if has_call else None,
        )

    def history(self) -> Json:
        told: Json = {}
        for entry in self.ledger:
            call = self.calls.get(entry["call"])
            one = told.setdefault(entry["number"], self.made(HistoryModel))
            reached = call is not None and call["outcome"] is not None
            one.update(
                count=one["count"] + 1, last_called_at=entry["at"], hot=one["hot"] or reached,
                reached_human=one["reached_human"] or reached,
            )
        return {**told, **{number: self.made(HistoryModel, **one) for number, one in self.options["history"].items()}}

    # Parts

    def assistant(self, assistant_id: str) -> Json:
        for assistant in self.assistants:
            if assistant["id"] == assistant_id:
                return assistant
        raise Refused(404, "There is no such assistant.")

    def new_call(self, number: str, variables: Json, campaign: Optional[Json], **fields: Any) -> Json:
        call = {
            "id": self.new_id("call:"), "number": number, "variables": variables, "status": "not_launched",
            "attempts": [], "due": None, "at": None, "held": None, "outcome": None, "outcome_summary": None,
            "launches": 0,
            "metadata": None, "created_at": self.iso(), "rules": campaign and campaign["rules"],
            "from": campaign and campaign["from"], "campaign": campaign and campaign["id"],
            "assistant_id": campaign and campaign["assistant_id"], **fields,
        }
        self.calls[call["id"]] = call
        return call

    def new_rows(self, campaign: Json, contacts: List[Json]) -> List[Json]:
        rows = []
        for index, contact in enumerate(contacts):
            number, variables = contact["to_phone_number"], dict(contact["prompt_variables"])
            dialled = "+12125550198" if self.options["changes_number"] and index == 0 else number
            call = self.new_call(dialled, variables, campaign)
            rows.append({"id": self.new_id("row"), "index": index, "number": number, "variables": variables,
                         "call": call["id"]})
        if self.options["drops_row"]:
            rows.pop()
        if self.options["shuffled"]:
            random.Random(3).shuffle(rows)
        return rows

    def start(self, call: Json, at: Any) -> None:
        start_s = self.now_s if at is None else moment_s(at)
        call["launches"] += 1
        call.update(due=start_s + self.options["start_delay_s"], at=None if at is None else start_s, held=None)
        if at is not None and start_s > self.now_s:
            call["status"] = self.options["scheduled_status"]
        elif self.options["start_delay_s"] == 0:
            call.update(status="queued_for_calling", due=self.now_s + 1)

    def steer(self, call: Json, change: str) -> None:
        status = call["status"]
        if change == "resume":
            if status != "paused":
                raise Refused(409, "The call is not paused.")
            start_s = max(self.now_s + 1, call["at"] or 0)
            status = "scheduled" if start_s > self.now_s + 1 else "queued_for_calling"
            call.update(status=status, held=None, due=start_s)
        elif status in OVER:
            raise Refused(409, f"The call is {status}.")
        elif status == "calling":
            call["held"] = change + "d" if change == "pause" else "cancelled"
        elif change == "pause":
            call.update(status="paused", due=None)
        else:
            call.update(status="cancelled", due=None)

    def launch_calls(self, campaign: Json, body: Json) -> Json:
        selection, scheduled_at = body["selection"], body.get("scheduled_at")
        named, statuses = set(selection["rows"]["call_ids"]), selection["filters"]["statuses"]
        chosen = [self.calls[row["call"]] for row in campaign["rows"]]
        chosen = [call for call in chosen if (call["id"] in named) == (selection["rows"]["mode"] == "only")]
        skipped = {"active": 0, "attempts_exhausted": 0, "cancelled": 0}
        launched = 0
        if campaign["is_cancelled"]:
            raise Refused(409, "The campaign is cancelled.")
        for index, call in enumerate(chosen):
            if statuses and call["status"] not in statuses:
                continue
            if call["status"] == "cancelled":
                skipped["cancelled"] += 1
            elif call["status"] not in ("not_launched", "completed", "errored") or call["due"] is not None:
                skipped["active"] += 1
            elif len(call["attempts"]) >= (call["rules"] or RULES)["max_retry_attempts"]:
                skipped["attempts_exhausted"] += 1
            elif self.options["skips_waiting"] and index == 0 and len(chosen) > 1:
                skipped["active"] += 1
            else:
                self.start(call, scheduled_at)
                launched += 1
        return {"launched": launched, "skipped": skipped, "session": None}

    def update(self, campaign: Json, body: Json) -> None:
        if not LAUNCHES_CALLS and not campaign["draft"] and set(body) - {"name"}:
            raise Refused(409, "Only the name of a campaign that is launched can be changed.")
        names = {"name": "name", "call_retry_config": "rules", "from_phone_number": "from", "scheduled_at": "at",
                 "max_concurrent_calls": "max", "assistant_id": "assistant_id", "type": "type"}
        for field, value in body.items():
            if field == "contacts":
                campaign["rows"] = self.new_rows(campaign, value)
            else:
                campaign[names[field]] = value
        for row in campaign["rows"]:
            call = self.calls[row["call"]]
            if call["status"] not in OVER:
                call.update(rules=campaign["rules"])
                call.update({"from": campaign["from"]})

    def create(self, body: Json) -> Json:
        self.assistant(body["assistant_id"])
        campaign = {
            "id": self.new_id("cmp"), "name": body["name"], "assistant_id": body["assistant_id"],
            "rules": body.get("call_retry_config"), "from": body.get("from_phone_number"),
            "max": body.get("max_concurrent_calls"), "at": body.get("scheduled_at"), "type": body.get("type"),
            "created_at": self.iso(), "born_s": self.now_s, "is_cancelled": False, "paused": False,
            "draft": not LAUNCHES_CALLS,
        }
        campaign["rows"] = self.new_rows(campaign, body["contacts"])
        self.campaigns[campaign["id"]] = campaign
        if body.get("launch"):
            self.launch_draft(campaign)
        return campaign

    def launch_draft(self, campaign: Json) -> None:
        if not campaign["draft"]:
            raise Refused(409, "The campaign is not a draft.")
        campaign["draft"] = False
        for row in campaign["rows"]:
            self.start(self.calls[row["call"]], campaign["at"])

    # Requests

    def answer(self, method: str, parts: List[str], body: Any) -> Any:
        """The client's model of the answer, and the answer."""
        kind, rest = parts[0], parts[1:]
        if parts[-1] in self.options["absent"]:
            raise Refused(404, "Not found")
        if kind in ("campaigns", "call"):
            return getattr(self, f"answer_{kind}")(method, rest, body)
        if parts == ["calls", "phone-history"]:
            return self.unless("history_status", client.CallPhoneHistoryResponse, {"phone_history": self.history()})
        if method == "GET" and kind == "assistants":
            if rest:
                return client.AssistantRetrieveResponse, self.assistant(rest[0])
            return client.AssistantListResponse, {"assistants": self.assistants}
        if kind == "phone-numbers":
            number = self.made(NumberModel, id="number", phone_number="+12125550199", created_at=self.iso())
            return client.PhoneNumberListResponse, {"phone_numbers": [number]}
        if parts == ["users", "me"]:
            user = self.made(UserModel, id="user", email="eve@example.com", organization_country="US")
            return client.UserRetrieveResponse, {"user": user}
        if kind == "auth-status":
            return client.AuthStatusRetrieveResponse, {"authenticated": True}
        raise Refused(404, "Not found")

    def unless(self, option: str, model: Any, told: Json) -> Any:
        if self.options[option] is not None:
            raise Refused(self.options[option], "This is being rebuilt.")
        return model, told

    def answer_campaigns(self, method: str, rest: List[str], body: Any) -> Any:
        if not rest and method == "GET":
            told = [self.campaign(one) for one in self.campaigns.values()]
            return client.CampaignListResponse, {"campaigns": told[::-1] if self.options["newest_first"] else told}
        if not rest and method == "POST":
            campaign = self.create(checked(self.create_body, body))
            return client.CampaignCreateResponse, {"campaign": self.campaign(campaign)}
        found = self.campaigns.get(rest[0]) if rest else None
        if found is None:
            raise Refused(404, "There is no such campaign.")
        deed = f"{method} {'/'.join(rest[1:])}"
        if deed == "GET ":
            return client.CampaignRetrieveResponse, {"campaign": self.campaign(found)}
        if deed == "PATCH ":
            self.update(found, checked(self.update_body, body))
            return client.CampaignUpdateResponse, {"campaign": self.campaign(found)}
        if deed == "GET rows":
            return client.CampaignGetRowsResponse, {"rows": [self.row(found, row) for row in found["rows"]]}
        if deed == "GET export":
            return client.CampaignExportRowsResponse, {"csv": "phone_number\n", "filename": "calls.csv"}
        if deed == "GET statistics":
            told = {"statistics": self.made(StatisticsModel)}
            return self.unless("statistics_status", client.CampaignStatisticsResponse, told)
        if deed == "POST launch-calls" and LAUNCHES_CALLS:
            return client.CampaignLaunchResponse, self.launch_calls(found, checked(self.launch_body, body))
        if deed == "POST launch" and not LAUNCHES_CALLS:
            self.launch_draft(found)
            return client.CampaignLaunchResponse, {"campaign": self.campaign(found)}
        if deed in ("POST pause", "POST resume", "POST cancel", "DELETE "):
            return self.end_or_hold(deed, found)
        raise Refused(404, "Not found")

    def end_or_hold(self, deed: str, campaign: Json) -> Any:
        success = {"success": True}
        if deed == "DELETE ":
            del self.campaigns[campaign["id"]]
            for row in campaign["rows"]:
                if self.calls[row["call"]]["status"] != "calling":
                    del self.calls[row["call"]]
            return client.CampaignDeleteResponse, success
        if campaign["draft"] or campaign["is_cancelled"]:
            raise Refused(409, "The campaign is not running.")
        if deed == "POST cancel":
            campaign["is_cancelled"] = True
            for row in campaign["rows"]:
                if self.calls[row["call"]]["status"] not in OVER:
                    self.steer(self.calls[row["call"]], "cancel")
            return client.CampaignCancelResponse, success
        campaign["paused"] = deed == "POST pause"
        return (client.CampaignPauseResponse if campaign["paused"] else client.CampaignResumeResponse), success

    def answer_call(self, method: str, rest: List[str], body: Any) -> Any:
        if rest == ["search"]:
            return client.CallSearchResponse, self.search(checked(self.search_body, body))
        if method == "POST" and not rest:
            asked = checked(self.call_body, body)
            self.assistant(asked["assistant_id"])
            call = self.new_call(
                asked["phone_number"], asked.get("prompt_variables") or {}, None, metadata=asked.get("metadata"),
                assistant_id=asked["assistant_id"], **{"from": asked.get("from_phone_number")},
            )
            call["rules"] = self.assistant(asked["assistant_id"])["call_retry_config"]
            self.start(call, asked.get("scheduled_at"))
            return client.CallCreateResponse, {"call": self.call(call)}
        found = self.calls.get(rest[0]) if rest else None
        if found is None:
            raise Refused(404, "There is no such call.")
        if method == "GET":
            return client.CallRetrieveResponse, {"call": self.call(found)}
        models = {"cancel": client.CallCancelResponse, "pause": client.CallPauseResponse,
                  "resume": client.CallResumeResponse}
        if rest[1:] and rest[1] in models:
            self.steer(found, rest[1])
            return models[rest[1]], {"success": True}
        raise Refused(404, "Not found")

    def search(self, asked: Json) -> Json:
        def suits(call: Json) -> bool:
            return all(
                not asked.get(field) or value in asked[field]
                for field, value in [("campaign_ids", call["campaign"]), ("assistant_ids", call["assistant_id"]),
                                     ("statuses", call["status"]), ("call_ids", call["id"]),
                                     ("outcomes", call["outcome"] or "none")]
            ) and asked.get("to_phone_number") in (None, call["number"])

        found = [call for call in self.calls.values() if suits(call)]
        first = (asked["page"] - self.options["search_base"]) * asked["page_size"]
        if first < 0 or asked["page_size"] < 1:
            raise Refused(422, [{"loc": ["body", "page"], "msg": "There is no such page"}])
        page = found[first:first + asked["page_size"]]
        return {"calls": [self.call(call) for call in page], "total_count": len(found)}

    def seen(self) -> Json:
        """What the witness tells."""
        names = ["id", "campaign", "number", "status", "launches"]
        calls = [{name: call[name] for name in names} for call in self.calls.values()]
        return {"now": self.iso(), "ledger": self.ledger, "problems": self.problems, "writes": self.writes,
                "calls": calls}


def moment_s(text: Any) -> float:
    return datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00")).timestamp()


def checked(checker: Any, body: Any) -> Json:
    checker.validate_python(body)
    return typing.cast(Json, copy.deepcopy(body))


# HTTP -------------------------------------------------------------------------------------------------------

service = Service()
lock = threading.RLock()
faults: List[Json] = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:  # noqa: D102
        pass

    def respond(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        with lock:
            self.take(self.path.split("?")[0], body)

    do_GET = do_POST = do_PATCH = do_DELETE = respond  # noqa: N815

    def take(self, path: str, body: Any) -> None:
        if path == "/control":
            return self.control(body)
        if self.headers.get("authorization") != f"Bearer {KEY}":
            return self.send(401, {"message": "Unauthorized"})
        path = re.sub("^/api", "", path)
        if self.command != "GET" and path != "/call/search":
            service.writes.append({"method": self.command, "path": path, "body": body})
        fault = next((one for one in faults if one["method"] == self.command and re.fullmatch(one["path"], path)), None)
        if fault is not None:
            faults.remove(fault)
            if not fault.get("after"):
                return self.fail(fault, b"")
        status, told = self.answered(path, body)
        if fault is not None:
            return self.fail(fault, json.dumps(told).encode())
        self.send(status, told)

    def answered(self, path: str, body: Any) -> Any:
        try:
            model, told = service.answer(self.command, [unquote(part) for part in path.strip("/").split("/")], body)
        except Refused as refused:
            return refused.status, refused.body
        except pydantic.ValidationError as error:
            return self.refusal(error)
        try:
            value = validate_type(type_=model, value=json.loads(json.dumps(told)))
            service.problems += [f"{path}: unknown field {one}" for one in extras(value, model.__name__)]
        except pydantic.ValidationError as error:
            service.problems.append(f"{path}: {error}")
        return 200, told

    def refusal(self, error: pydantic.ValidationError) -> Any:
        issues = [{"type": one["type"], "loc": ["body", *one["loc"]], "msg": one["msg"]} for one in error.errors()]
        if service.options["errors"] == "fastapi":
            return 422, {"detail": issues}
        said = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in issues)
        return 400, {"error": {"issues": issues, "name": "ZodError"}, "message": f"Input validation failed: {said}"}

    def control(self, body: Any) -> None:
        """`reset`: options of a new service, or `options`: changed; `seconds` to pass; `faults` of the next writes."""
        global faults
        try:
            if "reset" in body:
                faults = []
                service.reset(body["reset"])
            service.options.update(body.get("options", {}))
            faults = body.get("faults", faults)
            service.step(body.get("seconds", 0))
            self.send(200, service.seen())
        except Refused as refused:
            self.send(refused.status, refused.body)

    def fail(self, fault: Json, told: bytes) -> None:
        """`reset`: no answer; `cut`: half of it; `page`: a proxy's page; else `status`."""
        if fault.get("reset"):
            self.close_connection = True
            return self.connection.close()
        if fault.get("page"):
            return self.write(200, b"<html><body>Sign in</body></html>", "text/html")
        if fault.get("cut"):
            return self.write(200, told[: len(told) // 2], "application/json")
        self.send(fault["status"], {"message": "It is ordered to fail."})

    def send(self, status: int, body: Any) -> None:
        self.write(status, json.dumps(body).encode(), "application/json; charset=utf-8")

    def write(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def live() -> None:
    while True:
        time.sleep(0.2)
        with lock:
            service.step(max(0.0, time.time() - service.now_s))


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if sys.argv[1:2] == ["--live"]:
        service.now_s = time.time()
        service.reset(json.loads(sys.argv[2]) if len(sys.argv) > 2 else {})
        threading.Thread(target=live, daemon=True).start()
    print(json.dumps({"origin": f"http://127.0.0.1:{server.server_port}", "key": KEY}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
