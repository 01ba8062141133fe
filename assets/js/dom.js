/* What the other scripts share: finding and making elements, and telling the page's memory something, now or a
   moment after the last key. A component that is gone is told nothing; what waits is told when anything is pressed. */
(() => {
  "use strict";
  const PAUSE = 600; // ms without typing
  const byId = (id) => document.getElementById(id);
  const closest = (event, selector) => (event.target.closest ? event.target.closest(selector) : null);
  const nothing = () => window.dash_clientside.no_update;
  const drawn = (act) => requestAnimationFrame(() => requestAnimationFrame(act)); // once what was answered is drawn
  function make(name, props, ...children) {
    const { dataset, role, ...rest } = props || {};
    const made = Object.assign(document.createElement(name), rest);
    Object.assign(made.dataset, dataset);
    if (role) made.setAttribute("role", role);
    made.append(...children);
    return made;
  }
  function offer(namespace, functions) { // for clientside callbacks
    window.dash_clientside = Object.assign({}, window.dash_clientside, { [namespace]: functions });
  }

  /* ---- the page's memory ---- */
  const named = (id) => (typeof id === "string" && id.startsWith("{") ? JSON.parse(id) : id);
  function of(id) {
    try { return window.dash_component_api.getLayout(named(id)); } catch { return undefined; } // it throws for one that is gone
  }
  function tell(id, props) { if (of(id)) window.dash_clientside.set_props(named(id), props); }

  /* ---- what is typed: told in a moment ---- */
  const waiting = new Map(); // by id: the timer, and what there is to tell by then
  function soon(id, read) {
    forget(id);
    waiting.set(id, { read, timer: setTimeout(() => now(id), PAUSE) });
  }
  function forget(id) {
    if (waiting.has(id)) clearTimeout(waiting.get(id).timer);
    waiting.delete(id);
  }
  function now(id) {
    const { read } = waiting.get(id);
    forget(id);
    tell(id, { data: read() });
  }
  const all = () => [...waiting.keys()].forEach(now);
  document.addEventListener("click", all, true);
  window.addEventListener("pagehide", all);
  window.dom = { byId, closest, nothing, drawn, make, offer, of, tell, soon, forget, all };
})();
