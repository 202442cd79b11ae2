"""What tables there are."""

from django.apps import apps

from tett.access.rules import Actor


def tables_there(_actor: Actor) -> dict[str, set[str]]:
    """Give the fields of every table of the installation, by the model's label; what libraries made for it too."""
    return {
        model._meta.label: {  # noqa: SLF001 - Django's documented way to a model's label and fields
            field.name
            for field in model._meta.get_fields()  # noqa: SLF001 - as above
            if not (field.auto_created and not field.concrete)
        }
        for model in apps.get_models(include_auto_created=True)
    }
