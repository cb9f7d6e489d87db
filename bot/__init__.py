"""The process: composition root, command line, timetable of jobs, last-resort error boundary, webhook."""

import os

# PTB 22 gives waits as seconds and warns of the change to timedelta; the code takes both.
os.environ.setdefault("PTB_TIMEDELTA", "true")
