"""What the suites of all three official clients share: a strict client and a clock that is stepped."""

import datetime
import json
import os
import unittest
from typing import Any, Dict, List, TypeVar

import httpx
import pydantic
from revox import Revox

Model = TypeVar("Model")

BASE_URL = os.environ["REVOX_SANDBOX_URL"]
KEY = os.environ["REVOX_SANDBOX_KEY"]

ALL_DAY: Dict[str, Any] = {
    "allowed_days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "call_twice_in_a_row": False,
    "calling_windows": [
        {"calling_window_start_time": "00:00", "calling_window_end_time": "24:00", "retry_delay_seconds": 3600}
    ],
    "max_retry_attempts": 3,
}


def contacts(*last_digits: str) -> List[Dict[str, Any]]:
    """Contacts in New York by the last four digits of their numbers: the sandbox knows how their calls end."""
    return [
        {
            "to_phone_number": f"+1212555{digits}",
            "prompt_variables": {"first_name": f"Person {index}", "company": "Acme" if index % 2 == 0 else "Blue"},
        }
        for index, digits in enumerate(last_digits)
    ]


def parsed(time: Any) -> datetime.datetime:
    """A time of an answer, e.g. `2026-11-27T10:00:00.000Z`."""
    return datetime.datetime.fromisoformat(str(time).replace("Z", "+00:00"))


class ClientCase(unittest.TestCase):
    """A test with a client that refuses every answer that is not as its types say."""

    maxDiff = None

    def setUp(self) -> None:
        self.client = Revox(
            api_key=KEY, base_url=BASE_URL, max_retries=0, timeout=30, _strict_response_validation=True
        )
        self.addCleanup(self.client.close)
        # The oldest rules know no days: they call from Monday to Friday.
        now = self.step(0)
        monday = (now + datetime.timedelta(days=7 - now.weekday())).replace(hour=9, minute=0, second=0)
        self.step((monday - now).total_seconds())

    def step(self, seconds: float) -> datetime.datetime:
        """Lets the sandbox's time pass. Returns what time it is there then."""
        control = BASE_URL.replace("/api", "/__sandbox/step")
        answer = httpx.post(control, headers={"authorization": f"Bearer {KEY}"}, json={"seconds": seconds})
        answer.raise_for_status()
        return parsed(answer.json()["now"])

    def known(self, answer: Model) -> Model:
        """The answer, which must hold no field that the client's types don't know."""
        self._no_extras(answer, type(answer).__name__)
        return answer

    def refused(self, error: type, ask: Any, *args: Any, **kwargs: Any) -> str:
        """The sentence with which the sandbox refuses."""
        with self.assertRaises(error) as caught:
            ask(*args, **kwargs)
        body: Any = caught.exception.body  # type: ignore[attr-defined]
        self.assertIsInstance(body, dict)
        self.assertIsInstance(body["message"], str)
        return str(body["message"])

    def _no_extras(self, value: Any, where: str) -> None:
        if isinstance(value, pydantic.BaseModel):
            self.assertEqual(value.model_extra or {}, {}, f"{where} has fields that the client does not know")
            for name in type(value).model_fields:
                self._no_extras(getattr(value, name), f"{where}.{name}")
        elif isinstance(value, list):
            for item in value:
                self._no_extras(item, f"{where}[]")


class _Results(unittest.TextTestResult):
    """Collects what happened for the caller, who counts it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:  # noqa: N802
        super().addSuccess(test)
        self.passed += 1


def main() -> None:
    """Runs the suite that called it and prints its results as the last line, in JSON."""
    runner = unittest.TextTestRunner(resultclass=_Results, verbosity=0)
    suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__"))
    result = runner.run(suite)
    failures = [
        {"title": test.shortDescription() or test.id(), "message": message}
        for test, message in [*result.failures, *result.errors]
    ]
    assert isinstance(result, _Results)
    print(json.dumps({"passed": result.passed, "failures": failures}))
