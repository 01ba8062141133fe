/* Long tables are one element, filled here with plain text: thousands of Dash components would be slow.
   One cell of each row is a button that opens the entry the row is about. */
(() => {
  "use strict";
  const PAGE = 500;
  function fill(host, listed) {
    const { columns, rows, ids, forms, opens } = listed;
    host.replaceChildren();
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of columns) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.appendChild(cell);
    }
    const body = table.createTBody();
    const more = document.createElement("button");
    more.type = "button";
    more.className = "button plain";
    let shown = 0;
    function next() {
      rows.slice(shown, shown + PAGE).forEach((row, n) => {
        const line = body.insertRow();
        row.forEach((words, at) => {
          const cell = line.insertCell();
          if (at !== opens || !forms[shown + n]) { cell.textContent = words; return; }
          const open = document.createElement("button");
          open.type = "button";
          open.className = "button link";
          open.textContent = words;
          const form = { kind: forms[shown + n], id: ids[shown + n] };
          open.addEventListener("click", () => window.dom.tell("form", { data: form }));
          cell.appendChild(open);
        });
      });
      shown = Math.min(rows.length, shown + PAGE);
      more.hidden = shown >= rows.length;
      more.textContent = `${shown} / ${rows.length} …`;
    }
    more.addEventListener("click", next);
    next();
    host.append(table, more);
  }
  /* A long table is asked for when it is unfolded, not before. */
  document.addEventListener("toggle", (event) => {
    if (event.target.id === "life-table") window.dom.tell("life-table-open", { data: event.target.open });
  }, true);
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    tables: {
      fill: (listed) => {
        const fold = document.getElementById(window.dash_clientside.callback_context.outputs_list.id);
        if (!fold || !listed) return window.dash_clientside.no_update;
        const host = fold.querySelector(".scroll");
        const draw = () => { if (fold.open) fill(host, listed); };
        fold.ontoggle = draw;
        draw();
        return window.dash_clientside.no_update;
      },
    },
  });
})();
