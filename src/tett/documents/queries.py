"""What has been made. Nobody is asked here who they are: the room that gives out a paper does that."""

from datetime import datetime
from hashlib import sha256

from tett.documents.models import Paper
from tett.documents.paper import layout
from tett.documents.shapes import Publication
from tett.documents.words import PATIENCE, Making


def key_of(publication: Publication, form: str) -> str:
    """Give the key of a paper: the same content in the same form, set by the same template, is the same paper."""
    return sha256(f"{form}\n{layout()}\n{publication!r}".encode("utf-8", "surrogatepass")).hexdigest()


def state_of(key: str, at: datetime) -> str:
    """Tell how far a paper has come, or nothing if nobody has asked for it, or long ago in vain (one query)."""
    found = Paper.objects.filter(key=key).values_list("state", "ordered_at").first()
    if found is None or (found[0] == Making.ORDERED and at - found[1] >= PATIENCE):
        return ""
    return str(found[0])


def content_of(key: str) -> bytes | None:
    """Give a paper that is made (one query)."""
    content = Paper.objects.filter(key=key, state=Making.MADE).values_list("content", flat=True).first()
    return None if content is None else bytes(content)
