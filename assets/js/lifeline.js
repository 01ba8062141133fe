/* Walking through the picture by keyboard: plotly has no tab stops, so the box around it is the one stop.
   Arrows go from moment to moment in time order, Home and End to the first and last, Enter opens, Esc lets go;
   + and - go to the next span of years and back to the whole life. */
(() => {
  "use strict";
  const boxOf = (target) => target.closest?.("#picture-box, [data-walk]");
  const plotIn = (box) => box.querySelector(".js-plotly-plot");

  /* What can be seen and says something, by time: where its bead is, and what it says. One moment or one
     check-in may have several beads; what a step keeps has no id of a moment to open. */
  function moments(plot) {
    const found = new Map();
    (plot.data || []).forEach((trace) => {
      (trace.customdata || []).forEach((id, n) => {
        const key = id || trace.text[n];
        if (!key) return;
        const size = Array.isArray(trace.marker.size) ? trace.marker.size[n] : trace.marker.size;
        const old = found.get(key);
        if (!old || size > old.size) found.set(key, { key, id, x: trace.x[n], y: trace.y[n], size, says: trace.text[n] });
      });
    });
    return [...found.values()].sort((a, b) => a.x - b.x);
  }

  function words(says) {
    const page = new DOMParser().parseFromString(String(says || "").replaceAll("<br>", "\n"), "text/html");
    const [who, ...what] = page.body.textContent.replaceAll("\u200b", "").split("\n");
    return what.length ? `${who}. ${what.join(" ")}` : who;
  }

  /* ---- where the walk stands ---- */
  function show(box, plot, listed, at) {
    const one = listed[at];
    const holder = plot.querySelector(".svg-container");
    if (!one || !holder) return;
    box.dataset.at = one.key;
    let ring = holder.querySelector(".walk-ring");
    if (!ring) {
      ring = document.createElement("div");
      ring.className = "walk-ring";
      Object.assign(ring.style, {
        position: "absolute", borderRadius: "50%", border: "3px solid var(--focus)", pointerEvents: "none", zIndex: 2,
      });
      holder.append(ring);
    }
    const across = one.size + 12;
    Object.assign(ring.style, {
      width: `${across}px`, height: `${across}px`, boxSizing: "border-box",
      left: `${one.x - across / 2}px`, top: `${one.y - across / 2}px`,
    });
    say(box, `${at + 1} of ${listed.length}: ${words(one.says)}`);
    if (!plot.dataset.walked) {
      plot.dataset.walked = "yes";
      plot.on("plotly_afterplot", () => again(box, plot));
    }
    const seen = ring.getBoundingClientRect();
    if (seen.top < 60 || seen.bottom > window.innerHeight - 60) ring.scrollIntoView({ block: "center" });
  }

  function again(box, plot) {
    if (!box.dataset.at || document.activeElement !== box) return;
    const listed = moments(plot);
    const at = listed.findIndex((one) => one.key === box.dataset.at);
    if (at < 0) letGo(box);
    else show(box, plot, listed, at);
  }

  function letGo(box) {
    delete box.dataset.at;
    box.querySelectorAll(".walk-ring").forEach((ring) => { ring.remove(); });
    say(box, "");
  }

  function say(box, text) {
    const line = box.querySelector("[role=status]");
    if (line) line.textContent = text;
  }

  function open(plot, id) {
    const graph = plot.closest(".dash-graph") || plot.parentElement;
    const point = { points: [{ customdata: id, at: Date.now() }] };
    if (graph?.id) window.dom.tell(graph.id, { clickData: point });
  }

  function span(further) {
    const buttons = [...document.querySelectorAll("#life-spans button")];
    const now = buttons.findIndex((button) => button.getAttribute("aria-pressed") === "true");
    const next = buttons[further ? Math.max(now, 0) + 1 : 0];
    if (next) next.click();
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  document.addEventListener("keydown", (event) => {
    const box = boxOf(event.target);
    const plot = box && event.target === box && plotIn(box);
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
    const listed = moments(plot);
    const now = listed.findIndex((one) => one.key === box.dataset.at);
    const to = {
      Home: 0,
      End: listed.length - 1,
      ...Object.fromEntries(Object.entries(STEPS).map(([key, by]) => [
        key, now < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(Math.max(now + by, 0), listed.length - 1),
      ])),
    }[event.key];
    if (to !== undefined && listed.length) show(box, plot, listed, to);
    else if (event.key === "Enter" && now >= 0 && listed[now].id) open(plot, listed[now].id);
    else if (event.key === "Escape" && box.dataset.at) letGo(box);
    else if (event.key === "+" || event.key === "-") span(event.key === "+");
    else return;
    event.preventDefault();
  }, true);

  /* Away from the picture the ring goes, and stands again where it was on coming back. */
  document.addEventListener("focusout", (event) => {
    const box = boxOf(event.target);
    if (box && event.target === box) box.querySelectorAll(".walk-ring").forEach((ring) => { ring.remove(); });
  });
  document.addEventListener("focusin", (event) => {
    const box = boxOf(event.target);
    const plot = box && event.target === box && plotIn(box);
    if (plot) again(box, plot);
  });
})();
