"""The simulator that ships: training and tests run on it without readers or cards."""

from devices.simulated.persona import Persona, PersonaInvalidError, persona_from_json
from devices.simulated.reader import TRAINING_READER, SimulatedCardReaders

__all__ = ["TRAINING_READER", "Persona", "PersonaInvalidError", "SimulatedCardReaders", "persona_from_json"]
