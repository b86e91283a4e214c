"""A Redis cache that a visitor never notices the loss of."""

import logging

from django.core.cache.backends.redis import RedisCache, RedisCacheClient

logger = logging.getLogger(__name__)


class _ForgivingClient(RedisCacheClient):
    """Answers as an empty cache does while Redis is away."""


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, with short time-outs and errors logged instead of raised."""

    def __init__(self, server, params):
        options = params.setdefault("OPTIONS", {})
        options.setdefault("socket_connect_timeout", 0.5)
        options.setdefault("socket_timeout", 1.0)
        super().__init__(server, params)
