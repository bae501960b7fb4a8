"""What a run of kills writes down, so that the next run of the same seed goes on with it."""

from __future__ import annotations

from pathlib import Path

from player.chaos.campaign import Result, Results
from player.chaos.kill_points import Kind

COUNTS = dict.fromkeys(Kind, 2)
FIRST = Result(number=1, point="journal:1:before", told="happened", wrong=[], seconds=9)
SECOND = Result(number=5, point="print:1:after", told="stuck", wrong=["stuck: 紙がない"], seconds=31)


def test_a_run_goes_on_with_the_results_and_the_counts_it_had(tmp_path: Path) -> None:
    begun = Results(tmp_path / "kill.jsonl")
    assert begun.begin(COUNTS) == COUNTS
    begun.add(FIRST)
    begun.add(SECOND)

    again = Results(tmp_path / "kill.jsonl")

    assert again.had == [FIRST, SECOND]
    assert again.begin(dict.fromkeys(Kind, 9)) == COUNTS


def test_a_line_that_a_killed_run_left_half_is_had_again(tmp_path: Path) -> None:
    path = tmp_path / "kill.jsonl"
    begun = Results(path)
    begun.begin(COUNTS)
    begun.add(FIRST)
    path.write_text(path.read_text(encoding="utf-8") + '{"number": 2, "poi', encoding="utf-8")

    assert Results(path).had == [FIRST]


def test_a_result_is_told_with_what_is_wrong_below_it() -> None:
    assert str(SECOND).splitlines() == ["   5 print:1:after        stuck, 31 s", "     stuck: 紙がない"]
