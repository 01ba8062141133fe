/* Back from a pattern to the list of all: the card that was opened is in sight again, and has the focus. */
(() => {
  "use strict";
  const { closest } = window.dom;
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
    const card = closest(event, "[data-pattern]");
    if (card) { opened = card.dataset.pattern; return; }
    if (opened && closest(event, "#patterns-back")) setTimeout(() => show(80), 120);
  });
})();
