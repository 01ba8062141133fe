/* The house around every page: the way about, colours, hiding, keys, the toast, and the server's silence. */
(() => {
  "use strict";
  const { byId, closest, nothing, make } = window.dom;
  const set = window.dom.tell;

  /* ---- what a picture is drawn on: its width, the colours, and what it is to show by now ----
     Written from here alone: a store that callbacks write would make the picture wait for all of them. */
  let asked = 0;      // counts what else the picture follows: the thread, the span, the filter, a fresh page
  let version = 0;    // the desk's
  let drawn = "";
  let coming = false;
  function sheet() {
    const box = byId("picture-box");
    if (!box || !box.clientWidth) return null;
    const dark = document.documentElement.dataset.mantineColorScheme === "dark";
    return { width: Math.floor(box.clientWidth), dark, version, asked };
  }
  function soon() {
    if (coming) return;
    coming = true;
    setTimeout(() => {
      coming = false;
      const now = sheet();
      if (!now || JSON.stringify(now) === drawn) return;
      drawn = JSON.stringify(now);
      set("sheet", { data: now });
    });
  }
  const sizes = new ResizeObserver(() => { clearTimeout(resting); resting = setTimeout(soon, drawn ? 60 : 0); });
  let resting = 0;
  let settling = 0;
  let watched = null;
  function watch() {
    const box = byId("picture-box");
    if (box === watched) return;
    watched = box;
    sizes.disconnect();
    asked += 1;
    if (box) { sizes.observe(box); soon(); }
  }
  const pages = new MutationObserver(watch);

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    house: {
      here: (place) => {
        document.querySelectorAll("#top nav button").forEach((way) => {
          const id = JSON.parse(way.id);
          if (place && id.page === place.page) way.setAttribute("aria-current", "page");
          else way.removeAttribute("aria-current");
        });
        return nothing();
      },
      colours: (clicks, now, labels) => {
        const wish = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
        const next = !clicks ? wish : now === "dark" ? "light" : "dark";
        return [next, labels[next === "dark" ? "light" : "dark"]];
      },
      seen: (seen) => {
        version = seen;
        if (!watched) { pages.observe(byId("main"), { childList: true, subtree: true }); watch(); }
        soon();
        clearTimeout(settling);
        settling = setTimeout(() => set("settled", { data: seen }), 200);
        return nothing();
      },
      follow: () => { asked += 1; soon(); return nothing(); },
      /* A form that was saved leaves at once, so that the picture is drawn once, at its final width. Told to the
         page alone: two answers about one component at the same time can bring the renderer to a stop. */
      panel: (form) => { byId("panel").hidden = !form; return nothing(); },
      say: (said, _close) => {
        const closing = window.dash_clientside.callback_context.triggered_id === "toast-close";
        clearTimeout(fading);
        if (closing || !said || !said.says) return ["", ""];
        fading = setTimeout(fade, 12000);
        return [said.says, said.undo ? "shown undoable" : "shown"];
      },
    },
  });
  let fading = 0;
  function fade() { // not under a finger or from under the focus
    if (byId("toast").matches(":hover, :focus-within")) fading = setTimeout(fade, 4000);
    else set("toast", { className: "" });
  }

  /* ---- whatever leads to a page says which; read where it is pressed, since a page drawn anew meanwhile
     would forget that it was ---- */
  document.addEventListener("click", (event) => {
    const to = closest(event, "[data-place]");
    if (!to) return;
    set("place", { data: JSON.parse(to.dataset.place) });
    window.scrollTo(0, 0);
    setTimeout(() => { const main = byId("main"); if (main) main.focus({ preventScroll: true }); }, 60);
  });

  /* ---- hiding: blank first, then away; the address left behind says nothing ---- */
  const tabs = new BroadcastChannel("notes");
  tabs.onmessage = () => blank(); // hidden in one tab, hidden in all
  function hide() { blank(() => tabs.postMessage("")); }
  function blank(tell) {
    document.documentElement.classList.add("hidden-at-once");
    document.body.replaceChildren();
    document.title = "Notes";
    if (tell) tell();
    window.dom.all();
    window.location.replace("/assets/blank.html");
  }
  window.addEventListener("pageshow", (shown) => { if (shown.persisted) window.location.reload(); });
  document.addEventListener("click", (event) => {
    const on = closest(event, "#hide, [data-hide]");
    if (on) hide();
  }, true);
  let taps = [];
  let alone = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift" && !event.repeat) { alone = true; return; }
    if (event.key !== "Shift") { alone = false; taps = []; }
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    const now = Date.now();
    taps = taps.filter((then) => now - then < 5000).concat(now);
    if (taps.length >= 3) hide();
  }, true);
  document.addEventListener("mousedown", () => { taps = []; alone = false; }, true);

  /* ---- keys: none while typing; single letters only where the person left them on ---- */
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable=true]");
  const letters = () => { const keys = byId("keys"); return keys && keys.dataset.letters !== "false"; };
  const press = (key) => {
    const one = `[data-key="${key}"]:not([disabled]):not([hidden])`;
    const button = document.querySelector(`#panel ${one}`) || document.querySelector(one);
    if (button) { if (button.matches("input, textarea")) button.focus(); else button.click(); }
    return Boolean(button);
  };
  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === "Enter") { if (press("save")) event.preventDefault(); return; }
    if (event.key === "Escape") {
      const keys = byId("keys");
      if (keys?.open) { keys.close(); return; }
      if (!event.defaultPrevented) press("escape");
      return;
    }
    if (typing(event.target)) return;
    if (command && event.key.toLowerCase() === "z") {
      if (press(event.shiftKey ? "redo" : "undo")) event.preventDefault();
      return;
    }
    if (command || event.altKey || !letters() || event.key.length !== 1) return;
    if (event.key === "?") { event.preventDefault(); openKeys(); return; }
    if (["n", "e", "/"].includes(event.key) && press(event.key)) event.preventDefault();
  });
  function openKeys() { const keys = byId("keys"); if (keys && !keys.open) keys.showModal(); }
  document.addEventListener("click", (event) => {
    if (!event.target.closest) return;
    if (event.target.closest("#keys-button")) openKeys();
    if (event.target.closest("#keys-close")) byId("keys").close();
  });

  /* ---- what the server does not answer, or refuses: a failed callback is silent otherwise ---- */
  const told = (what) => (byId("house") ? byId("house").dataset[what] : "");
  async function explain(error) {
    if (!(error instanceof Response)) return told("silent");
    if (error.status === 401 || error.status === 403 || error.bodyUsed) return told("shut");
    return (await error.clone().text()).slice(0, 400);
  }
  /* Called for every answer by the renderer's own hook (timeline/ui/shell.py). */
  window.house = {
    answered: (callback, answer) => {
      if (callback.clientside_function) return;
      if (answer.error) explain(answer.error).then(tell, () => tell(told("silent")));
      else tell("");
    },
  };
  function tell(says) {
    let bar = byId("trouble");
    if (!bar) {
      if (!says || !document.body) return;
      bar = make("div", { id: "trouble", role: "alert" });
      document.body.prepend(bar);
    }
    bar.textContent = says;
  }
})();
