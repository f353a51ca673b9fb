"""Work done by a copy of this process while this one goes on."""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

Answer = TypeVar("Answer")


def start(work: Callable[[], Answer], *, large: bool) -> Callable[[], Answer]:
    """Begin; what is returned waits for the end and gives the answer, or raises what the work raised.

    A copy has everything in its memory already, so that nothing is sent but the answer. What is not large, where the
    system makes no copies, or where the copy dies, is done here.

    >>> start(lambda: 6 * 7, large=False)()
    42
    """
    if not large or "fork" not in multiprocessing.get_all_start_methods():
        return work
    ours, theirs = multiprocessing.Pipe(duplex=False)
    copy = multiprocessing.get_context("fork").Process(target=_tell, args=(theirs, work), daemon=True)
    with warnings.catch_warnings():
        # The copy runs no code of the threads that it does not have.
        warnings.simplefilter("ignore", DeprecationWarning)
        copy.start()
    theirs.close()

    def result() -> Answer:
        try:
            found, problem = ours.recv()
        except EOFError:
            return work()
        finally:
            copy.join()
        if problem is not None:
            raise problem
        answer: Answer = found
        return answer

    return result


def _tell(connection: Connection, work: Callable[[], Answer]) -> None:
    try:
        answer: tuple[Answer | None, Exception | None] = (work(), None)
    except Exception as problem:  # noqa: BLE001 - raised again where the answer is waited for
        answer = (None, problem)
    connection.send(answer)
