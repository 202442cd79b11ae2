"""The route room."""

from django.apps import AppConfig


class RouteConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.route"
    label = "route"
