"""What somebody is logged in on, out of what the browser says of itself; only these words are kept."""

#: In this order, since most browsers also claim to be the later ones.
BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def browser_of(agent: str) -> str:
    """Name the browser, or nothing."""
    return next((name for sign, name in BROWSERS if sign in agent), "")


def system_of(agent: str) -> str:
    """Name what it runs on, or nothing."""
    return next((name for sign, name in SYSTEMS if sign in agent), "")
