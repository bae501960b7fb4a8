"""One case from reception to hand-over: states, events, effects, and the pure function between them."""
