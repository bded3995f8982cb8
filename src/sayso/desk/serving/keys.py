"""The keys of a desk: links that open it once, and the cookie that they are changed for."""

import secrets
from threading import Lock


class Keys:
    """What opens a desk. `secret` is written beside the case, for who may read the case's files."""

    def __init__(self, port: int) -> None:
        self.cookie = f"sayso-desk-{port}"
        self.secret = secrets.token_urlsafe(32)
        self._links: set[str] = set()
        self._opened = secrets.token_urlsafe(32)
        self._lock = Lock()

    def new_link(self) -> str:
        """A token that opens the desk once."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._links.add(token)
        return token

    def use_link(self, token: str) -> str | None:
        """The cookie's value for a token that was not used yet."""
        with self._lock:
            if token not in self._links:
                return None
            self._links.remove(token)
            return self._opened

    def opens(self, cookie: str) -> bool:
        """Whether a cookie is that of the desk."""
        return secrets.compare_digest(cookie.encode(), self._opened.encode())

    def is_secret(self, given: str) -> bool:
        """Whether somebody who asks for a link may read the case's files."""
        return secrets.compare_digest(given.encode(), self.secret.encode())
