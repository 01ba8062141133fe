/* Back from a pattern to the list of all: the card that was opened is in sight again, and has the focus.
   A note on a pattern is handed on a moment after the last letter, so that nothing typed is lost. */
(() => {
  "use strict";
  document.addEventListener("input", (event) => {
    const note = event.target;
    if (note.id === "verdict-note") window.memory.soon("verdict-typed", () => note.value);
  });
  let opened = "";
  function show(tries) {
    const card = document.querySelector(`[data-pattern="${CSS.escape(opened)}"]`);
    if (!card) { if (tries > 0) setTimeout(() => show(tries - 1), 60); return; }
    const fold = card.closest("details");
    if (fold) fold.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
  }
  document.addEventListener("click", (event) => {
    const card = event.target.closest?.("[data-pattern]");
    if (card) { opened = card.dataset.pattern; return; }
    if (opened && event.target.closest && event.target.closest("#patterns-back")) setTimeout(() => show(80), 120);
  });
})();
