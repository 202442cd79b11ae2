"""What the machinery keeps: the workers' pulse, which daily jobs have been started, and the cache."""

from typing import ClassVar

from django.db import models


class Pulse(models.Model):
    """When a job worker was last known to be alive."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Show which worker it is."""
        return self.worker


class DailyRun(models.Model):
    """A daily job that has been started on a day; unique, so that two workers start it once."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80)
    day = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name", "day"], name="config_daily_once")
        ]

    def __str__(self) -> str:
        """Show what was started, and when."""
        return f"{self.name} {self.day}"


class CacheRow(models.Model):
    """The table of Django's database cache, here so that ``migrate`` makes it; rows are Django's own matter."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "tett_cache"

    def __str__(self) -> str:
        """Show the key."""
        return self.cache_key
