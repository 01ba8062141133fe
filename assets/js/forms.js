/* Every form: the panel's, a question of a walk, the first page. A press waits for the words typed before it and
   belongs to the question it was made on; what is typed is kept as a draft; the focus goes where it is needed. */
(() => {
  "use strict";
  const { byId, closest, drawn } = window.dom;
  const panelForm = () => document.querySelector("#panel .entry-form");

  /* ---- a press waits for the words ----
     What was typed last arrives in the page's memory a moment later: without this, a machine that stalls could save a
     form without the last words in it. */
  const AT_MOST = 2000; // ms; what does not arrive by then, as while another answer redraws it, is not waited for
  const LOOKS = 10; // ms
  const WORDS = ["TextInput", "Textarea"]; // fields whose value is what stands in them
  const typed = new Set();
  const waiting = new Set();
  let arrived = null;
  const late = (field) => {
    const known = field.isConnected && field.id ? window.dom.of(field.id) : undefined;
    return Boolean(known) && WORDS.includes(known.type) && (known.props.value || "") !== field.value;
  };
  window.addEventListener("input", (event) => { if (event.target.matches("input, textarea")) typed.add(event.target); }, true);
  window.addEventListener("click", (event) => {
    const button = closest(event, "button:not(#hide):not([data-hide])");
    if (!button) return;
    const halt = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (button !== arrived) typed.forEach((field) => { if (!late(field)) typed.delete(field); });
    if (button === arrived || !typed.size) { if (isAnswering(button)) halt(); return; }
    halt();
    if (waiting.has(button)) return;
    waiting.add(button);
    const began = Date.now();
    const look = () => {
      if ([...typed].some(late) && Date.now() - began < AT_MOST) { setTimeout(look, LOOKS); return; }
      typed.clear();
      waiting.delete(button);
      arrived = button;
      button.click();
      arrived = null;
    };
    setTimeout(look, LOOKS);
  }, true);

  /* ---- a press belongs to the question it was made on ----
     Until it is answered no other press on that question counts: the page hears the last answer alone, and a second
     press would swallow the first. */
  const HEARD_AT_MOST = 15000; // ms; then a question may be pressed again, whatever became of the answer
  let answering = null; // the question, and since when
  function isAnswering(button) {
    const card = button.closest(".moves") && button.closest(".question");
    const heading = card?.querySelector("[data-ask]");
    if (!heading) return false;
    const asked = heading.dataset.ask;
    if (answering && answering.asked === asked && Date.now() - answering.since < HEARD_AT_MOST) return true;
    answering = { asked, since: Date.now() };
    return false;
  }
  /* Called for every answer by the renderer's own hook (timeline/ui/shell.py). */
  function answered(callback) { if (callback.output.includes("-asking.children")) answering = null; }

  /* ---- drafts: the server keeps them; here is said when ---- */
  const keep = (event) => {
    const form = closest(event, ".fields") && closest(event, "[data-draft]");
    if (form) window.dom.soon(form.dataset.draft, Date.now);
  };
  ["input", "change", "click"].forEach((kind) => { document.addEventListener(kind, keep); });
  window.addEventListener("click", (event) => {
    if (closest(event, "#panel .presses, #panel .kept-line")) window.dom.forget("entry-tick"); // these keep or drop it themselves
  }, true);

  /* ---- the panel: where the focus came from, and goes back to ---- */
  let from = null;
  let inside = false;
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest("#panel") && event.target !== document.body && !inside) from = event.target;
  });
  function settle() {
    const open = panelForm();
    if (open && open !== inside) {
      inside = open;
      const first = open.querySelector(".field.first input, .field.first textarea") || open.querySelector(".fields input, .fields textarea, .presses button");
      if (first) first.focus({ preventScroll: true });
      open.scrollTop = 0;
      open.querySelectorAll("[data-count]").forEach(count);
    } else if (!open && inside) {
      inside = false;
      const back = from?.isConnected && from.offsetParent !== null ? from : byId("main");
      if (back && (!document.activeElement || document.activeElement === document.body)) back.focus({ preventScroll: true });
    }
  }

  /* ---- a new question gets the focus, so that it is read out and the next Tab goes on from there ---- */
  let asked = "";
  let wrongs = "";
  function look() {
    const heading = document.querySelector("[data-ask]");
    const now = heading ? heading.dataset.ask : "";
    const says = [...document.querySelectorAll(".question .says-wrong")].map((line) => line.textContent).join("");
    if (says !== wrongs) { wrongs = says; if (says) drawn(mark); }
    if (now === asked) return;
    asked = now;
    answering = null;
    const held = document.activeElement;
    if (heading) setTimeout(() => arrive(held), 90);
  }
  function arrive(held) {
    const heading = document.querySelector("[data-ask]");
    const card = heading?.closest(".card");
    const now = document.activeElement;
    if (!card || card.contains(now) || (now !== held && !now.contains(card))) return; // the person was faster
    heading.focus({ preventScroll: true });
    const top = card.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight * 0.6) card.scrollIntoView({ block: "start" });
  }

  /* ---- what is deleted takes its button along: the focus goes to undo, and after undo to the list ---- */
  let next = "";
  document.addEventListener("click", (event) => {
    const on = closest(event, "button");
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

  /* ---- how much of a headline is left, and what a tag means ---- */
  function count(field) {
    const shown = field.closest(".field").querySelector(".counter");
    const most = Number(field.dataset.count);
    const length = Array.from(field.value).length;
    if (!shown) return;
    shown.textContent = length > most - 40 ? `${length} of ${most}` : "";
    shown.classList.toggle("over", length > most);
  }
  document.addEventListener("input", (event) => { if (event.target.dataset?.count) count(event.target); });
  const explain = (event) => {
    const chip = closest(event, ".tags .mantine-Chip-root");
    if (chip) chip.closest(".tags").querySelector(".meaning").textContent = chip.textContent;
  };
  ["pointerover", "focusin", "click"].forEach((kind) => { document.addEventListener(kind, explain); });

  /* ---- Ctrl+Enter and Esc while typing, for the form in which it is typed ---- */
  document.addEventListener("keydown", (event) => {
    const key = (event.ctrlKey || event.metaKey) && event.key === "Enter" ? "save" : event.key === "Escape" ? "escape" : "";
    const where = key && closest(event, ".entry-form, .begin, .question");
    if (!where || !event.target.matches("input, textarea")) return;
    if (key === "escape" && event.target.getAttribute("aria-expanded") === "true") { event.preventDefault(); return; } // its list closes
    const button = where.querySelector(`[data-key="${key}"]`);
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  }, true);

  /* ---- what is wrong: said at the field, to those who see and to those who hear; the first gets the focus ---- */
  function mark() {
    let first = null;
    document.querySelectorAll(".field").forEach((field) => {
      const says = field.querySelector(":scope > .says-wrong");
      const wrong = Boolean(says?.textContent);
      field.classList.toggle("wrong", wrong);
      field.querySelectorAll("input:not([type=hidden]), textarea").forEach((input) => {
        if (input.dataset.described === undefined) input.dataset.described = input.getAttribute("aria-describedby") || "";
        input.setAttribute("aria-invalid", String(wrong));
        const described = (wrong ? `${says.id} ` : "") + input.dataset.described;
        if (described.trim()) input.setAttribute("aria-describedby", described.trim());
        else input.removeAttribute("aria-describedby");
        if (wrong) first = first || input;
      });
      if (wrong) for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    });
    const both = document.querySelector("#entry-conflict button");
    if (both && !both.dataset.met) { both.dataset.met = "yes"; first = both; }
    if (first) first.focus();
  }

  /* ---- a button anywhere that opens a form says which ---- */
  document.addEventListener("click", (event) => {
    const on = closest(event, "[data-form]");
    if (on) window.dom.tell("form", { data: JSON.parse(on.dataset.form) });
  });

  window.forms = { answered, isOpen: () => Boolean(panelForm()) };
  window.dom.offer("forms", {
    moved: () => { drawn(settle); return window.dom.nothing(); },
    mark: () => { drawn(mark); return window.dom.nothing(); },
    /* What is kept by now, into the fields that show what was kept before; what is typed in stays. */
    follow: (now, base, ...values) => {
      const same = window.dom.nothing();
      if (!now || !base) return [same, ...values.map(() => same)];
      const next = {};
      const shown = Object.keys(now).map((field, n) => {
        const value = values[n] || "";
        const typedIn = value !== base[field] || byId(`cover-${field}`).value !== value;
        next[field] = typedIn ? base[field] : now[field];
        return typedIn || value === now[field] ? same : now[field];
      });
      return [next, ...shown];
    },
  });
})();
