"""``python main.py --simulated``: a working counter from nothing, served by the keyboard alone."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from player import scenario, sign_in
from player.playing import Play
from player.report import Broken
from player.steps import SignIn
from resources.glyphs import font_path
from tests.e2e.training_counter import PROJECT, TrainingCounter, gone, holds, training_counter

MOST_SECONDS = 10.0
CLERK, OTHER_CLERK = "yamada", "suzuki"
GATEWAY = "gateway"
REGISTERED_NAME = "渡邊\U000e010e　直\U000e0102人"
AFTER_KILL_SECONDS = 5.0
START_SECONDS = 30.0
AFTER_SIGNAL_SECONDS = 3.0

pytestmark = pytest.mark.timeout(180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a run left: the counter still runs, its first case is handed over."""

    counter: TrainingCounter
    broken: list[Broken]
    feed: str


def _keyboard_steps() -> scenario.Scenario:
    """The main job, without what only a real printer and a picture need."""
    whole = scenario.load(PROJECT / "resources/scenarios/main-by-card.toml")
    begun = next(i for i, step in enumerate(whole.steps) if isinstance(step, SignIn)) + 2
    steps = [step for step in whole.steps[begun:] if step.do not in {"printer", "screenshot"}]
    return whole.model_copy(update={"steps": steps})


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("served")
    with training_counter(directory) as counter:
        counter.start_program()
        counter.sign_in(CLERK, since=counter.wait("signed_out"))
        play = Play(_keyboard_steps(), counter, directory)
        broken = play.run()
        yield Served(
            counter=counter,
            broken=broken,
            feed="\n".join(map(str, counter.feed.lines)),
        )


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[TrainingCounter]:
    with training_counter(tmp_path) as counter:
        yield counter


def _parked_case(counter: TrainingCounter, lines: int) -> tuple[str, int]:
    """Begin a case and park it while its card is awaited; returns its id and the lines so far."""
    counter.window.press(["Return"])
    lines = counter.wait("AtReception", since=lines)
    counter.window.press(["1", "Return"])
    lines = counter.wait("AwaitingCard", since=lines)
    counter.window.press(["F6"])
    lines = counter.wait("Parked", since=lines)
    return str(counter.feed.lines[lines - 1]["case"]), lines


def _cold_start(directory: Path) -> tuple[float, float]:
    """Seconds from nothing until the window takes keys, and until a clerk is signed in."""
    directory.mkdir()
    with training_counter(directory) as counter:
        started = time.monotonic()
        counter.start_program()
        lines = counter.wait("signed_out")
        shown = time.monotonic() - started
        counter.sign_in(CLERK, since=lines)
        return shown, time.monotonic() - started


def test_a_cold_start_is_a_working_counter_within_ten_seconds(tmp_path: Path) -> None:
    """The best of three: the promise is about a PC that does nothing else, and this one may."""
    tried: list[float] = []
    while len(tried) < 3 and min(tried, default=MOST_SECONDS + 1) > MOST_SECONDS:
        shown, working = _cold_start(tmp_path / str(len(tried)))
        sys.stdout.write(f"window takes keys after {shown:.1f} s, signed in after {working:.1f} s\n")
        tried.append(working)

    assert min(tried) <= MOST_SECONDS


def test_a_whole_case_is_served_by_the_keyboard(served: Served) -> None:
    assert served.broken == []
    assert served.counter.feed.lines[-1]["state"] == "Closed:handed_over"


def test_the_printed_page_says_across_its_whole_width_that_it_is_for_training(served: Served) -> None:
    """The mark is drawn, not written, so it is looked for where the eye sees it."""
    printed = served.counter.last_certificate(5, frozenset())
    with pypdfium2.PdfDocument(printed.path) as document:
        page = document[0].render(scale=1, grayscale=True).to_pil()
    grey = page.point(lambda level: 255 if 215 <= level <= 243 else 0)

    assert _share(grey, _words("訓練", page.size)) > 0.7
    assert _share(grey, _words("見本", page.size)) < 0.6
    assert REGISTERED_NAME in printed.text


