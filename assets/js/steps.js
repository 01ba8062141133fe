/* The steps: what is typed is kept, the question gets the focus, nothing deleted takes the focus with it, the breath,
   and one pause after 25 minutes. */
(function () {
  "use strict";
  const set = (id, props) => window.memory.tell(id, props);
  const nothing = () => window.dash_clientside.no_update;

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    steps: {
      typed: function (values, id) { window.memory.soon(id, Date.now); return nothing(); },
    },
  });

  /* ---- a new question gets the focus, so that it is read out and the next Tab goes on from there ---- */
  let asked = "";
  function look() {
    const heading = document.querySelector("[data-ask]");
    const now = heading ? heading.dataset.ask : "";
    if (now === asked) return;
    asked = now;
    const from = document.activeElement;
    if (heading) setTimeout(() => arrive(from), 90);
  }
  function arrive(from) {
    const heading = document.querySelector("[data-ask]");
    const card = heading && heading.closest(".card");
    const now = document.activeElement;
    if (!card || card.contains(now) || (now !== from && !now.contains(card))) return; /* the person was faster */
    heading.focus({ preventScroll: true });
    const top = card.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight * 0.6) card.scrollIntoView({ block: "start" });
  }

  /* ---- what is deleted takes its button along: the focus goes to undo, and after undo to the list ---- */
  let next = "";
  document.addEventListener("click", (event) => {
    const on = event.target.closest && event.target.closest("button");
    if (!on || !document.querySelector(".written")) return;
    next = on.id === "toast-undo" ? ".written summary" : on.id.includes('"do":"delete"') ? "#toast-undo" : "";
  });
  function pass() {
    const to = next && document.activeElement === document.body && document.querySelector(next);
    if (!to || !to.offsetParent) return;
    next = "";
    to.focus();
  }
  new MutationObserver(() => { look(); if (next) setTimeout(pass, 90); })
    .observe(document.documentElement, { childList: true, subtree: true });

  /* ---- Ctrl+Enter goes on, unless a form stands open that it saves ---- */
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter" || document.querySelector('[data-key="save"]')) return;
    const next = document.querySelector(".question .moves .button.main");
    if (next) { event.preventDefault(); next.click(); }
  });

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
    const go = event.target.closest && event.target.closest(".breath-go");
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
  function button(says, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button plain";
    made.textContent = says;
    made.addEventListener("click", act);
    return made;
  }
  function offerPause() {
    if (!words || !document.getElementById("house")) return;
    const bar = document.createElement("div");
    bar.id = "pause";
    bar.setAttribute("role", "status");
    const line = document.createElement("p");
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
