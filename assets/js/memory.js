/* The page's memory: what it holds of a component, and telling one something, now or a moment after the last key.
   A component that is gone is told nothing. What waits to be told is told at once when anything is pressed. */
(function () {
  "use strict";
  const PAUSE = 600; // ms without typing
  const waiting = new Map(); // by id: the timer, and what there is to tell by then
  const named = (id) => (typeof id === "string" && id.startsWith("{") ? JSON.parse(id) : id);
  function of(id) {
    try { return window.dash_component_api.getLayout(named(id)); } catch { return undefined; } // it throws for one that is gone
  }
  function tell(id, props) { if (of(id)) window.dash_clientside.set_props(named(id), props); }

  /* ---- what is typed: kept in a moment ---- */
  function soon(id, read) {
    const key = JSON.stringify(id);
    forget(id);
    waiting.set(key, { id, read, timer: setTimeout(() => now(key), PAUSE) });
  }
  function forget(id) {
    const key = JSON.stringify(id);
    if (waiting.has(key)) clearTimeout(waiting.get(key).timer);
    waiting.delete(key);
  }
  function now(key) {
    const { id, read } = waiting.get(key);
    forget(id);
    tell(id, { data: read() });
  }
  const all = () => [...waiting.keys()].forEach(now);
  document.addEventListener("click", all, true);
  window.addEventListener("pagehide", all);
  window.memory = { of, tell, soon, forget, all };
})();
