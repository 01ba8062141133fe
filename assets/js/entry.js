/* The forms: drafts a moment after typing, focus on coming and going, and what is marked wrong. */
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const nothing = () => window.dash_clientside.no_update;
  const soon = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  const form = () => document.querySelector("#panel .entry-form");
  const PAUSE = 600; // ms without typing after which what is typed is kept

  /* ---- drafts: the server keeps them; here is said when ---- */
  let waiting = 0;
  const typed = (event) => {
    if (!event.target.closest || !event.target.closest("#panel .entry-form .fields")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (byId("entry-kept")) window.dash_clientside.set_props("entry-tick", { data: Date.now() }); }, PAUSE);
  };
  ["input", "change", "click"].forEach((kind) => document.addEventListener(kind, typed));
  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("#panel .presses, #panel .kept-line")) clearTimeout(waiting);
  }, true);

  /* ---- where the focus came from, and goes back to ---- */
  let from = null;
  let inside = false;
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest("#panel") && event.target !== document.body && !inside) from = event.target;
  });
  function settle() {
    const open = form();
    if (open && open !== inside) {
      inside = open;
      const first = open.querySelector(".field.first input, .field.first textarea") || open.querySelector(".fields input, .fields textarea, .presses button");
      if (first) first.focus({ preventScroll: true });
      open.scrollTop = 0;
      open.querySelectorAll("[data-count]").forEach(count);
    } else if (!open && inside) {
      inside = false;
      const back = from && from.isConnected && from.offsetParent !== null ? from : byId("main");
      if (back && (!document.activeElement || document.activeElement === document.body)) back.focus({ preventScroll: true });
    }
  }

  /* ---- how much of a headline is left, and what a tag means ---- */
  function count(field) {
    const shown = field.closest(".field").querySelector(".counter");
    const most = Number(field.dataset.count);
    const length = Array.from(field.value).length;
    if (!shown) return;
    shown.textContent = length > most - 40 ? length + " of " + most : "";
    shown.classList.toggle("over", length > most);
  }
  document.addEventListener("input", (event) => { if (event.target.dataset && event.target.dataset.count) count(event.target); });
  const explain = (event) => {
    const chip = event.target.closest && event.target.closest(".tags .mantine-Chip-root");
    if (chip) chip.closest(".tags").querySelector(".meaning").textContent = chip.textContent;
  };
  ["pointerover", "focusin", "click"].forEach((kind) => document.addEventListener(kind, explain));

  /* ---- an open list takes Esc for itself ---- */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.getAttribute && event.target.getAttribute("aria-expanded") === "true") event.preventDefault();
  }, true);

  /* ---- what is wrong: said at the field, to those who see and to those who hear; the first gets the focus ---- */
  function mark() {
    let first = null;
    document.querySelectorAll("#panel .field").forEach((field) => {
      const says = field.querySelector(":scope > .says-wrong");
      const wrong = Boolean(says && says.textContent);
      field.classList.toggle("wrong", wrong);
      field.querySelectorAll("input:not([type=hidden]), textarea").forEach((input) => {
        if (input.dataset.described === undefined) input.dataset.described = input.getAttribute("aria-describedby") || "";
        input.setAttribute("aria-invalid", String(wrong));
        const described = (wrong ? says.id + " " : "") + input.dataset.described;
        if (described.trim()) input.setAttribute("aria-describedby", described.trim());
        else input.removeAttribute("aria-describedby");
        if (wrong) first = first || input;
      });
      if (wrong) for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    });
    if (first) first.focus();
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    entry: {
      moved: function () { soon(settle); return nothing(); },
      mark: function () { soon(mark); return nothing(); },
    },
  });
})();
