/* Search boxes of the public pages: suggestions while typing, and keys. Without it a search is a
   form, and the names can be looked up on a page of their own.

   Order: suggestions · keys. */
"use strict";

{
  const WAIT = 150;
  const LEAST = 2;

  /* Suggestions ------------------------------------------------------------------------------ */

  class Suggestions {
    constructor(form, number) {
      this.form = form;
      this.input = form.querySelector("input[type=search]");
      this.address = form.dataset.suggestions;
      this.found = [];
      this.active = -1;
      this.timer = 0;
      this.asked = null;
      this.list = document.createElement("ul");
      this.list.id = `suggestions-${number}`;
      this.list.className = "suggestions";
      this.list.hidden = true;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", form.dataset.label);
      this.said = document.createElement("span");
      this.said.className = "visually-hidden";
      this.said.setAttribute("role", "status");
      form.append(this.list, this.said);
      const { input } = this;
      input.autocomplete = "off";
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-expanded", "false");
      input.setAttribute("aria-controls", this.list.id);
      input.addEventListener("input", () => this.typed());
      input.addEventListener("keydown", (event) => this.pressed(event));
      input.addEventListener("blur", () => this.close());
      this.list.addEventListener("mousedown", (event) => {
        event.preventDefault(); // the box keeps the focus until the page goes
        const option = event.target.closest("[role=option]");
        if (option && event.button === 0) this.take([...this.list.children].indexOf(option));
      });
    }

    get isOpen() {
      return !this.list.hidden;
    }

    typed() {
      clearTimeout(this.timer);
      this.asked?.abort();
      if (this.input.value.trim().length < LEAST) this.close();
      else this.timer = setTimeout(() => this.look(), WAIT);
    }

    async look() {
      this.asked?.abort();
      this.asked = new AbortController();
      try {
        const query = new URLSearchParams(new FormData(this.form));
        const answer = await fetch(`${this.address}?${query}`, { signal: this.asked.signal });
        if (!answer.ok) return this.close(); // the search itself goes on without
        this.show((await answer.json()).suggestions);
      } catch {
        this.close();
      }
    }

    show(found) {
      if (document.activeElement !== this.input) return;
      this.found = found;
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.list.replaceChildren(...found.map((one, number) => this.option(one, number)));
      this.list.hidden = !found.length;
      this.input.setAttribute("aria-expanded", String(this.isOpen));
      this.said.textContent = found.length ? `${found.length} ${this.form.dataset.found}` : "";
    }

    option({ label, name, kind }, number) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const shown = document.createElement("bdi");
      shown.textContent = label;
      const more = document.createElement("span");
      more.className = "soft";
      more.textContent = label.includes(name) ? ` ${kind}` : ` ${kind} · ${name}`;
      option.append(shown, more);
      return option;
    }

    close() {
      clearTimeout(this.timer);
      this.list.hidden = true;
      this.active = -1;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    /* Above the first and below the last stands what was typed. */
    mark(number) {
      this.list.children[this.active]?.setAttribute("aria-selected", "false");
      const count = this.found.length + 1;
      this.active = ((number + 1 + count) % count) - 1;
      const option = this.list.children[this.active];
      if (!option) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }

    take(number) {
      location.assign(this.found[number].url);
    }

    pressed(event) {
      const { key } = event;
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (this.isOpen) this.mark(this.active + (key === "ArrowDown" ? 1 : -1));
        else if (this.input.value.trim().length >= LEAST) this.look();
      } else if (key === "Escape" && this.isOpen) {
        event.preventDefault();
        this.close();
      } else if (key === "Enter" && this.isOpen && this.active >= 0) {
        event.preventDefault();
        this.take(this.active);
      }
    }
  }

  const forms = [...document.querySelectorAll("form[data-suggestions]")];
  forms.forEach((form, number) => new Suggestions(form, number));

  /* Keys ------------------------------------------------------------------------------------- */

  const isTyping = (element) => element.closest("input, select, textarea, [contenteditable]");

  /* "/" goes to the box; from a result that has the focus the arrows go to the ones beside it. */
  const results = () => [...document.querySelectorAll(".records :is(h3, h4) > a")];

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (isTyping(event.target)) return;
    if (event.key === "/" && forms.length) {
      event.preventDefault();
      const input = forms[0].querySelector("input[type=search]");
      input.focus();
      input.select();
      return;
    }
    const at = results().indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      const next = results()[at + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });
}
