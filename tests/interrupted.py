"""Child processes that hear Ctrl-C, also where the tests themselves run in the background and do not."""

from __future__ import annotations

import signal


def hears_ctrl_c() -> None:
    """For `preexec_fn`: a shell that starts a job in the background has INT ignored, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
