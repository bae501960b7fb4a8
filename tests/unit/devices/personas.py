"""The card holder of the unit tests: nobody, of a town that does not exist."""

from __future__ import annotations

from devices.simulated import Persona

JIRO = Persona(
    name="架空　二郎",
    address="架空県窓口市見本町三丁目3番3号",
    birth_date="19770707",
    sex="1",
    code_b="52070720341111",
    text_pin="4321",
    auth_pin="9753",
    sign_pin="JIRO01",
    expiry_year=2034,
)
SECRETS = (JIRO.code_b, JIRO.text_pin, JIRO.auth_pin, JIRO.sign_pin)
