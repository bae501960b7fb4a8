"""One sign-in as it happens at the counter: the page in a real browser, typed into, led back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import title_is
from selenium.webdriver.support.wait import WebDriverWait

from tests.integration.api.gateway_rig import GatewayRig

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayRig]:
    running = GatewayRig(tmp_path / "gateway")
    yield running
    running.stop()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    options = ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'browser'}"):
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium") or ""
    started = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
    yield started
    started.quit()


def test_a_clerk_signs_in_with_a_real_browser_by_keyboard(gateway: GatewayRig, browser: Chrome) -> None:
    connection = gateway.connect()
    attempt = connection.sign_in.begin()

    browser.get(attempt.url)
    focused = browser.switch_to.active_element
    focused.send_keys("yamada", Keys.TAB)
    browser.switch_to.active_element.send_keys(gateway.passwords["yamada"], Keys.ENTER)
    attempt.wait(30)
    WebDriverWait(browser, 10).until(title_is("窓口　サインイン"))

    assert "窓口の画面に戻ってください" in browser.find_element(By.TAG_NAME, "body").text
    assert connection.registry.session().staff_name == "山田　花子"
    connection.close()
