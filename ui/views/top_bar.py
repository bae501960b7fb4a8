"""The bar at the top: where we are, what the devices say in words, who serves, what time it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shortcuts import Shortcut
from ui.view_models import Banner, Chip, Device, TopBar
from ui.views import words
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import column
from ui.widgets.theme import Theme

_TONES = {"normal": "good", "slow": "attention", "recovery": "attention"}


class TopBarView(QWidget):
    """Chips are words with a dot; the dot's colour only repeats the word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(52))
        self._office = TextLabel(role="table")
        self._mode = TextLabel()
        self._training = TextLabel()
        self._chips = {device: TextLabel() for device in Device}
        self._clerk = TextLabel(role="table")
        self._now = TextLabel(role="table")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(TextLabel(self.tr("Madoguchi"), "product"))
        row.addWidget(self._office)
        row.addStretch(1)
        for label in (self._training, self._mode, *self._chips.values()):
            label.setProperty("chip", "true")
            row.addWidget(label)
        self._training.setProperty("mode", "attention")
        row.addWidget(self._clerk)
        row.addWidget(self._now)

    def show_top(self, top: TopBar) -> None:
        """Show everything of the bar."""
        counter = fill(self.tr("counter %1"), top.counter) if top.counter else ""
        here = self.tr("approval") if top.approving else counter
        self._office.setText(" ".join(part for part in (top.town, top.office, here) if part))
        self._mode.setText(words.word(words.MODES, top.mode))
        set_look(self._mode, "mode", _TONES.get(top.mode, "stop"))
        # before anybody has signed in there is nothing yet that the key would open
        training = self.tr("training")
        strip = top.clerk and not top.approving  # nobody lays a practice card before an approver
        self._training.setText(f"{training} {Shortcut.EXERCISE}" if strip else training)
        self._training.setVisible(top.training)
        shown = {chip.device: chip for chip in top.chips}
        for device, label in self._chips.items():
            label.setVisible(device in shown)
            if device in shown:
                label.setText(self._chip_text(shown[device]))
                set_look(label, "tone", shown[device].tone)
        role = words.word(words.ROLES, top.role)
        self._clerk.setText(fill(self.tr("%1 (%2)"), top.clerk, role) if top.clerk else "")
        self._now.setText(top.now)

    def _chip_text(self, chip: Chip) -> str:
        parts = [words.word(words.DEVICES, chip.device)]
        if chip.device not in (Device.UNSENT, Device.APPROVALS):  # their names are their state: a count
            parts.append(words.word(words.DEVICE_STATES, chip.state))
        if chip.count is not None:
            parts.append(str(chip.count))
        return "● " + " ".join(part for part in parts if part)


class BannerView(QWidget):
    """Full width below the bar, only when the mode is not normal: what is possible now, and as of when."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(40))
        self._frame = TextLabel(role="heading")
        self._frame.setMargin(theme.px(8))
        inside = column(self, theme, gap=0)
        inside.addWidget(self._frame)
        self.hide()

    def show_banner(self, banner: Banner | None) -> None:
        """Show or hide."""
        self.setVisible(banner is not None)
        if banner is None:
            return
        when = self.tr("(since %1)") if banner.mode == "line_down" else self.tr("(as of %1)")
        since = fill(when, banner.as_of) if banner.as_of else ""
        self._frame.setText(f"{words.word(words.BANNERS, banner.mode)} {since}".strip())
        set_look(self._frame, "banner", banner.tone)
        set_look(self._frame, "tone", banner.tone)
