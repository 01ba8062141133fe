/* The forms: drafts a moment after typing, focus on coming and going, and what is marked wrong. */
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const nothing = () => window.dash_clientside.no_update;
  const soon = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  const form = () => document.querySelector("#panel .entry-form");

  /* ---- drafts: the server keeps them; here is said when ---- */
  const typed = (event) => {
    if (!event.target.closest) return;
    if (event.target.closest("#panel .entry-form .fields")) window.memory.soon("entry-tick", Date.now);
    if (event.target.closest(".begin .fields")) window.memory.soon("begin-tick", Date.now);
  };
  ["input", "change", "click"].forEach((kind) => { document.addEventListener(kind, typed); });
  window.addEventListener("click", (event) => {
    // These buttons keep or drop it themselves.
    if (!event.target.closest) return;
    if (event.target.closest("#panel .presses, #panel .kept-line")) window.memory.forget("entry-tick");
    if (event.target.closest('.begin [data-key="save"]')) window.memory.forget("begin-tick");
  }, true);

  /* ---- where the focus came from, and goes back to ---- */
  let from = null;
  let inside = false;
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest("#panel") && event.target !== document.body && !inside) from = event.target;
  });
  function settle() {
    const open = form();
    if (open && open !== inside) {
      inside = open;
      const first = open.querySelector(".field.first input, .field.first textarea") || open.querySelector(".fields input, .fields textarea, .presses button");
      if (first) first.focus({ preventScroll: true });
      open.scrollTop = 0;
      open.querySelectorAll("[data-count]").forEach(count);
    } else if (!open && inside) {
      inside = false;
      const back = from && from.isConnected && from.offsetParent !== null ? from : byId("main");
      if (back && (!document.activeElement || document.activeElement === document.body)) back.focus({ preventScroll: true });
    }
  }

  /* ---- how much of a headline is left, and what a tag means ---- */
  function count(field) {
    const shown = field.closest(".field").querySelector(".counter");
    const most = Number(field.dataset.count);
    const length = Array.from(field.value).length;
    if (!shown) return;
    shown.textContent = length > most - 40 ? length + " of " + most : "";
    shown.classList.toggle("over", length > most);
  }
  document.addEventListener("input", (event) => { if (event.target.dataset && event.target.dataset.count) count(event.target); });
  const explain = (event) => {
    const chip = event.target.closest && event.target.closest(".tags .mantine-Chip-root");
    if (chip) chip.closest(".tags").querySelector(".meaning").textContent = chip.textContent;
  };
  ["pointerover", "focusin", "click"].forEach((kind) => { document.addEventListener(kind, explain); });

  /* ---- Ctrl+Enter and Esc while typing, for the form in which it is typed ---- */
  document.addEventListener("keydown", (event) => {
    const key = (event.ctrlKey || event.metaKey) && event.key === "Enter" ? "save" : event.key === "Escape" ? "escape" : "";
    const where = key && event.target.closest && event.target.closest(".entry-form, .begin");
    if (!where || !event.target.matches("input, textarea")) return;
    if (key === "escape" && event.target.getAttribute("aria-expanded") === "true") { event.preventDefault(); return; } // its list closes
    const button = where.querySelector('[data-key="' + key + '"]');
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  }, true);

  /* ---- n and / on every page: where no button on it answers them, a form opens, or the search is gone to ---- */
  document.addEventListener("keydown", (event) => {
    if ((event.key !== "n" && event.key !== "/") || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = byId("keys");
    if (event.target.closest("input, textarea, select") || form() || !keys || keys.open || keys.dataset.letters === "false") return;
    if (document.querySelector('[data-key="' + event.key + '"]') || byId("begin-start")) return;
    event.preventDefault();
    if (event.key === "n") { window.memory.tell("form", { data: { kind: "episode", id: "" } }); return; }
    window.memory.tell("place", { data: { page: "entries" } });
    const began = Date.now();
    const arrive = () => {
      const search = byId("entries-search");
      if (search) search.focus();
      else if (Date.now() - began < 3000) setTimeout(arrive, 50);
    };
    arrive();
  });

  /* ---- what is wrong: said at the field, to those who see and to those who hear; the first gets the focus ---- */
  function mark() {
    let first = null;
    document.querySelectorAll(".field").forEach((field) => {
      const says = field.querySelector(":scope > .says-wrong");
      const wrong = Boolean(says && says.textContent);
      field.classList.toggle("wrong", wrong);
      field.querySelectorAll("input:not([type=hidden]), textarea").forEach((input) => {
        if (input.dataset.described === undefined) input.dataset.described = input.getAttribute("aria-describedby") || "";
        input.setAttribute("aria-invalid", String(wrong));
        const described = (wrong ? says.id + " " : "") + input.dataset.described;
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
    const on = event.target.closest && event.target.closest("[data-form]");
    if (on) window.memory.tell("form", { data: JSON.parse(on.dataset.form) });
    const gone = event.target.closest && event.target.closest("[data-gone]");
    if (gone) window.memory.tell("entries-delete", { data: { ...JSON.parse(gone.dataset.gone), at: Date.now() } });
  });

  /* ---- everything entered: all of it as text, filled in where it is unfolded ---- */
  const make = (tag, text, kind) => {
    const made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const press = (says, name, about) => {
    const made = make("button", says, "button quiet");
    made.type = "button";
    made.dataset[name] = JSON.stringify(about);
    return made;
  };
  const unfolded = new Set();
  function moments(person, words) {
    const table = make("table");
    const head = table.createTHead().insertRow();
    words.columns.forEach((title) => { const cell = make("th", title); cell.scope = "col"; head.append(cell); });
    head.append(make("td"));
    const body = table.createTBody();
    person.moments.forEach(([id, ...cells]) => {
      const row = body.insertRow();
      cells.forEach((text) => { row.append(make("td", text)); });
      const does = make("td", null, "does");
      const edit = press(words.edit, "form", { kind: "episode", id });
      edit.setAttribute("aria-label", words.edit + ": " + cells[1]);
      const gone = press(words.delete, "gone", { kind: "episode", id });
      gone.setAttribute("aria-label", words.delete + ": " + cells[1]);
      does.append(edit, gone);
      row.append(does);
    });
    return table;
  }
  function someone(person, words) {
    const fold = make("details", null, "someone");
    const head = make("summary");
    head.append(make("strong", person.name), make("span", person.role, "note"), make("span", person.count, "note how-many"));
    fold.append(head);
    const fill = () => {
      if (!fold.open) { unfolded.delete(person.id); return; }
      unfolded.add(person.id);
      if (fold.children.length > 1) return;
      const row = make("div", null, "row");
      const edit = press(words.edit, "form", { kind: "relationship", id: person.id });
      edit.setAttribute("aria-label", words.edit + ": " + person.name);
      const gone = press(person.delete, "gone", { kind: "relationship", id: person.id });
      gone.setAttribute("aria-label", person.delete + ": " + person.name);
      row.append(press(person.new, "form", { kind: "episode", id: "", relationship: person.id }), edit, gone);
      fold.append(row);
      if (person.moments.length) { const wide = make("div", null, "table-wide"); wide.append(moments(person, words)); fold.append(wide); }
    };
    fold.addEventListener("toggle", fill);
    if (unfolded.has(person.id)) { fold.open = true; fill(); }
    return fold;
  }
  function others(group, words) {
    const box = make("section");
    box.append(make("h2", group.title));
    const rows = make("ul", null, "plain-rows");
    group.rows.forEach(([id, label, more]) => {
      const row = make("li");
      const edit = press(words.edit, "form", { kind: group.kind, id });
      edit.setAttribute("aria-label", words.edit + ": " + label);
      const gone = press(words.delete, "gone", { kind: group.kind, id });
      gone.setAttribute("aria-label", words.delete + ": " + label);
      const does = make("span", null, "does");
      does.append(edit, gone);
      row.append(make("strong", label), make("span", more, "note"), does);
      rows.append(row);
    });
    box.append(rows);
    return box;
  }
  function hit(row, words) {
    const item = make("li");
    const said = make("span", null, "excerpt");
    said.append(make("span", row.excerpt[0]), make("mark", row.excerpt[1]), make("span", row.excerpt[2]));
    item.append(make("span", row.kind, "note"), said);
    if (row.form) {
      const edit = press(words.edit, "form", row.form);
      edit.setAttribute("aria-label", words.edit + ": " + row.excerpt.join(""));
      item.append(edit);
    } else if (row.place) {
      const open = press(words.open, "place", row.place);
      open.setAttribute("aria-label", words.open + ": " + row.excerpt.join(""));
      item.append(open);
    }
    return item;
  }
  function list(data, hits) {
    const host = byId("entries-list");
    if (!host || !data) return [nothing(), ""];
    if (hits) {
      const rows = make("ul", null, "plain-rows hits");
      hits.rows.forEach((row) => { rows.append(hit(row, data.words)); });
      host.replaceChildren(rows);
      return [nothing(), hits.says];
    }
    const shown = data.people.map((person) => someone(person, data.words));
    data.rest.filter((group) => group.rows.length).forEach((group) => { shown.push(others(group, data.words)); });
    host.replaceChildren(...(shown.length ? shown : [make("p", data.words.nothing, "note")]));
    return [nothing(), ""];
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    entry: {
      moved: function () { soon(settle); return nothing(); },
      list: function (data, hits) {
        return new Promise((done) => soon(() => done(list(data, hits))));
      },
      stepped: function () {
        soon(() => {
          const first = document.querySelector(".begin .field.first input, .begin .field.first textarea");
          if (first) first.focus();
        });
        return nothing();
      },
      mark: function () { soon(mark); return nothing(); },
    },
  });
})();
