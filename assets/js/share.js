/* People, moments and lines of the steps to tick: one element, filled with plain text, however many there are. */
(() => {
  "use strict";
  let shown = "";
  const { closest, make, nothing } = window.dom;
  const box = (label, checked, data, disabled) => {
    const input = make("input", { type: "checkbox", checked, disabled: Boolean(disabled) });
    Object.assign(input.dataset, data);
    return make("label", { className: "tick" }, input, make("span", { textContent: label }));
  };

  function lay(host, data) {
    const say = data.words;
    host.replaceChildren();
    const all = make("button", { type: "button", className: "button quiet", textContent: say.all });
    const none = make("button", { type: "button", className: "button quiet", textContent: say.none });
    all.onclick = () => tickEveryone(host, data, true);
    none.onclick = () => tickEveryone(host, data, false);
    host.append(make("div", { className: "row" }, all, none));
    for (const person of data.people) {
      const style = make("select", { ariaLabel: say.named });
      for (const [key, words] of data.styles) style.append(new Option(words, key, false, key === person.style));
      style.dataset.style = person.id;
      const also = make("input", { type: "text", value: person.also, placeholder: say.also, ariaLabel: say.also, autocomplete: "off", spellcheck: false });
      also.dataset.also = person.id;
      const head = make("div", { className: "person" }, box(person.name, person.on, { person: person.id }), style);
      const list = make("ul");
      for (const [id, label, hasStory, counted, words, story] of person.moments) {
        list.append(make("li", {}, make("span", { className: "what", textContent: label }),
          make("span", { className: "steps-out" },
            box(say.counted, counted, { moment: id, step: "episodes" }),
            box(say.words, words, { moment: id, step: "headlines" }),
            ...(hasStory ? [box(say.story, story, { moment: id, step: "stories" })] : []))));
      }
      const many = person.moments.length;
      const count = many > 1 ? `${many} ${say.moments}` : many ? say.one : say.no_moments;
      const fold = make("details", { className: "fold" }, make("summary", { textContent: count }), also, list);
      host.append(make("div", { className: "whom" }, head, fold));
    }
    if (data.steps.length) {
      host.append(make("div", { className: "of-steps" },
        make("h3", { textContent: say.steps }), make("p", { className: "note", textContent: say.steps_note })));
    }
    for (const step of data.steps) {
      const list = make("ul");
      for (const [kind, id, about, text, on] of step.lines) {
        const tick = box(about, on, { line: id, kind });
        tick.append(make("span", { className: "what", textContent: text }));
        list.append(make("li", { className: "wrote" }, tick));
      }
      const fold = make("details", { className: "fold" },
        make("summary", { textContent: `${step.title}, ${step.count}` }), list);
      host.append(make("div", { className: "whom" }, fold));
    }
    host.onchange = (event) => { follow(host, event.target); tell(host, data.plan); };
  }

  /* A step needs the one before, and its person: ticking a later one ticks those, unticking takes the later ones. */
  const ORDER = ["episodes", "headlines", "stories"];
  const at = (host, moment, step) => host.querySelector(`input[data-moment="${CSS.escape(moment)}"][data-step="${step}"]`);
  function follow(host, input) {
    if (input.dataset.person) {
      input.closest(".whom").querySelectorAll('input[data-step="episodes"]').forEach((one) => {
        one.checked = input.checked;
        if (!input.checked) follow(host, one);
      });
      return;
    }
    if (!input.dataset.step) return;
    const place = ORDER.indexOf(input.dataset.step);
    ORDER.forEach((step, n) => {
      const other = at(host, input.dataset.moment, step);
      if (other && ((input.checked && n < place) || (!input.checked && n > place))) other.checked = input.checked;
    });
    if (input.checked) input.closest(".whom").querySelector("input[data-person]").checked = true;
  }
  function tickEveryone(host, data, on) {
    host.querySelectorAll("input[data-person]").forEach((one) => { one.checked = on; follow(host, one); });
    tell(host, data.plan);
  }
  function tell(host, plan) {
    window.dom.soon("share-ticks", () => {
      const ids = (step) => [...host.querySelectorAll(`input[data-step="${step}"]:checked`)].map((one) => one.dataset.moment);
      const pairs = (key) => Object.fromEntries([...host.querySelectorAll(`[data-${key}]`)].map((one) => [one.dataset[key], one.value]));
      return {
        plan,
        relationships: [...host.querySelectorAll("input[data-person]:checked")].map((one) => one.dataset.person),
        episodes: ids("episodes"), headlines: ids("headlines"), stories: ids("stories"),
        steps: [...host.querySelectorAll("input[data-line]:checked")].map((one) => [one.dataset.kind, one.dataset.line]),
        styles: pairs("style"), also: pairs("also"),
      };
    });
  }

  /* ---- a page, enlarged; any press or Esc closes it ---- */
  document.addEventListener("click", (event) => {
    const sheet = closest(event, ".pages .sheet");
    if (!sheet) return;
    const large = make("dialog", { className: "sheet-large" },
      make("button", { type: "button", className: "sheet", title: sheet.title }, sheet.querySelector("img").cloneNode()));
    large.addEventListener("click", () => large.close());
    large.addEventListener("close", () => { large.remove(); sheet.focus(); });
    document.body.append(large);
    large.showModal();
  });

  window.dom.offer("share", {
      tree: (data) => {
        const host = document.getElementById("share-tree");
        if (!host) return nothing();
        const _key = data ? JSON.stringify(data) : "";
        if (!data) { host.replaceChildren(); shown = ""; return nothing(); }
        if (host.contains(document.activeElement) && shown === data.plan) return nothing();
        const open = [...host.querySelectorAll("details")].map((one) => one.open);
        lay(host, data);
        if (shown === data.plan) host.querySelectorAll("details").forEach((one, n) => { one.open = open[n] || false; });
        shown = data.plan;
        return nothing();
      },
  });
})();
