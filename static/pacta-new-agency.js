/* An agency made on the spot: a dialog that first shows what it may be. */
"use strict";

{
  const { WAIT, ask, boxIn, dressBoxes, failed, hooks, later, make, say, word } = window.pactaBoxes;

  class NewAgency {
    constructor(dialog) {
      this.dialog = dialog;
      this.form = dialog.querySelector("form");
      this.alike = dialog.querySelector(".sheet-alike");
      this.note = dialog.querySelector(".errornote");
      this.field = (name) => this.form.elements[`agency-${name}`];
      dressBoxes(dialog);
      this.state = boxIn(dialog, "state");
      this.another = dialog.querySelector(".sheet-is_another");
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
      const state = hooks.states()[box.name.endsWith("side_2") ? 1 : 0];
      if (state) this.state.add(state);
      const language = box.root.closest(".sheet-row")?.querySelector("[name$=-language]");
      if (language) this.field("language").value = language.value;
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
        const field = this.form.querySelector(`.sheet-${name}`) || this.form;
        field.append(make("ul", { className: "errorlist" }, ...list.map((text) => make("li", { textContent: text }))));
        const control = field.querySelector("input[type=text], select");
        control?.setAttribute("aria-invalid", "true");
        first ||= control;
      }
      first?.focus();
    }
  }

  const dialog = document.getElementById("pacta-new-agency");
  if (dialog) {
    const agency = new NewAgency(dialog);
    hooks.newAgency = (box, name) => agency.open(box, name);
  }
}
