/* The page's memory: what it holds of a component, and how one is told something. One that is gone is told nothing. */
(function () {
  "use strict";
  const named = (id) => (typeof id === "string" && id.startsWith("{") ? JSON.parse(id) : id);
  function of(id) {
    try { return window.dash_component_api.getLayout(named(id)); } catch { return undefined; } // it throws for one that is gone
  }
  function tell(id, props) { if (of(id)) window.dash_clientside.set_props(named(id), props); }
  window.memory = { of, tell };
})();
