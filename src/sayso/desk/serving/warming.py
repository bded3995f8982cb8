"""What pages need is loaded while a browser comes up, so that the first page is not slow."""

from importlib import import_module
from threading import Thread

from sayso.desk.templates import environment

NEEDED = ("sayso.case.comparing",)  # modules that pages load when they first need them


def warm() -> Thread:
    """Begin to load them, in a thread that keeps nobody waiting."""
    environment()  # once, and not by two threads
    loading = Thread(target=_load, name="warming", daemon=True)
    loading.start()
    return loading


def _load() -> None:
    known = environment()
    for name in known.list_templates(["j2"]):
        known.get_template(name)
    for name in NEEDED:
        import_module(name)
