"""A Redis cache that a visitor never notices the loss of."""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import redis
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

logger = logging.getLogger(__name__)

# While Redis is away, ask again only so often: a page makes many calls, and each would wait.
RETRY_SECONDS = 5.0
CONNECT_SECONDS = 0.5
ANSWER_SECONDS = 1.0

# When each Redis may be asked again, by its addresses; shared by the threads of this process.
_away_until: dict[tuple[str, ...], float] = {}


def _forgiving(name: str, when_away: Callable[..., Any]) -> Callable[..., Any]:
    """Return the client's method, answering as an empty cache does while Redis is away."""
    method = getattr(RedisCacheClient, name)

    @wraps(method)
    def forgiving(self, *args):
        servers = tuple(self._servers)
        if _away_until.get(servers, 0.0) > time.monotonic():
            return when_away(*args)
        try:
            return method(self, *args)
        except redis.RedisError as error:
            # The address may hold a password, so it stays out of the log.
            logger.warning("The cache does not answer (%s); doing without.", type(error).__name__)
            _away_until[servers] = time.monotonic() + RETRY_SECONDS
            return when_away(*args)

    return forgiving


def _no_such_key(key: str, delta: int) -> int:
    raise ValueError(f"Key '{key}' not found.")


class ForgivingClient(RedisCacheClient):
    """Django's client of Redis, without its errors."""

    get = _forgiving("get", lambda key, default: default)
    get_many = _forgiving("get_many", lambda keys: {})
    has_key = _forgiving("has_key", lambda key: False)
    add = _forgiving("add", lambda key, value, timeout: False)
    touch = _forgiving("touch", lambda key, timeout: False)
    delete = _forgiving("delete", lambda key: False)
    set = _forgiving("set", lambda key, value, timeout: None)
    set_many = _forgiving("set_many", lambda data, timeout: None)
    delete_many = _forgiving("delete_many", lambda keys: None)
    clear = _forgiving("clear", lambda: False)
    incr = _forgiving("incr", _no_such_key)


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, with short time-outs and errors logged instead of raised."""

    def __init__(self, server, params):
        options = params.setdefault("OPTIONS", {})
        options.setdefault("socket_connect_timeout", CONNECT_SECONDS)
        options.setdefault("socket_timeout", ANSWER_SECONDS)
        super().__init__(server, params)
        self._class = ForgivingClient
