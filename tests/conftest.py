"""What all tests share: no test fails because a machine is slow."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "any machine", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
