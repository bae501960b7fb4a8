"""The kill test: the counter killed on each side of everything it does, and what is then found on paper.

``kill_points.c`` is loaded into the process under test, so the program itself knows nothing of it. The clerk
(``clerk.py``) serves on from whatever state is left; the oracle (``oracle.py``) is a program of its own and
compares the gateway's ledger, the printer's files and the money, never the counter's own word.
"""
