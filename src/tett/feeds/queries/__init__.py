"""Reading feeds."""

from tett.feeds.queries.mine import Offer, feed_of, my_feeds, offer_of
from tett.feeds.queries.served import Served, served

__all__ = ["Offer", "Served", "feed_of", "my_feeds", "offer_of", "served"]
