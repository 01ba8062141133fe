"""What it costs to open: from the command to the picture, what the first load weighs, what the server holds.

Bounds: 2.5 s to the picture on two cores; 1.2 MB for the first load, gzipped; 220 MB of memory.
"""

import statistics
import time

from _browser import browser, open_picture, run_notebook

ROUNDS = 5


def main() -> None:
    """Print the table."""
    seconds, weights, memory = [], [], []
    with browser() as chromium:
        for _ in range(ROUNDS):
            # The browser stands open, as it does for most people; its cache is empty.
            page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
            with run_notebook("--sample", "andersen") as running:
                wire = page.context.new_cdp_session(page)
                wire.send("Network.enable")
                received: list[float] = []
                wire.on(
                    "Network.loadingFinished",
                    lambda event, to=received: to.append(event["encodedDataLength"]),
                )
                open_picture(page, running.link)
                seconds.append(time.monotonic() - running.start_time)
                weights.append(sum(received) / 1e6)
                memory.append(running.memory_mb())
                page.context.close()
    print(f"{'':34}{'median':>9}{'worst':>9}{'bound':>9}")
    for name, values, bound in (
        ("command to picture, s", seconds, 2.5), ("first load, MB gzipped", weights, 1.2),
        ("memory of the server, MB", memory, 220),
    ):  # fmt: skip
        print(f"{name:34}{statistics.median(values):9.2f}{max(values):9.2f}{bound:9}")


if __name__ == "__main__":
    main()
