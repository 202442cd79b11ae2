"""What somebody should look at."""

from tett.config.queries import State

QUIET_SECONDS, LATE_JOB_SECONDS, LATE_BACKUP_SECONDS, FULL_SHARE = 120, 15 * 60, 26 * 3600, 0.05


def troubles(state: State) -> list[str]:
    """Say what is wrong, in words that stand in the page on operations."""
    found = {
        "no worker shows a pulse": state.pulse_seconds is None or state.pulse_seconds > QUIET_SECONDS,
        "jobs have waited for long": state.oldest_job_seconds > LATE_JOB_SECONDS,
        "jobs have failed": bool(state.jobs_failed),
        "the mail server takes no letters": state.outbox.failing_since is not None,
        "the newest backup is old": state.backup_seconds is None or state.backup_seconds > LATE_BACKUP_SECONDS,
        "the disk is nearly full": state.disk_free_share < FULL_SHARE,
    }
    return [what for what, wrong in found.items() if wrong]
