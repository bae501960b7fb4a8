"""The use cases, and every port they need. Plain Python: no Qt, no I/O of its own."""
