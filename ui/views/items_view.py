"""項目・通数: each sensitive item omitted unless asked for, and how many copies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.view_models import CopiesChanged, ItemsBody, ItemToggled, PageImage
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.page_preview import PagePreview
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class ItemsView(BodyView):
    """A line per item with 省略 / 記載 in words; while F9 is held the sheets stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._codes: tuple[str, ...] = ()
        self._lines: list[tuple[TickBox, TextLabel]] = []
        self._copies = 1
        items = Panel(theme)
        self._items = column(items, theme, inset=16, gap=0)
        self._items.addWidget(TextLabel(self.tr("Items printed only when asked for"), "heading"))
        left = QWidget()
        stack = column(left, theme, gap=12)
        stack.addWidget(items)
        self._without = TextLabel(
            self.tr("My Number and the resident record code are not printed for this visitor here."),
            "caption",
            wrap=True,
        )
        stack.addWidget(self._without)
        stack.addWidget(self._copies_panel(theme))
        stack.addStretch(1)
        self.preview = PagePreview(theme, self.tr("The page as it will print"))
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(theme.px(12))
        outside.addWidget(left, 3)
        self._held = False
        self._sheets: tuple[PageImage, ...] = ()
        self._at = 0
        self._place = TextLabel(role="caption")
        self._place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._ahead = QWidget()
        ahead = column(self._ahead, theme, gap=4)
        ahead.addWidget(self.preview, 1)
        ahead.addWidget(self._place)
        outside.addWidget(self._ahead, 2)

    def _copies_panel(self, theme: Theme) -> Panel:
        panel = Panel(theme)
        inside = column(panel, theme, inset=16)
        line = row(theme, gap=16)
        line.addWidget(TextLabel(self.tr("Copies"), "heading"))
        self._number = TextLabel(role="huge")
        self._fewer = QPushButton(self.tr("Fewer") + "　－")
        self._more = QPushButton(self.tr("More") + "　＋")
        self._fewer.clicked.connect(partial(self.step_by, -1))
        self._more.clicked.connect(partial(self.step_by, 1))
        line.addWidget(self._number)
        line.addStretch(1)
        line.addWidget(self._fewer)
        line.addWidget(self._more)
        inside.addLayout(line)
        return panel

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please ask which items are needed, and how many copies")

    def show_body(self, body: ItemsBody) -> None:
        """Show ticks, copies and, while F9 is held, the sheets."""
        codes = tuple(tick.code for tick in body.items)
        if codes != self._codes:
            self._codes = codes
            self._make_lines(codes)
        for tick, (box, state) in zip(body.items, self._lines, strict=True):
            box.setChecked(tick.ticked)
            state.setText(self.tr("printed") if tick.ticked else self.tr("omitted"))
            set_look(state, "tone", "attention" if tick.ticked else "quiet")
        self._without.setVisible(body.without_numbers)
        self._copies = body.copies
        self._number.setText(self.tr("%n copy(s)", "", body.copies))
        self._fewer.setEnabled(body.copies > 1)
        self._more.setEnabled(body.copies < 9)
        self._held = body.preview_held
        self._ahead.setVisible(body.preview_held)
        self._sheets = body.preview if body.preview_held else ()
        self._at = self._at if body.preview_held else 0
        self._show_sheet()

    def _show_sheet(self) -> None:
        """Show the sheet at hand, and which of how many it is; a choice that makes fewer leads to the last.

        While the sheets are drawn anew the place is kept, so that a tick is seen where it was looked for.
        """
        count = len(self._sheets)
        at = min(self._at, count - 1)
        self.preview.show_page(self._sheets[at] if count else None)
        place = fill(self.tr("Sheet %1 of %2"), at + 1, count)
        self._place.setText(fill(self.tr("%1　(PgUp, PgDn)"), place) if count > 1 else place if count else "")

    def turn(self, change: int) -> bool:
        """Turn the sheets while they are shown: the case at left must not change under them."""
        if self._held and self._sheets:
            self._at = max(0, min(self._at + change, len(self._sheets) - 1))
            self._show_sheet()
        return self._held

    def _make_lines(self, codes: tuple[str, ...]) -> None:
        for index, code in enumerate(codes):
            box = TickBox(self.theme, words.word(words.ITEMS, code), str(index + 1))
            box.clicked.connect(partial(self._toggle, index))
            state = TextLabel(role="heading")
            line = row(self.theme)
            line.addWidget(box)
            line.addStretch(1)
            line.addWidget(state)
            self._items.addLayout(line)
            self._lines.append((box, state))

    def _toggle(self, index: int) -> None:
        self.intended.emit(ItemToggled(self._codes[index]))

    def digit(self, digit: int) -> None:
        """Print or omit an item."""
        if 1 <= digit <= len(self._codes):
            self._toggle(digit - 1)

    def step_by(self, change: int) -> None:
        """One copy more or less."""
        if 1 <= self._copies + change <= 9:
            self.intended.emit(CopiesChanged(self._copies + change))
