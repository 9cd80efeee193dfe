# SPDX-License-Identifier: MIT
"""Two threads that read the same message for the first time at once."""

import subprocess
import sys

_AT_ONCE = """
import sys, threading
import msgspec
from onlinesvc_desktop.contract.messages import from_json
sys.setswitchinterval(1e-6)
for turn in range(100):
    parts = [msgspec.defstruct(f"P{turn}_{at}", [("a", "list[dict[str, int]] | None", None)]) for at in range(30)]
    whole = msgspec.defstruct(f"W{turn}", [(f"f{at}", part | None, None) for at, part in enumerate(parts)])
    begin = threading.Barrier(4)
    def read():
        begin.wait()
        assert from_json(b'{"f29":{"a":[{"a":1}]}}', whole).f29.a == [{"a": 1}]
    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("read")
"""


def test_threads_that_read_a_message_for_the_first_time_at_once_leave_the_process_alive():
    done = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "read\n", "")
