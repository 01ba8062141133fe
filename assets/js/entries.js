/* Everything entered: all of it as plain text, filled in where it is unfolded; and the keys n and / on every page. */
(() => {
  "use strict";
  const { byId, closest, drawn, make } = window.dom;
  const press = (says, name, about) => {
    const made = make("button", { type: "button", className: "button quiet", textContent: says });
    made.dataset[name] = JSON.stringify(about);
    return made;
  };
  const unfolded = new Set();
  function moments(person, words) {
    const table = make("table");
    const head = table.createTHead().insertRow();
    words.columns.forEach((title) => { const cell = make("th", { textContent: title }); cell.scope = "col"; head.append(cell); });
    head.append(make("td"));
    const body = table.createTBody();
    person.moments.forEach(([id, ...cells]) => {
      const row = body.insertRow();
      cells.forEach((text) => { row.append(make("td", { textContent: text })); });
      const does = make("td", { className: "does" });
      const edit = press(words.edit, "form", { kind: "episode", id });
      edit.setAttribute("aria-label", `${words.edit}: ${cells[1]}`);
      const gone = press(words.delete, "gone", { kind: "episode", id });
      gone.setAttribute("aria-label", `${words.delete}: ${cells[1]}`);
      does.append(edit, gone);
      row.append(does);
    });
    return table;
  }
  function someone(person, words) {
    const fold = make("details", { className: "someone" });
    const head = make("summary");
    head.append(make("strong", { textContent: person.name }), make("span", { textContent: person.role, className: "note" }), make("span", { textContent: person.count, className: "note how-many" }));
    fold.append(head);
    const fill = () => {
      if (!fold.open) { unfolded.delete(person.id); return; }
      unfolded.add(person.id);
      if (fold.children.length > 1) return;
      const row = make("div", { className: "row" });
      const edit = press(words.edit, "form", { kind: "relationship", id: person.id });
      edit.setAttribute("aria-label", `${words.edit}: ${person.name}`);
      const gone = press(person.delete, "gone", { kind: "relationship", id: person.id });
      row.append(press(person.new, "form", { kind: "episode", id: "", relationship: person.id }), edit, gone);
      fold.append(row);
      if (person.moments.length) { const wide = make("div", { className: "table-wide" }); wide.append(moments(person, words)); fold.append(wide); }
    };
    fold.addEventListener("toggle", fill);
    if (unfolded.has(person.id)) { fold.open = true; fill(); }
    return fold;
  }
  function others(group, words) {
    const box = make("section");
    box.append(make("h2", { textContent: group.title }));
    const rows = make("ul", { className: "plain-rows" });
    group.rows.forEach(([id, label, more]) => {
      const row = make("li");
      const edit = press(words.edit, "form", { kind: group.kind, id });
      edit.setAttribute("aria-label", `${words.edit}: ${label}`);
      const gone = press(words.delete, "gone", { kind: group.kind, id });
      gone.setAttribute("aria-label", `${words.delete}: ${label}`);
      const does = make("span", { className: "does" });
      does.append(edit, gone);
      row.append(make("strong", { textContent: label }), make("span", { textContent: more, className: "note" }), does);
      rows.append(row);
    });
    box.append(rows);
    return box;
  }
  function hit(row, words) {
    const item = make("li");
    const said = make("span", { className: "excerpt" });
    said.append(make("span", { textContent: row.excerpt[0] }), make("mark", { textContent: row.excerpt[1] }), make("span", { textContent: row.excerpt[2] }));
    item.append(make("span", { textContent: row.kind, className: "note" }), said);
    if (row.form) {
      const edit = press(words.edit, "form", row.form);
      edit.setAttribute("aria-label", `${words.edit}: ${row.excerpt.join("")}`);
      item.append(edit);
    } else if (row.place) {
      const open = press(words.open, "place", row.place);
      open.setAttribute("aria-label", `${words.open}: ${row.excerpt.join("")}`);
      item.append(open);
    }
    return item;
  }
  function list(data, hits) {
    const host = byId("entries-list");
    if (!host || !data) return [window.dom.nothing(), ""];
    if (hits) {
      const rows = make("ul", { className: "plain-rows hits" });
      hits.rows.forEach((row) => { rows.append(hit(row, data.words)); });
      host.replaceChildren(rows);
      return [window.dom.nothing(), hits.says];
    }
    const shown = data.people.map((person) => someone(person, data.words));
    data.rest.filter((group) => group.rows.length).forEach((group) => { shown.push(others(group, data.words)); });
    host.replaceChildren(...(shown.length ? shown : [make("p", { textContent: data.words.nothing, className: "note" })]));
    return [window.dom.nothing(), ""];
  }

  /* ---- n and / on every page: where no button on it answers them, a form opens, or the search is gone to ---- */
  document.addEventListener("keydown", (event) => {
    if ((event.key !== "n" && event.key !== "/") || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = byId("keys");
    if (event.target.closest("input, textarea, select") || window.forms.isOpen() || !keys || keys.open || keys.dataset.letters === "false") return;
    if (document.querySelector(`[data-key="${event.key}"]`) || byId("begin-start")) return;
    event.preventDefault();
    if (event.key === "n") { window.dom.tell("form", { data: { kind: "episode", id: "" } }); return; }
    window.dom.tell("place", { data: { page: "entries" } });
    const began = Date.now();
    const arrive = () => {
      const search = byId("entries-search");
      if (search) search.focus();
      else if (Date.now() - began < 3000) setTimeout(arrive, 50);
    };
    arrive();
  });

  document.addEventListener("click", (event) => {
    const gone = closest(event, "[data-gone]");
    if (gone) window.dom.tell("entries-delete", { data: { ...JSON.parse(gone.dataset.gone), at: Date.now() } });
  });

  window.dom.offer("entries", {
    list: (data, hits) => new Promise((done) => drawn(() => done(list(data, hits)))),
  });
})();
