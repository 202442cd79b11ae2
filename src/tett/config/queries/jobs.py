"""What the job worker has before it."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


def in_hand(path: str) -> bool:
    """Tell whether a job of this kind waits or runs already."""
    left = [TaskResultStatus.READY, TaskResultStatus.RUNNING]
    return DBTaskResult.objects.filter(task_path=path, status__in=left).exists()
