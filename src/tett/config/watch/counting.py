"""Counting answers, in files that all web processes of a machine share (Prometheus' own way with several processes)."""

from prometheus_client import Counter, Histogram

#: Where pages usually are, and where somebody should look.
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

answers = Counter("tett_answers", "Answers, by route", ["route", "method", "status"])
seconds = Histogram("tett_answer_seconds", "How long answers take, by route", ["route"], buckets=SECONDS)


def count(route: str, method: str, status: int, took: float) -> None:
    """Count one answer; a route is a name of ours, so there are only so many."""
    answers.labels(route, method, f"{status // 100}xx").inc()
    seconds.labels(route).observe(took)
