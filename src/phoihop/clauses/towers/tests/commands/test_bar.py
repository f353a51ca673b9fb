import io

from phoihop.clauses.towers.commands.bar import Bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_sees_one_line_redrawn():
    stream = Terminal()
    bar = Bar(stream)

    bar.tell("reading", 0.5, "gap 1 %")
    bar.end()

    assert stream.getvalue() == "\r\x1b[2K" + "█" * 12 + "░" * 12 + " reading gap 1 %\r\x1b[2K"


def test_a_file_gets_one_line_a_phase():
    stream = io.StringIO()
    bar = Bar(stream)

    for phase, done in (("reading", 0.0), ("reading", 0.5), ("planning", 0.0)):
        bar.tell(phase, done)
    bar.end()

    assert [line.split("  ")[-1] for line in stream.getvalue().splitlines()] == ["reading", "planning"]


def test_quiet_says_nothing():
    stream = Terminal()

    Bar(stream, quiet=True).tell("reading", 0.5)

    assert stream.getvalue() == ""
