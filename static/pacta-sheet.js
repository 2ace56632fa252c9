/* The event sheet: rows that appear as one goes on, proposals from titles, "as above". Without it
   the form works by itself, only slower.

   Order: rows · as above · proposals · the page. */
"use strict";

{
  const { DITTO, WAIT, ask, boxIn, dressBoxes, failed, hooks, later, make, say, word } = window.pactaBoxes;
  const form = document.getElementById("pacta-sheet");
  let isChanged = false;

  /* Rows ------------------------------------------------------------------------------------- */

  const holder = document.getElementById("pacta-rows");
  const blank = document.getElementById("pacta-blank-row");
  const total = form.elements["documents-TOTAL_FORMS"];
  const rows = () => [...holder.children];
  const alive = () => rows().filter((row) => !part(row, "DELETE")?.checked);
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const isSaved = (row) => "saved" in row.dataset;

  const isBlank = (row) => {
    if (isSaved(row) || row.querySelector(".sheet-chosen li, .errorlist")) return false;
    const names = ["text", "type", "level", "period", "signed_on"];
    const ticks = ["is_signed_by_heads", "same_parties", "same_dates"];
    const typed = [...row.querySelectorAll("[name$=-typed]")].some((input) => input.value.trim());
    return !typed && !names.some((name) => part(row, name).value.trim()) && !ticks.some((name) => part(row, name).checked);
  };

  const newRow = () => {
    if (!blank || Number(total.value) >= Number(word.mostRows)) return null;
    const piece = document.createElement("template");
    piece.innerHTML = blank.innerHTML.replaceAll("__prefix__", total.value);
    const row = piece.content.firstElementChild;
    const above = rows().filter((other) => !("locked" in other.dataset)).at(-1);
    holder.append(row);
    total.value = Number(total.value) + 1;
    const language = above && part(above, "language").value;
    if (language) part(row, "language").value = language;
    dressRow(row);
    number();
    return row;
  };

  /* One blank row always stands at the end. */
  const goOn = () => {
    const last = rows().at(-1);
    return last && isBlank(last) ? last : newRow() || last;
  };

  const number = () => {
    rows().forEach((row, index) => {
      row.querySelector(".sheet-ordinal").textContent = index + 1;
      part(row, "position").value = index + 1;
    });
    tellAbove();
  };

  const enterRow = (row) => (row ? part(row, "text") || row.querySelector("a, button") : null)?.focus();

  const next = (row) => {
    goOn();
    enterRow(row.nextElementSibling);
  };

  const move = (row, step) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other || (step > 0 && isBlank(other))) return;
    const focus = document.activeElement;
    if (step < 0) other.before(row);
    else other.after(row);
    focus.focus();
    number();
    isChanged = true;
    say(`${word.sayMoved} ${rows().indexOf(row) + 1}`);
  };

  const remove = (row) => {
    const near = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    isChanged = true;
    goOn();
    number();
    say(word.sayRemoved);
    enterRow(near && near.isConnected ? near : rows().at(-1));
  };

  const button = (words, sign, act) => {
    const made = make("button", { type: "button", className: "sheet-tool", textContent: sign });
    made.setAttribute("aria-label", words);
    made.title = words;
    made.addEventListener("click", act);
    return made;
  };

  /* The number and the tick that remove a row without script give way to buttons. */
  const dressTools = (row) => {
    const tools = row.querySelector(".sheet-tools");
    const place = tools.querySelector(".sheet-position");
    place.hidden = true;
    tools.prepend(
      button(word.sayUp, "↑", () => move(row, -1)),
      button(word.sayDown, "↓", () => move(row, 1)),
    );
    const tick = tools.querySelector(".sheet-DELETE");
    if (tick && !isSaved(row)) {
      tick.hidden = true;
      tools.append(button(word.sayRemove, "×", () => remove(row)));
    }
  };

  const dressRow = (row) => {
    dressBoxes(row);
    dressTools(row);
    if ("locked" in row.dataset) return;
    row.addEventListener("keydown", (event) => rowKey(event, row));
    row.addEventListener("input", (event) => {
      if (row === rows().at(-1)) goOn();
      if (event.target === part(row, "text")) propose(row);
      if (["type", "period"].some((name) => event.target === part(row, name))) settle(event.target);
      if (DITTO.has(event.target.value?.trim?.()) && event.target === part(row, "signed_on")) repeat(row, event.target);
    });
    row.addEventListener("change", (event) => {
      if (event.target === part(row, "DELETE")) row.classList.toggle("is-deleted", event.target.checked);
      tellAbove();
    });
    part(row, "text").addEventListener("paste", (event) => paste(event, row));
    row.querySelector(".sheet-row > .sheet-line")?.addEventListener("pacta:chosen", () => {
      if (row === rows().at(-1)) goOn();
    });
  };

  const rowKey = (event, row) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(row, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && !event.ctrlKey && event.target.matches("input, textarea, select")) {
      event.preventDefault();
      next(row);
    }
  };

  /* As above --------------------------------------------------------------------------------- */

  const GROUPS = [
    { tick: "same_parties", fields: ["side_1", "side_2"] },
    { tick: "same_dates", fields: ["signed_on", "where"] },
  ];

  const above = (row, tick) => {
    const rest = alive().filter((other) => !("locked" in other.dataset));
    let place = rest.indexOf(row);
    do place -= 1; while (place >= 0 && part(rest[place], tick)?.checked);
    return rest[place];
  };

  const words = (row, name) => {
    const box = boxIn(row, name);
    if (!box) return part(row, name)?.value || part(row, name)?.placeholder || "";
    return box.chosen.map(({ text }) => text).join("; ") || box.input.value || box.input.dataset.fromEvent || "";
  };

  const show = (row, name, isSame, from) => {
    const field = row.querySelector(`.sheet-${name}`);
    const control = field.querySelector("input[type=text], input:not([type])");
    let told = field.querySelector(".sheet-above");
    if (!isSame) {
      told?.remove();
      control.readOnly = false;
      field.classList.remove("is-same");
      return;
    }
    if (!told) {
      told = make("p", { className: "sheet-above", id: `${control.id}_above` });
      field.append(told);
    }
    told.textContent = `${word.sayAbove}: ${from ? words(from, name) || "–" : "–"}`;
    control.readOnly = true;
    field.classList.add("is-same");
  };

  const tellAbove = () => {
    for (const row of rows()) {
      if ("locked" in row.dataset) continue;
      for (const { tick, fields } of GROUPS) {
        const box = part(row, tick);
        if (box.disabled) continue;
        for (const name of fields) show(row, name, box.checked, above(row, tick));
      }
    }
  };

  /* The mark " in an empty box: tick "as above", and go on. */
  const repeat = (row, input) => {
    const group = GROUPS.find(({ fields }) => fields.some((name) => input.closest(`.sheet-${name}`)));
    const tick = group && part(row, group.tick);
    if (!tick || tick.disabled || !above(row, group.tick)) return false;
    input.value = "";
    tick.checked = true;
    isChanged = true;
    tellAbove();
    say(word.sayAbove);
    return true;
  };

  const eventStates = () =>
    [...document.querySelectorAll("#pacta-delegations > fieldset")].flatMap((one) => {
      const box = boxIn(one, "state");
      return box && !part(one, "DELETE")?.checked ? box.chosen.slice(0, 1) : [];
    });

  /* What the rows take from the top: the names of the sides, the date, the place. */
  const tellTop = () => {
    const states = eventStates().map(({ text }) => text);
    const top = (name) => form.elements[`event-${name}`].value.trim();
    const days = [top("began_on"), top("ended_on")].filter(Boolean).join(" – ");
    const where = boxIn(document.getElementById("pacta-event").parentElement, "where");
    const place = where.chosen.map(({ text }) => text).join("") || where.input.value;
    for (const row of rows()) {
      if ("locked" in row.dataset) continue;
      [1, 2].forEach((side) => {
        const label = row.querySelector(`.sheet-side_${side} label .sheet-of`);
        if (label) label.textContent = states[side - 1] || "";
      });
      if (!isSaved(row) || !row.querySelector(".sheet-more .help")) {
        part(row, "signed_on").placeholder = days;
        const input = boxIn(row, "where").input;
        input.placeholder = place;
        input.dataset.fromEvent = place;
      }
    }
    tellAbove();
  };

  /* Proposals -------------------------------------------------------------------------------- */

  const settle = (control) => {
    const field = control.closest(".sheet-field");
    field.querySelector(".sheet-proposed")?.remove();
    delete control.dataset.proposed;
  };

  const put = (control, value) => {
    if (control.value && !("proposed" in control.dataset)) return;
    if (control.value === value) return;
    control.value = value;
    settle(control);
    if (!value) return;
    control.dataset.proposed = "";
    const mark = make("span", { className: "sheet-proposed", textContent: word.sayProposed });
    control.closest(".sheet-field").querySelector("label").after(mark);
  };

  const fill = (row, { type, period }) => {
    if (isSaved(row)) return;
    put(part(row, "type"), type);
    put(part(row, "period"), period);
    part(row, "proposed").value = "1";
  };

  const proposals = new WeakMap();

  const propose = (row) => {
    if (!proposals.has(row)) {
      proposals.set(row, later(async () => {
        const text = part(row, "text").value;
        if (!text.trim() || isSaved(row)) return;
        try {
          const { rows: found } = await ask(word.propose, { text: text.replace(/\s+/g, " ") }, { post: true });
          if (found.length && part(row, "text").value === text) fill(row, found[0]);
        } catch (error) {
          failed(error);
        }
      }, WAIT));
    }
    proposals.get(row)();
  };

  /* A pasted list becomes one row for each bullet; of one title, the bullet is taken off. */
  const paste = async (event, row) => {
    const text = event.clipboardData.getData("text/plain");
    if (part(row, "text").value.trim() || !text.trim()) return;
    event.preventDefault();
    part(row, "text").value = text.replace(/\s+/g, " ").trim();
    isChanged = true;
    goOn();
    try {
      const { rows: found } = await ask(word.propose, { text }, { post: true });
      let at = row;
      found.forEach((one, place) => {
        if (place) {
          const last = rows().at(-1);
          const fresh = isBlank(last) ? last : newRow();
          if (!fresh) return;
          at.after(fresh);
          at = fresh;
        }
        part(at, "text").value = one.title;
        fill(at, one);
      });
      goOn();
      number();
      tellTop();
      if (found.length > 1) say(`${word.sayAdded}: ${found.length}`);
    } catch (error) {
      failed(error);
    }
  };

  /* The page --------------------------------------------------------------------------------- */

  /* The states whose bodies come first: the side's own, then the others of the event. */
  const first = (box) => {
    if (!["body", "where"].includes(box.root.dataset.kind)) return [];
    const [one, two, ...others] = eventStates().map(({ key }) => key.replace("state-", ""));
    const states = box.name.endsWith("side_2") ? [two, one, ...others] : [one, two, ...others];
    return states.filter(Boolean);
  };

  Object.assign(hooks, {
    first,
    states: eventStates,
    title: (box) => {
      const row = box.root.closest(".sheet-row");
      return row ? part(row, "text").value : "";
    },
    ditto: (input) => {
      const row = input.closest(".sheet-row");
      return row ? repeat(row, input) : false;
    },
  });

  const dressStates = () => {
    const part_ = document.getElementById("pacta-delegations");
    const count = form.elements["delegations-TOTAL_FORMS"];
    const pattern = part_.querySelector("template");
    const more = make("button", { type: "button", className: "button", textContent: word.sayAddState });
    more.addEventListener("click", () => {
      const piece = document.createElement("template");
      piece.innerHTML = pattern.innerHTML.replaceAll("__prefix__", count.value);
      const one = piece.content.firstElementChild;
      pattern.before(one);
      count.value = Number(count.value) + 1;
      one.querySelector(".sheet-ordinal").textContent = count.value;
      dressBoxes(one);
      boxIn(one, "state").input.focus();
    });
    part_.append(make("p", {}, more));
  };

  const dressPage = () => {
    document.documentElement.classList.add("sheet-scripted");
    dressBoxes(form);
    dressStates();
    for (const row of rows()) dressRow(row);
    // Blank rows that were offered to those without script; the numbers of the others stay.
    for (const row of rows().filter(isBlank).slice(1).reverse()) {
      if (part(row, "text").name === `documents-${Number(total.value) - 1}-text`) total.value -= 1;
      row.remove();
    }
    const add = document.getElementById("pacta-add-rows");
    if (add) {
      add.type = "button";
      add.textContent = word.sayAddRow;
      add.addEventListener("click", () => enterRow(goOn()));
      if (!rows().length || !isBlank(rows().at(-1))) newRow();
    }
    document.querySelector(".sheet-keys").hidden = false;
    number();
    tellTop();
    const note = document.getElementById("pacta-errornote");
    const wrong = document.querySelector("[aria-invalid=true]");
    if (wrong) wrong.focus();
    else if (note) note.focus();
    else if (!isSaved(rows()[0] || holder)) form.elements["event-kind"].focus();
  };

  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("input", (event) => {
    if (/^event-|^delegations-/.test(event.target.name)) tellTop();
  });
  form.addEventListener("pacta:chosen", () => {
    isChanged = true;
    tellTop();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.querySelector("[name=save]").click();
    } else if (event.target.matches("input:not([type=submit])")) {
      event.preventDefault(); // half a sheet is not sent by a slip
    }
  });
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("beforeunload", (event) => {
    if (isChanged && !isSent) event.preventDefault();
  });
  dressPage();
}