def _words(words: str, size: tuple[int, int]) -> Image.Image:
    """Two characters across a page of ``size`` points, as ``printing`` draws them: white on black."""
    font = ImageFont.truetype(str(font_path()), 230)
    plain = Image.new("L", (2000, 2000))
    for place, character in enumerate(words):
        left = 1000 - 230 * 1.1 + place * 230 * 1.2
        ImageDraw.Draw(plain).text((left, 1000 + 230 * 0.38), character, fill=255, font=font, anchor="ls")
    width, height = size
    corner = (1000 - width // 2, 1000 - height // 2)
    return plain.rotate(52).crop((*corner, corner[0] + width, corner[1] + height))


def _share(grey: Image.Image, wanted: Image.Image) -> float:
    """The part of ``wanted`` that is grey on the page."""
    both = ImageChops.darker(grey, wanted).histogram()
    return sum(both[128:]) / sum(wanted.histogram()[128:])


def test_the_profile_keeps_no_personal_data_in_the_clear(served: Served) -> None:
    """Not meant: the paper (``printed``, the exercise's copy) and the gateway, which is the other side."""
    persona = served.counter.personas["watanabe"]
    words = [persona[key] for key in ("name", "address", "code_b", "auth_pin", "text_pin")]
    words += [REGISTERED_NAME, REGISTERED_NAME[:2]]
    profile = served.counter.profile
    kept = [path for path in profile.rglob("*") if path.is_file() and path.suffix != ".pdf"]
    own = [path for path in kept if path.relative_to(profile).parts[0] != GATEWAY]

    assert {"counter.db", "counter.log"} <= {path.name for path in own}
    for path in own:
        content = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le"):
            assert not [word for word in words if word.encode(encoding) in content], path.name
    assert persona["address"] not in served.feed
    assert persona["code_b"] not in served.feed


def test_the_store_of_a_training_is_encrypted_and_its_key_is_on_no_disk(served: Served) -> None:
    store = (served.counter.profile / "counter.db").read_bytes()

    assert len(store) > 4096
    assert not store.startswith(b"SQLite format 3")
    assert "store-key" not in {path.name for path in served.counter.home.rglob("*")}


def test_a_killed_training_takes_its_gateway_with_it_and_leaves_nothing_to_the_next(
    counter: TrainingCounter,
) -> None:
    counter.start_program()
    lines = counter.sign_in(CLERK, since=counter.wait("signed_out"))
    case, lines = _parked_case(counter, lines)
    gateway = counter.child_of(GATEWAY)
    before = (counter.profile / "counter.db").read_bytes()[:16]

    counter.process.kill()
    counter.process.wait()

    assert gateway
    assert gone(gateway, AFTER_KILL_SECONDS)
    counter.start_program()
    lines = counter.wait("signed_out", since=lines)
    lines = counter.sign_in(CLERK, since=lines)
    # The salt that begins an encrypted store: another one means another store, under another key.
    assert (counter.profile / "counter.db").read_bytes()[:16] != before
    counter.window.press(["Next", "Return"])
    at = counter.wait("AtReception", since=lines)
    assert counter.feed.lines[at - 1]["case"] != case


def test_a_termination_ends_the_program_and_its_gateway(counter: TrainingCounter) -> None:
    counter.start_program()
    counter.sign_in(CLERK, since=counter.wait("signed_out"))
    gateway = counter.child_of(GATEWAY)

    told = time.monotonic()
    counter.process.send_signal(signal.SIGTERM)

    assert counter.process.wait(10) == 0
    passed = time.monotonic() - told
    sys.stdout.write(f"ended {passed:.1f} s after SIGTERM\n")
    assert passed <= AFTER_SIGNAL_SECONDS
    assert gone(gateway, AFTER_KILL_SECONDS)


def test_a_window_closed_while_somebody_signs_in_ends_the_program(counter: TrainingCounter) -> None:
    counter.start_program(program=("-m", "tests.e2e.closable_counter"))
    lines = counter.wait("signed_out")
    counter.window.press(["Return"])
    counter.sign_in_address(30, lines)

    counter.process.send_signal(signal.SIGUSR1)

    assert counter.process.wait(AFTER_SIGNAL_SECONDS) == 0


def test_a_window_closed_while_the_gateway_starts_leaves_no_gateway(counter: TrainingCounter) -> None:
    counter.start_program(program=("-m", "tests.e2e.closable_counter"))
    assert holds(lambda: counter.child_of(GATEWAY) != 0, 10)
    gateway = counter.child_of(GATEWAY)

    counter.process.send_signal(signal.SIGUSR1)

    assert counter.process.wait(AFTER_SIGNAL_SECONDS) == 0
    # It looks at the pipe once it serves.
    assert gone(gateway, START_SECONDS)


def test_a_parked_case_waits_for_its_own_clerk(counter: TrainingCounter) -> None:
    counter.start_program()
    lines = counter.sign_in(CLERK, since=counter.wait("signed_out"))
    case, lines = _parked_case(counter, lines)
    counter.window.press(["F10"])
    lines = counter.wait("signed_out", since=lines)
    lines = counter.sign_in(OTHER_CLERK, since=lines)

    # Page Down is for a case that is his; what is another's stays parked, and he begins his own.
    counter.window.press(["Next", "F2"])
    lines = counter.wait("AtReception", since=lines)
    own = counter.feed.lines[lines - 1]["case"]
    assert own != case
    counter.window.press(["F6"])
    lines = counter.wait("Parked", since=lines)
    counter.window.press(["F10"])
    lines = counter.wait("signed_out", since=lines)
    lines = counter.sign_in(CLERK, since=lines)
    counter.window.press(["Next"])

    lines = counter.wait("AwaitingCard", since=lines)
    assert counter.feed.lines[lines - 1]["case"] == case
    # The reader is still watched, and it is the reader that the practice cards are laid on.
    counter.tap("watanabe")
    lines = counter.wait("EnteringCredential", since=lines)
    told = [line for line in counter.feed.lines if line.get("case") == case]
    assert not [line for line in told if line.get("failure")]
    assert [line["state"] for line in told].count("Parked") == 1


def test_a_second_training_on_the_same_profile_says_so_and_harms_nothing(counter: TrainingCounter) -> None:
    counter.start_program()
    lines = counter.sign_in(CLERK, since=counter.wait("signed_out"))
    store = (counter.profile / "counter.db").stat().st_ino

    second = counter.start(["main.py", "--simulated"])
    at = counter.wait("not_ready", since=lines)

    assert counter.feed.lines[at - 1]["failure"] == "STORE_LOCKED"
    assert second.poll() is None
    second.terminate()
    assert second.wait(10) == 0
    assert (counter.profile / "counter.db").stat().st_ino == store
    counter.window.press(["Return"])
    counter.wait("AtReception", since=at)


def test_an_attempt_to_sign_in_can_be_given_up_and_made_again(counter: TrainingCounter) -> None:
    counter.start_program()
    lines = counter.wait("signed_out")
    counter.window.press(["Return"])
    address = counter.sign_in_address(30, lines)
    lines = len(counter.feed.lines)
    counter.window.press(["Escape"])
    with contextlib.suppress(sign_in.SignInFailed):
        sign_in.answer(address, CLERK, counter.password_of(CLERK))

    assert counter.sign_in(CLERK, since=lines) > lines
