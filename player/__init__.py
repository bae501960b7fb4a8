"""The scenario player: starts, types into, breaks and restarts the other programs (design.md 9)."""
