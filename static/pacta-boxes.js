/* Search boxes as comboboxes: what is chosen stands before what is typed. Without it, what is chosen
   are ticked boxes, and names are typed.

   Order: words and questions · boxes. */
"use strict";

{
  const form = document.getElementById("pacta-sheet");
  const said = document.getElementById("pacta-said");
  const word = form.dataset;
  const token = form.elements.csrfmiddlewaretoken.value;
  const DITTO = new Set(['"', "''", "〃", "″", "”", "“"]);
  const WAIT = 120;
  const EDGE = 8; // between a list and the edge of the page
  let serial = 0;

  /* What the page says: the states whose records come first, the title that a box stands beside,
     what the mark for "as above" does, how much of the screen's head is taken, and how a new agency
     is made. */
  const hooks = { first: () => [], title: () => "", ditto: () => false, head: () => 0, newAgency: null };

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
    element.dispatchEvent(new CustomEvent("pacta:chosen", { bubbles: true }));
  };

  /* Boxes ------------------------------------------------------------------------------------ */

  const boxes = new WeakMap();

  class Box {
    constructor(root) {
      this.root = root;
      this.input = root.querySelector("input[type=text]");
      this.list = root.querySelector(".sheet-chosen");
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
      this.popup = make("ul", { id, role: "listbox", className: "sheet-options", hidden: true });
      this.popup.setAttribute("aria-label", this.label());
      this.popup.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        if (option) this.take(this.options[[...this.popup.children].indexOf(option)]);
      });
      this.root.append(this.popup);
      this.input.placeholder ||= " "; // the style asks whether something is typed
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
      item.classList.remove("sheet-likely");
      tick.tabIndex = -1;
      const words = item.textContent.trim();
      item.querySelector("label").addEventListener("click", (event) => {
        event.preventDefault(); // a click on what was chosen does not take it away
        this.input.focus();
      });
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
        for (const likely of this.list.querySelectorAll(".sheet-likely")) likely.remove();
        this.input.value = "";
        changed(this.root);
      }
      this.input.focus();
    }

    get chosen() {
      return [...this.list.querySelectorAll("li:not(.sheet-likely)")].map((item) => ({
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
        hooks.newAgency(this, typed);
        return;
      }
      this.input.value = "";
      this.add(option);
      say(option.text);
    }

    typed() {
      this.takesFirst = false;
      if (DITTO.has(this.input.value.trim()) && hooks.ditto(this.input)) return;
      this.asked?.abort();
      if (this.input.value.trim()) this.search();
      else this.close();
      this.isWaiting = Boolean(this.input.value.trim());
    }

    async look() {
      this.asked?.abort();
      this.asked = new AbortController();
      const term = this.input.value.trim();
      const values = [["kind", this.root.dataset.kind], ["term", term]];
      for (const state of hooks.first(this)) values.push(["first", state]);
      if (this.root.dataset.kind === "body") values.push(["title", hooks.title(this)]);
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
      if ("mayAdd" in this.root.dataset && hooks.newAgency && term) {
        this.options = [...found, { isNew: true, text: `${word.sayNew} “${term}”…` }];
      }
      this.popup.replaceChildren(...this.options.map((option, number) => make("li", {
        id: `${this.popup.id}-${number}`,
        role: "option",
        textContent: option.text,
        className: option.isNew ? "sheet-new" : "",
        "aria-selected": "false",
      })));
      if (!this.options.length) {
        this.close();
        say(term ? word.sayNone : "");
        return;
      }
      this.popup.hidden = false;
      this.keepOnPage();
      this.input.setAttribute("aria-expanded", "true");
      this.mark(0);
      say(`${found.length} ${word.sayFound}`);
    }

    /* What would stand out of the page makes it wider, and pushes it aside; below it is not seen. */
    keepOnPage() {
      const box = this.root.getBoundingClientRect();
      const below = innerHeight - box.bottom;
      const isAbove = below < this.popup.offsetHeight && box.top - hooks.head() > below;
      this.popup.classList.toggle("is-above", isAbove);
      this.popup.style.translate = "";
      const { left, right } = this.popup.getBoundingClientRect();
      const over = Math.max(0, right + EDGE - document.documentElement.clientWidth);
      this.popup.style.translate = `${Math.max(-over, EDGE - left)}px`;
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
    const field = root?.querySelector(`.sheet-${name} .sheet-box`);
    return field ? boxes.get(field) : null;
  };

  const dressBoxes = (root) => {
    for (const box of root.querySelectorAll(".sheet-box")) if (!boxes.has(box)) new Box(box);
  };

  window.pactaBoxes = { DITTO, WAIT, ask, boxIn, changed, dressBoxes, failed, hooks, later, make, say, word };
}
