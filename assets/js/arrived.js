/* What was typed last arrives in the page's memory a moment later: a button pressed before that waits for it.
   Without this, a machine that stalls could save a form without the last words in it. */
(function () {
  "use strict";
  const AT_MOST = 2000; // ms; what does not arrive by then, as while another answer redraws it, is not waited for
  const LOOKS = 10; // ms
  const WORDS = ["TextInput", "Textarea"]; // fields whose value is what stands in them
  const typed = new Set();
  const waiting = new Set();
  let arrived = null;

  const late = (field) => {
    const known = field.isConnected && field.id ? window.memory.of(field.id) : undefined;
    return Boolean(known) && WORDS.includes(known.type) && (known.props.value || "") !== field.value;
  };
  window.addEventListener("input", (event) => { if (event.target.matches("input, textarea")) typed.add(event.target); }, true);

  window.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button:not(#hide):not([data-hide])");
    if (!button || button === arrived) return;
    typed.forEach((field) => { if (!late(field)) typed.delete(field); });
    if (!typed.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
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
})();
