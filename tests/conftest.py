"""How hard the properties are tried: quickly by default, long with HYPOTHESIS_PROFILE=thorough.

Quickly means with the same examples each time, so that a failure tells something about the project and not
about luck.
"""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Shared machines pause at any time, so a slow example proves nothing.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("quick", patient, max_examples=25, derandomize=True)
settings.register_profile("thorough", patient, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True, scope="session")
def interrupts_reach_the_command() -> Iterator[None]:
    """Let SIGINT reach the tests and their commands: a shell has runs in the background ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
