"""How a page is cut and turned when it is shown."""

from dataclasses import dataclass

from sayso.read.places import Box

Corners = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a page is shown, and by how many quarters of a circle it is turned clockwise."""

    shown: Box
    turns: int = 0

    @property
    def width(self) -> float:
        """Of the page as shown, in points."""
        box = self.shown
        return box.top - box.bottom if self.turns % 2 else box.right - box.left

    @property
    def height(self) -> float:
        """Of the page as shown, in points."""
        box = self.shown
        return box.right - box.left if self.turns % 2 else box.top - box.bottom

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen."""
        box = self.shown
        if self.turns == 0:
            return x - box.left, y - box.bottom
        if self.turns == 1:
            return y - box.bottom, box.right - x
        if self.turns == 2:
            return box.right - x, box.top - y
        return box.top - y, x - box.left

    def seen_corners(self, left: float, bottom: float, right: float, top: float) -> Corners:
        """The left, bottom, right and top of a rectangle of the page as it is seen."""
        if self.turns == 0:
            x, y = self.shown.left, self.shown.bottom
            return left - x, bottom - y, right - x, top - y
        x, y = self.seen(left, bottom)
        z, w = self.seen(right, top)
        return min(x, z), min(y, w), max(x, z), max(y, w)

    def seen_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a rectangle of the page is seen."""
        return Box(*self.seen_corners(left, bottom, right, top))
