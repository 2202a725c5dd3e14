"""Assistants, voices and the user, which the clients of all generations can write; numbers since 0.2.0."""

import importlib
import typing
from typing import Any, Dict

import revox
from support import ALL_DAY, ClientCase, contacts

OUTCOMES = ["interested", "none"]

OLDEST: Dict[str, Any] = {
    "background_sound": "audio/office.ogg",
    "calendly": {"connection_id": "connection", "event_type_id": "event"},
    "call_retry_config": {"calling_windows": ALL_DAY["calling_windows"], "max_retry_attempts": 2},
    "end_of_call_sentence": "Goodbye",
    "faq_items": [{"question": "What?", "answer": "That."}],
    "first_sentence": "Hello {{first_name}}",
    "first_sentence_delay_ms": 0,
    "first_sentence_mode": "none",
    "ivr_navigation_enabled": True,
    "llm_model": {"type": "openrouter", "openrouter_model_id": "model", "openrouter_provider": "provider"},
    "max_call_duration_secs": 99.5,
    "structured_output_config": [
        {"name": kind, "required": True, "type": kind, "enum_options": ["x"], "description": "d"}
        for kind in ["string", "number", "boolean", "enum", "date", "datetime"]
    ],
    "voice": {"id": "voice", "provider": "elevenlabs", "speed": 1.2},
    "voicemail_message": "Voicemail",
    "webhook_url": "https://hook.example",
}

MODERN: Dict[str, Any] = {
    **OLDEST,
    "call_retry_config": ALL_DAY,
    "after_call_sms_outcomes": OUTCOMES,
    "after_call_sms_prompt": "Text",
    "background_sound_volume": 0.5,
    "cartesia_dictionary_pronunciation_id": "dictionary",
    "custom_tools": [{
        "name": "stock", "description": "Looks", "method": "PUT", "url": "https://tool.example",
        "body_template": None, "headers": [{"key": "a", "value": "b"}], "query_params": [],
        "input_schema": [{"name": "size", "required": False, "type": "enum", "enum_options": ["1"]}],
    }],
    "email_notification_address": "a@b.example, c@d.example",
    "email_notification_outcomes": OUTCOMES,
    "from_phone_number": "+12125550123",
    "human_transfer_mode": "warm",
    "logo_url": "https://logo.example",
    "max_duration_end_message": "Time is up",
    "position": {"x": 1.5, "y": -2},
    "prompt_flow": {
        "edges": [{"id": "edge", "source": "a", "target": "b"}],
        "nodes": [{"id": "a", "data": {"body": "b", "title": "t"}, "position": {"x": 1, "y": 2},
                   "type": "promptBlock"}],
    },
    "sms_enabled": True,
    "sms_template": "Template",
    "structured_output_prompt": "Extract",
    "stt_context": {"general": [{"key": "k", "value": "v"}], "terms": ["term"]},
    "stt_model": "stt-rt-v4",
    "thinking_sound": "hold_music.ogg",
    "thinking_sound_probability": 1,
    "thinking_sound_volume": 0,
    "type": "multi-step",
    "voice": {"id": "voice", "provider": "cartesia", "speed": 1.2, "volume": 0.5, "model": "sonic-3"},
    "voicemail_sms_prompt": "Voicemail text",
    "warm_transfer_summary_instructions": "Summary",
    "zoho": {
        "connection_id": "connection", "field_mapping": [{"source": "s", "zoho_field": "z"}],
        "log_call_activity": True, "module": "Leads", "outcomes": OUTCOMES, "template": None,
    },
}


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(one) for name, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if isinstance(value, list) else value


