"""Values and rules of the counter: standard library only, shared by counter PC and gateway."""
