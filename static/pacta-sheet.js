/* The event sheet: search boxes as comboboxes, rows that appear as one goes on, proposals from
   titles, and agencies made on the spot. Without it the form works by itself, only slower.

   Order: words and questions · boxes · rows · as above · proposals · new agency · the page. */
"use strict";

{
  const form = document.getElementById("pacta-sheet");
  const said = document.getElementById("pacta-said");
  const word = form.dataset;
  const token = form.elements.csrfmiddlewaretoken.value;
  const DITTO = new Set(['"', "''", "〃", "″", "”", "“"]);
  const WAIT = 120;
  let isChanged = false;
  let serial = 0;

  /* Words and questions ---------------------------------------------------------------------- */

  const say = (text) => { said.textContent = text; };

  const make = (name, values = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(values)) {
      if (key in element && key !== "role") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };

  const ask = async (address, values, options = {}) => {
    const query = new URLSearchParams(values);
    const answer = await (options.post
      ? fetch(address, { method: "POST", body: query, headers: { "X-CSRFToken": token }, signal: options.signal })
      : fetch(`${address}?${query}`, { signal: options.signal }));
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    if (!isJson) throw new Error(`${answer.status}`);
    return { status: answer.status, ...(await answer.json()) };
  };

  const failed = (error) => {
    if (error.name !== "AbortError") say(word.sayFailed);
  };

  const later = (act, wait) => {
    let timer = 0;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(act, wait, ...values);
    };
  };

  const changed = (element) => {
    isChanged = true;
    element.dispatchEvent(new CustomEvent("pacta:chosen", { bubbles: true }));
  };

  /* Boxes ------------------------------------------------------------------------------------ */

  const boxes = new WeakMap();

  class Box {
    constructor(root) {
      this.root = root;
      this.input = root.querySelector("input[type=text]");
      this.list = root.querySelector(".pacta-chosen");
      this.name = this.input.name.replace(/-typed$/, "");
      this.isMultiple = "multiple" in root.dataset;
      this.options = [];
      this.active = -1;
      this.asked = null;
      this.takesFirst = false;
      this.makePopup();
      for (const item of this.list.children) this.dress(item);
      this.list.addEventListener("change", (event) => this.ticked(event.target));
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      this.search = later(() => this.look(), WAIT);
      boxes.set(root, this);
    }

    makePopup() {
      const id = `pacta-list-${(serial += 1)}`;
      this.popup = make("ul", { id, role: "listbox", className: "pacta-options", hidden: true });
      this.popup.setAttribute("aria-label", this.label());
      this.popup.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        if (option) this.take(this.options[[...this.popup.children].indexOf(option)]);
      });
      this.root.append(this.popup);
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-autocomplete", "list");
      this.input.setAttribute("aria-expanded", "false");
      this.input.setAttribute("aria-controls", id);
      this.list.id ||= `${id}-chosen`;
      const told = this.input.getAttribute("aria-describedby");
      this.input.setAttribute("aria-describedby", told ? `${this.list.id} ${told}` : this.list.id);
    }

    label() {
      const label = document.querySelector(`label[for="${CSS.escape(this.input.id)}"]`);
      return label ? label.textContent.trim() : "";
    }

    /* A ticked box is shown as its words with a button to take it away; Backspace does so too. */
    dress(item) {
      const tick = item.querySelector("input");
      if (!tick.checked) return;
      item.classList.remove("pacta-likely");
      tick.tabIndex = -1;
      const words = item.textContent.trim();
      const away = make("button", { type: "button", tabIndex: -1, textContent: "×" });
      away.setAttribute("aria-label", `${word.sayRemove}: ${words}`);
      away.addEventListener("click", () => {
        this.drop(item);
        this.input.focus();
      });
      item.append(away);
    }

    ticked(tick) {
      const item = tick.closest("li");
      if (!tick.checked) {
        this.drop(item);
      } else {
        if (!this.isMultiple) this.clear(item);
        this.dress(item);
        for (const likely of this.list.querySelectorAll(".pacta-likely")) likely.remove();
        this.input.value = "";
        changed(this.root);
      }
      this.input.focus();
    }

    get chosen() {
      return [...this.list.querySelectorAll("li:not(.pacta-likely)")].map((item) => ({
        key: item.querySelector("input").value,
        text: item.querySelector("label").textContent.trim(),
      }));
    }

    drop(item) {
      item.remove();
      changed(this.root);
    }

    clear(but = null) {
      for (const item of [...this.list.children]) if (item !== but) item.remove();
    }

    add({ key, text, short }) {
      if (!this.isMultiple) this.clear();
      if (!this.chosen.some((choice) => choice.key === key)) {
        const tick = make("input", { type: "checkbox", name: this.name, value: key, checked: true });
        const item = make("li", {}, make("label", {}, tick, ` ${short || text}`));
        this.list.append(item);
        this.dress(item);
      }
      changed(this.root);
    }

    take(option) {
      if (!option) return;
      const typed = this.input.value.trim();
      this.close();
      if (option.isNew) {
        agency.open(this, typed);
        return;
      }
      this.input.value = "";
      this.add(option);
      say(option.text);
    }

    typed() {
      this.takesFirst = false;
      const row = this.root.closest(".pacta-row");
      if (row && DITTO.has(this.input.value.trim()) && repeat(row, this.input)) return;
      this.asked?.abort();
      if (this.input.value.trim()) this.search();
      else this.close();
      this.isWaiting = Boolean(this.input.value.trim());
    }

    /* The states whose bodies come first: the side's own, then the others of the event. */
    first() {
      const states = eventStates().map(({ key }) => key.replace("state-", ""));
      if (!["body", "where"].includes(this.root.dataset.kind)) return [];
      return this.name.endsWith("side_2") ? [...states.slice(1, 2), ...states.slice(0, 1), ...states.slice(2)] : states;
    }

    async look() {
      this.asked?.abort();
      this.asked = new AbortController();
      const term = this.input.value.trim();
      const values = [["kind", this.root.dataset.kind], ["term", term]];
      for (const state of this.first()) values.push(["first", state]);
      const title = this.root.dataset.kind === "body" && this.root.closest(".pacta-row");
      if (title) values.push(["title", part(title, "text").value]);
      try {
        const { results } = await ask(word.find, values, { signal: this.asked.signal });
        this.isWaiting = false;
        this.show(results, term);
      } catch (error) {
        this.isWaiting = false;
        failed(error);
      }
    }

    show(results, term) {
      const known = new Set(this.chosen.map(({ key }) => key));
      const found = results.filter(({ key }) => !known.has(key));
      if (this.takesFirst) {
        this.takesFirst = false;
        if (found.length === 1) {
          this.take(found[0]);
          return;
        }
      }
      if (document.activeElement !== this.input) return;
      this.options = found;
      if ("mayAdd" in this.root.dataset && agency && term) {
        this.options = [...found, { isNew: true, text: `${word.sayNew} “${term}”…` }];
      }
      this.popup.replaceChildren(...this.options.map((option, number) => make("li", {
        id: `${this.popup.id}-${number}`,
        role: "option",
        textContent: option.text,
        className: option.isNew ? "pacta-new" : "",
        "aria-selected": "false",
      })));
      if (!this.options.length) {
        this.close();
        say(term ? word.sayNone : "");
        return;
      }
      this.popup.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.mark(0);
      say(`${found.length} ${word.sayFound}`);
    }

    mark(number) {
      this.popup.children[this.active]?.setAttribute("aria-selected", "false");
      this.active = (number + this.options.length) % this.options.length;
      const option = this.popup.children[this.active];
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }

    get isOpen() {
      return !this.popup.hidden;
    }

    close() {
      this.popup.hidden = true;
      this.popup.replaceChildren();
      this.active = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    pressed(event) {
      const { key } = event;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (this.isOpen) this.mark(this.active + (key === "ArrowDown" ? 1 : -1));
        else this.look();
      } else if (key === "Escape" && this.isOpen) {
        event.preventDefault();
        event.stopPropagation();
        this.close();
      } else if (key === "Enter" && (this.isOpen || this.isWaiting)) {
        event.preventDefault();
        event.stopPropagation();
        if (this.isOpen) this.take(this.options[this.active]);
        else this.takesFirst = true;
      } else if (key === "Tab" && !event.shiftKey && this.isOpen && !this.options[this.active].isNew) {
        this.take(this.options[this.active]);
      } else if (key === "Tab" && !event.shiftKey && this.isWaiting) {
        this.takesFirst = true;
      } else if (key === "Backspace" && !this.input.value && this.list.lastElementChild) {
        event.preventDefault();
        this.drop(this.list.lastElementChild);
      }
    }
  }

  const boxIn = (root, name) => {
    const field = root?.querySelector(`.pacta-${name} .pacta-box`);
    return field ? boxes.get(field) : null;
  };

  const dressBoxes = (root) => {
    for (const box of root.querySelectorAll(".pacta-box")) if (!boxes.has(box)) new Box(box);
  };

  /* Rows ------------------------------------------------------------------------------------- */

  const holder = document.getElementById("pacta-rows");
  const blank = document.getElementById("pacta-blank-row");
  const total = form.elements["documents-TOTAL_FORMS"];
  const rows = () => [...holder.children];
  const alive = () => rows().filter((row) => !part(row, "DELETE")?.checked);
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const isSaved = (row) => "saved" in row.dataset;

  const isBlank = (row) => {
    if (isSaved(row) || row.querySelector(".pacta-chosen li, .errorlist")) return false;
    const names = ["text", "type", "period", "signed_on"];
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
      row.querySelector(".pacta-number").textContent = index + 1;
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
    const made = make("button", { type: "button", className: "pacta-tool", textContent: sign });
    made.setAttribute("aria-label", words);
    made.title = words;
    made.addEventListener("click", act);
    return made;
  };

  /* The number and the tick that remove a row without script give way to buttons. */
  const dressTools = (row) => {
    const tools = row.querySelector(".pacta-tools");
    const place = tools.querySelector(".pacta-position");
    place.hidden = true;
    tools.prepend(
      button(word.sayUp, "↑", () => move(row, -1)),
      button(word.sayDown, "↓", () => move(row, 1)),
    );
    const tick = tools.querySelector(".pacta-DELETE");
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
    row.querySelector(".pacta-row > .pacta-line")?.addEventListener("pacta:chosen", () => {
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
    const field = row.querySelector(`.pacta-${name}`);
    const control = field.querySelector("input[type=text], input:not([type])");
    let told = field.querySelector(".pacta-above");
    if (!isSame) {
      told?.remove();
      control.readOnly = false;
      field.classList.remove("is-same");
      return;
    }
    if (!told) {
      told = make("p", { className: "pacta-above", id: `${control.id}_above` });
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
    const group = GROUPS.find(({ fields }) => fields.some((name) => input.closest(`.pacta-${name}`)));
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
        const label = row.querySelector(`.pacta-side_${side} label .pacta-of`);
        if (label) label.textContent = states[side - 1] || "";
      });
      if (!isSaved(row) || !row.querySelector(".pacta-more .help")) {
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
    const field = control.closest(".pacta-field");
    field.querySelector(".pacta-proposed")?.remove();
    delete control.dataset.proposed;
  };

  const put = (control, value) => {
    if (control.value && !("proposed" in control.dataset)) return;
    if (control.value === value) return;
    control.value = value;
    settle(control);
    if (!value) return;
    control.dataset.proposed = "";
    const mark = make("span", { className: "pacta-proposed", textContent: word.sayProposed });
    control.closest(".pacta-field").querySelector("label").after(mark);
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

  /* New agency ------------------------------------------------------------------------------- */

  class NewAgency {
    constructor(dialog) {
      this.dialog = dialog;
      this.form = dialog.querySelector("form");
      this.alike = dialog.querySelector(".pacta-alike");
      this.note = dialog.querySelector(".errornote");
      this.field = (name) => this.form.elements[`agency-${name}`];
      dressBoxes(dialog);
      this.state = boxIn(dialog, "state");
      this.another = dialog.querySelector(".pacta-is_another");
      this.form.addEventListener("submit", (event) => this.save(event));
      this.alike.addEventListener("keydown", (event) => this.walk(event));
      dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => this.box.input.focus());
      const again = later(() => this.look(), 2 * WAIT);
      this.field("name").addEventListener("input", again);
      dialog.addEventListener("pacta:chosen", again);
      this.field("kind").addEventListener("change", () => delete this.field("kind").dataset.proposed);
    }

    async open(box, name) {
      this.box = box;
      this.form.reset();
      this.state.clear();
      this.another.hidden = true;
      this.note.hidden = true;
      this.clearErrors();
      this.field("name").value = name;
      this.field("kind").dataset.proposed = "";
      const side = box.name.endsWith("side_2") ? 1 : 0;
      const state = eventStates()[side];
      if (state) this.state.add(state);
      const row = box.root.closest(".pacta-row");
      if (row) this.field("language").value = part(row, "language").value;
      this.alike.hidden = true;
      await this.look();
      this.dialog.showModal();
      (this.alike.hidden ? this.field(this.field("kind").value ? "name" : "kind") : this.alike.querySelector("button")).focus();
    }

    async look() {
      const name = this.field("name").value.trim();
      const state = (this.state.chosen[0]?.key || "").replace("state-", "");
      try {
        const { likely, kind } = await ask(word.like, { name, state });
        if ("proposed" in this.field("kind").dataset) this.field("kind").value = kind;
        this.offer(likely);
      } catch (error) {
        failed(error);
      }
    }

    offer(likely) {
      const keys = likely.map(({ key }) => key).join();
      if (keys === this.offered && !this.alike.hidden) return; // where the focus may stand
      this.offered = keys;
      this.alike.querySelector("ul").replaceChildren(...likely.map(({ key, text, short, names }, place) => {
        const pick = make("button", { type: "button", textContent: text, tabIndex: place ? -1 : 0 });
        pick.addEventListener("click", () => this.finish({ key, text, short }));
        const item = make("li", {}, pick);
        if (names.length) item.append(make("span", { className: "help", textContent: ` ${names.join(" · ")}` }));
        return item;
      }));
      this.alike.hidden = !likely.length;
    }

    /* One stop for Tab; the arrows go through the list. */
    walk(event) {
      const picks = [...this.alike.querySelectorAll("button")];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      picks[(picks.indexOf(document.activeElement) + step + picks.length) % picks.length].focus();
    }

    finish(choice) {
      this.box.input.value = "";
      this.box.add(choice);
      this.dialog.close();
      say(choice.text);
    }

    clearErrors() {
      for (const list of this.form.querySelectorAll(".errorlist")) list.remove();
      for (const control of this.form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    }

    async save(event) {
      event.preventDefault();
      this.clearErrors();
      try {
        const answer = await ask(this.form.action, new FormData(this.form), { post: true });
        if (answer.status === 201) {
          this.finish(answer);
          return;
        }
        this.showErrors(answer.errors || {});
        if (answer.doubles?.length) {
          this.offer(answer.doubles);
          this.another.hidden = false;
        }
      } catch (error) {
        this.note.textContent = word.sayFailed;
        this.note.hidden = error.name === "AbortError";
      }
    }

    showErrors(errors) {
      let first = null;
      for (const [name, list] of Object.entries(errors)) {
        const field = this.form.querySelector(`.pacta-${name}`) || this.form;
        field.append(make("ul", { className: "errorlist" }, ...list.map((text) => make("li", { textContent: text }))));
        const control = field.querySelector("input[type=text], select");
        control?.setAttribute("aria-invalid", "true");
        first ||= control;
      }
      first?.focus();
    }
  }

  /* The page --------------------------------------------------------------------------------- */

  const dialog = document.getElementById("pacta-new-agency");
  const agency = dialog ? new NewAgency(dialog) : null;

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
      one.querySelector(".pacta-number").textContent = count.value;
      dressBoxes(one);
      boxIn(one, "state").input.focus();
    });
    part_.append(make("p", {}, more));
  };

  const dressPage = () => {
    document.documentElement.classList.add("pacta-scripted");
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
    document.querySelector(".pacta-keys").hidden = false;
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
  form.addEventListener("pacta:chosen", () => tellTop());
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
