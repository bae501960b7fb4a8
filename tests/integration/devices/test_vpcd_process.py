"""The card process against a reader driver of our own, in this process: protocol, faults, control socket."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.simulated.card import CONTACT_ATR
from devices.simulated.vpcd import main
from tests.integration.devices.rigs import HANAKO, TARO

CHALLENGE = bytes.fromhex("0084000008")
SELECT_JPKI = bytes.fromhex("00A4040C0AD392F000260100000001")


class Driver:
    """Listens as vpcd's driver does; powers each card that comes, from ``take`` on."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(10)
        self.port: int = self._server.getsockname()[1]
        self._card: socket.socket | None = None

    def take(self) -> None:
        self.leave()
        self._card, _ = self._server.accept()
        self._card.settimeout(10)

    def leave(self) -> None:
        if self._card is not None:
            self._card.close()
            self._card = None

    def send(self, message: bytes) -> None:
        assert self._card is not None
        self._card.sendall(len(message).to_bytes(2, "big"))
        self._card.sendall(message)

    def ask(self, message: bytes) -> bytes | None:
        self.send(message)
        size = self._receive(2)
        return None if size is None else self._receive(int.from_bytes(size, "big"))

    def gone(self) -> bool:
        assert self._card is not None
        return self._card.recv(1) == b""

    def _receive(self, count: int) -> bytes | None:
        assert self._card is not None
        received = b""
        while len(received) < count:
            part = self._card.recv(count - len(received))
            if not part:
                return None
            received += part
        return received

    def close(self) -> None:
        self.leave()
        self._server.close()


class Hand:
    """The control socket; a command may run while the driver does its part."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers: list[str] = []
        self._thread: threading.Thread | None = None

    def says(self, command: str) -> str:
        with socket.socket(socket.AF_UNIX) as control:
            control.settimeout(20)
            control.connect(str(self._path))
            control.sendall(command.encode() + b"\n")
            with control.makefile(encoding="utf-8") as lines:
                return lines.readline().strip()

    def begins(self, command: str) -> None:
        self._thread = threading.Thread(target=lambda: self._answers.append(self.says(command)))
        self._thread.start()

    def ends(self) -> str:
        assert self._thread is not None
        self._thread.join(20)
        return self._answers.pop()


@pytest.fixture
def driver() -> Iterator[Driver]:
    driver = Driver()
    yield driver
    driver.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def hand(driver: Driver, store: Path, tmp_path: Path) -> Iterator[Hand]:
    (tmp_path / "hanako.json").write_text(HANAKO.to_json(), encoding="utf-8")
    (tmp_path / "taro.json").write_text(TARO.to_json(), encoding="utf-8")
    control = tmp_path / "card.sock"
    arguments = ["--port", str(driver.port), "--persona", str(tmp_path / "hanako.json")]
    arguments += ["--store", str(store), "--control", str(control)]
    codes: list[int] = []
    process = threading.Thread(target=lambda: codes.append(main(arguments)))
    process.start()
    pause = threading.Event()
    while not control.exists():
        pause.wait(0.01)
    hand = Hand(control)
    yield hand
    driver.leave()
    assert hand.says("quit") == "ok"
    process.join(10)
    assert codes == [0]
    assert not control.exists()


def inserted(hand: Hand, driver: Driver, command: str = "insert") -> str:
    hand.begins(command)
    driver.take()
    driver.send(b"\x01")
    return hand.ends()


def test_an_inserted_card_gives_its_atr_and_answers_commands(hand: Hand, driver: Driver) -> None:
    assert hand.says("status") == "ok empty"

    assert inserted(hand, driver) == "ok"

    assert driver.ask(b"\x04") == CONTACT_ATR
    assert driver.ask(SELECT_JPKI) == b"\x90\x00"
    answer = driver.ask(CHALLENGE)
    assert answer is not None
    assert len(answer) == 10
    assert hand.says("status") == "ok card linked powered"


@pytest.mark.parametrize("control", [b"\x00", b"\x01", b"\x02"])
def test_losing_power_and_reset_both_forget_the_selection(hand: Hand, driver: Driver, control: bytes) -> None:
    inserted(hand, driver)
    assert driver.ask(SELECT_JPKI) == b"\x90\x00"

    driver.send(control)

    assert driver.ask(bytes.fromhex("00B0860000")) == b"\x6a\x82"


def test_a_removed_card_leaves_the_driver(hand: Hand, driver: Driver) -> None:
    inserted(hand, driver)

    assert hand.says("remove") == "ok"

    assert driver.gone()
    assert hand.says("status") == "ok empty"


def test_a_card_comes_back_to_a_driver_that_was_restarted(hand: Hand, driver: Driver) -> None:
    inserted(hand, driver)

    driver.take()

    assert driver.ask(b"\x04") == CONTACT_ATR


@pytest.mark.parametrize("back", [False, True])
def test_an_answer_is_lost_on_demand_though_the_card_took_the_command(
    hand: Hand, driver: Driver, *, back: bool
) -> None:
    hand.says("tries auth_pin 3")
    inserted(hand, driver)
    hand.says("fail-after 1 back" if back else "fail-after 1")
    driver.ask(SELECT_JPKI)

    assert driver.ask(bytes.fromhex("002000980430303030")) is None

    assert json.loads(hand.says("counters")[3:])["jpki.auth_pin"] == 2
    if back:
        driver.take()
        assert driver.ask(b"\x04") == CONTACT_ATR
    else:
        assert hand.says("status") == "ok empty"


def test_a_mute_card_gives_an_atr_that_is_cut_off(hand: Hand, driver: Driver) -> None:
    assert inserted(hand, driver, "insert mute") == "ok"

    assert driver.ask(b"\x04") == b"\x3b"


def test_a_foreign_card_knows_none_of_our_applications(hand: Hand, driver: Driver) -> None:
    assert inserted(hand, driver, "foreign") == "ok"

    assert driver.ask(SELECT_JPKI) == b"\x6a\x82"


def test_another_persona_has_another_certificate(hand: Hand, driver: Driver, tmp_path: Path) -> None:
    first = hand.says("certificate")

    assert inserted(hand, driver, f"insert {tmp_path / 'taro.json'}") == "ok"

    assert hand.says("certificate") not in ("", first)


def test_the_trace_holds_instruction_file_and_word_and_only_while_it_is_on(
    hand: Hand, driver: Driver
) -> None:
    inserted(hand, driver)
    driver.ask(SELECT_JPKI)
    assert hand.says("trace") == "ok []"

    hand.says("log on")
    driver.ask(bytes.fromhex("002000980430303030"))

    assert json.loads(hand.says("trace")[3:]) == ["20 jpki 0018 63C2"]
    assert hand.says("log off") == "ok"
    assert hand.says("trace") == "ok []"


def test_a_delay_is_kept_and_ends_at_once_when_the_card_is_removed(hand: Hand, driver: Driver) -> None:
    inserted(hand, driver)
    hand.says("delay 8000")

    driver.send(CHALLENGE)
    hand.says("remove")

    assert driver.gone()


@pytest.mark.parametrize(
    "command",
    ["", "dance", "tries nobody 1", "tries code_b", "tries code_b many", "delay soon", "insert /no"],
)
def test_what_cannot_be_done_is_refused(hand: Hand, command: str) -> None:
    assert hand.says(command).startswith("no")