class Account(ClientCase):
    #: Every field that the client can write of an assistant, but its name and its prompt.
    fields: Dict[str, Any] = {}
    #: What a create of a campaign needs besides.
    create: Dict[str, Any] = {}

    def holds(self, assistant: Any, fields: Dict[str, Any]) -> None:
        told = assistant.to_dict()
        for name, value in fields.items():
            self.assertEqual(_without_none(told.get(name)), _without_none(value), name)

    def one(self, assistant_id: str) -> Any:
        answer = self.known(self.client.assistants.retrieve(assistant_id))
        return getattr(answer, "assistant", answer)

    def test_assistants(self) -> None:
        """an assistant is created with every field, changed field by field, used, and deleted"""
        assistants, known = self.client.assistants, self.known
        made = known(assistants.create(name="Made", prompt="You call {{first_name}}", **self.fields)).assistant
        self.holds(made, {**self.fields, "name": "Made"})
        bare = known(assistants.create(name="Bare", prompt="You call")).assistant
        self.assertLessEqual({made.id, bare.id}, {one.id for one in known(assistants.list()).assistants})
        for name, value in self.fields.items():
            self.holds(known(assistants.update(bare.id, **{name: value})).assistant, {name: value})
        self.holds(self.one(bare.id), self.fields)
        params = importlib.import_module("revox.types.assistant_update_params").AssistantUpdateParams
        for name, kind in typing.get_type_hints(params).items():
            if type(None) in typing.get_args(kind):
                cleared: Any = {name: None}
                self.holds(known(assistants.update(bare.id, **cleared)).assistant, cleared)
        asked: Any = {"assistant_id": made.id, "contacts": contacts("0100", "0101"), "name": "x", **self.create}
        campaign = known(self.client.campaigns.create(**asked)).campaign
        self.holds(campaign.assistant, self.fields)
        call = known(self.client.call.create(
            phone_number="+12125550127", assistant={"prompt": "You call", **self.fields}, scheduled_at=None
        )).call
        self.holds(call.assistant, self.fields)
        self.assertTrue(known(assistants.delete(made.id)).success)
        for ask in [assistants.retrieve, assistants.delete, assistants.update]:
            self.refused(revox.NotFoundError, ask, made.id)
        self.refused(revox.NotFoundError, self.client.campaigns.create, **asked)
        self.holds(known(self.client.campaigns.retrieve(campaign.id)).campaign.assistant, self.fields)
        for wrong in [{"name": ""}, {"prompt": None}, {"llm_model": {"type": "none"}}, {"voice": {"id": "x"}},
                      {"first_sentence_delay_ms": 0.5}, {"call_retry_config": {}}, {"faq_items": [{}]}]:
            bad: Any = wrong
            self.refused(revox.UnprocessableEntityError, assistants.update, bare.id, **bad)

    def test_voices(self) -> None:
        """voices are listed, retrieved and heard"""
        voices: Any = self.client.voices
        for voice in self.known(voices.list()).voices:
            told = self.known(voices.retrieve(voice.id, provider=voice.provider)).voice
            self.assertEqual(told.name, voice.name)
            voices.preview(provider=voice.provider, voice_id=voice.id)
        self.refused(revox.NotFoundError, voices.retrieve, "unknown", provider="cartesia")


class ModernAccount(Account):
    def test_clones_and_steps(self) -> None:
        """an assistant is cloned with all its fields, and a step of a flow is not in the list"""
        assistants: Any = self.client.assistants
        made = assistants.create(name="Made", prompt="You call", **self.fields).assistant
        copy = self.known(assistants.clone(made.id)).assistant
        self.assertNotEqual(copy.id, made.id)
        self.holds(copy, self.fields)
        step = self.known(assistants.create(name="Step", prompt="You ask", type="sub-assistant")).assistant
        self.assertNotIn(step.id, [one.id for one in assistants.list().assistants])
        self.assertEqual(self.one(step.id).type, "sub-assistant")

    def test_cloned_voice(self) -> None:
        """a voice is made from a recording and deleted"""
        voices: Any = self.client.voices
        made = self.known(voices.clone(audio="AAAA", content_type="audio/wav", language="de", name="Mine"))
        self.assertIn(made.id, [voice.id for voice in self.known(voices.list()).voices])
        self.assertTrue(self.known(voices.delete(made.id)).success)
        self.refused(revox.NotFoundError, voices.delete, made.id)

    def test_phone_numbers(self) -> None:
        """a number is given a label and an assistant, loses both, and is deleted"""
        numbers: Any = self.client.phone_numbers
        before = self.known(numbers.list()).phone_numbers
        number, assistant = before[0].id, self.client.assistants.list().assistants[0].id
        for change, label, inbound in [
            ({"label": "Front desk", "inbound_assistant_id": assistant}, "Front desk", assistant),
            ({"label": None}, None, assistant), ({"inbound_assistant_id": None}, None, None), ({}, None, None),
        ]:
            told = self.known(numbers.update(number, **change)).phone_number
            answers = told.inbound_assistant
            self.assertEqual((told.label, answers and answers.id), (label, inbound))
            self.assertIn(told.to_dict(), [one.to_dict() for one in self.known(numbers.list()).phone_numbers])
        self.refused(revox.NotFoundError, numbers.update, number, inbound_assistant_id="unknown")
        self.assertTrue(self.known(numbers.delete(number)).success)
        self.assertEqual(len(self.known(numbers.list()).phone_numbers), len(before) - 1)
        self.refused(revox.NotFoundError, numbers.update, number, label="x")
