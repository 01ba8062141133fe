/* The steps: the breath, and one pause after 25 minutes. */
(() => {
  "use strict";
  const { closest, make, nothing } = window.dom;

  /* ---- the breath: a circle that grows and shrinks; with less motion wanted, the words alone ---- */
  const BREATHS = [["in", 4000], ["out", 6000]];
  let breathing = 0;
  function breathe(box, n) {
    clearTimeout(breathing);
    if (!document.contains(box) || n >= 2 * 6) { rest(box); return; }
    const [phase, ms] = BREATHS[n % 2];
    box.dataset.breath = phase;
    label(box, box.dataset[phase]);
    breathing = setTimeout(() => breathe(box, n + 1), ms);
  }
  function rest(box) {
    clearTimeout(breathing);
    box.dataset.breath = "still";
    label(box, "");
    box.querySelector(".breath-go").textContent = box.dataset.start;
  }
  function label(box, says) {
    box.querySelector(".breath-says").textContent = says;
  }
  document.addEventListener("click", (event) => {
    const go = closest(event, ".breath-go");
    if (!go) return;
    const box = go.closest(".breath");
    const starts = box.dataset.breath === "still";
    if (starts) breathe(box, 0); else rest(box);
    go.textContent = starts ? box.dataset.stop : box.dataset.start;
  });

  /* ---- after 25 minutes a pause is offered, once ---- */
  const AFTER = 25 * 60 * 1000;
  let words = null;
  window.steps = { pauseWords: (given) => { words = given; return nothing(); } };
  const button = (says, act) => make("button", { type: "button", className: "button plain", textContent: says, onclick: act });
  function offerPause() {
    if (!words || !document.getElementById("house")) return;
    const bar = make("div", { id: "pause", role: "status" });
    const line = make("p");
    bar.append(line, button(words.on, () => bar.remove()), button(words.close, () => {
      bar.remove();
      const close = [...document.querySelectorAll("#top button")].find((one) => one.id.includes('"close"'));
      if (close) close.click();
    }));
    document.getElementById("house").before(bar);
    line.textContent = words.says;
  }
  window.setTimeout(offerPause, AFTER);
})();
