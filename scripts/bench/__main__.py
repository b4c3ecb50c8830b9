"""``python -m scripts.bench [WORK ...]``: whole builds against the floor, by CPU time, each in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from scripts.bench.works import WORKS, make

DECODE = """
import sys
from pathlib import Path
from deckloom.facts.images import look_at
from deckloom.values.limits import Limits
limits = Limits()
for path in Path(sys.argv[1]).glob("*.jpg"):
    look_at(path.read_bytes(), limits)
"""


class Cost(NamedTuple):
    """What a process took: CPU and wall time in seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def cost(*arguments: str) -> Cost:
    """The cost of a Python process, the cheaper of two runs."""
    return min(_once(arguments) for _ in range(2))


def _once(arguments: tuple[str, ...]) -> Cost:
    started = os.times().elapsed
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, os.times().elapsed - started, used.ru_maxrss / 1024)


def measure(name: str, folder: Path) -> tuple[Cost, Cost, float]:
    """Of a work: the floor, the build, and the CPU seconds that looking at each picture once takes."""
    spec, target = make(name, folder / name), folder / f"{name}.pptx"
    floor = cost("-m", "scripts.bench.floor", str(spec), str(target))
    options = ("-q", "--force", "--limit", "slides=20000", "-o", str(target))
    target.unlink()
    build = cost("-m", "deckloom", "build", str(spec), *options)
    idle = cost("-c", "from deckloom.facts.images import look_at").cpu
    return floor, build, max(0.0, cost("-c", DECODE, str(spec.parent)).cpu - idle)


def main(names: list[str]) -> None:
    """Print a row for every work."""
    print("| work | floor CPU s | build CPU s | build wall s | peak MB | pictures CPU s | (build - pictures) / floor |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as temporary:
        for name in names or list(WORKS):
            floor, build, decode = measure(name, Path(temporary))
            ratio = (build.cpu - decode) / floor.cpu
            costs = f"{floor.cpu:.2f} | {build.cpu:.2f} | {build.wall:.2f} | {build.memory:.0f}"
            print(f"| {name} | {costs} | {decode:.2f} | {ratio:.1f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
