/* Gaps of Django's admin. Two keep a screen reader from naming a field: the boxes that select2 puts
   in the place of a select, and the inputs of tabular rows, whose label is a column header. One
   leaves the focus where it was when a row is added. */
"use strict";

{
  const words = (element) => (element ? element.textContent.trim().replace(/\s+/g, " ").replace(/:$/, "") : "");

  const header = (control) => {
    const cell = control.closest("td");
    const table = cell && cell.closest(".tabular table");
    return table ? words(table.tHead.rows[0].cells[cell.cellIndex]) : "";
  };

  const nameOf = (control) => {
    const label = control.id && document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
    return words(label) || header(control);
  };

  const nameBoxes = (root) => {
    for (const select of root.querySelectorAll("select.select2-hidden-accessible")) {
      const box = select.nextElementSibling;
      for (const part of box.querySelectorAll("[role=combobox], [role=textbox], .select2-search__field")) {
        // By default the box is named by its value, which is no name while it is empty.
        part.removeAttribute("aria-labelledby");
        part.setAttribute("aria-label", nameOf(select));
      }
    }
  };

  // On a narrow screen the header is gone and each cell shows its own.
  const nameCells = (root) => {
    for (const cell of root.querySelectorAll(".tabular td:is([class*=field-], .delete)")) {
      cell.dataset.label = header(cell);
    }
  };

  const nameInputs = (root) => {
    for (const control of root.querySelectorAll(".tabular td :is(input, select, textarea)")) {
      const name = control.type !== "hidden" && !control.labels?.length && header(control);
      if (name) {
        control.setAttribute("aria-label", name);
      }
    }
  };

  const nameAll = (root) => {
    nameBoxes(root);
    nameInputs(root);
    nameCells(root);
  };

  // After the handler that makes the boxes; pages without jQuery have none.
  window.django?.jQuery?.(() => nameAll(document));
  // The first thing to fill in of a row that somebody asked for: a box in the place of a select, too.
  const firstField = (row) => [...row.querySelectorAll("input, select, textarea, [role=combobox]")]
    .find((field) => field.tabIndex >= 0 && !field.disabled && field.getClientRects().length);

  // Django's own listener makes the new row's boxes in the same turn.
  document.addEventListener("formset:added", (event) => {
    const asked = document.activeElement?.closest(".add-row");
    setTimeout(() => {
      nameAll(event.target);
      if (asked) {
        firstField(event.target)?.focus();
      }
    });
  });

  // The field that opens for searching, and the list under it, are made anew each time.
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".select2-dropdown .select2-search__field")) {
      const select = document.querySelector(".select2-container--open").previousElementSibling;
      const box = select.nextElementSibling.querySelector("[role=combobox]");
      event.target.setAttribute("aria-label", nameOf(select));
      box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    }
  });

  // Leaving a form with something typed in it asks first; sending it does not.
  const form = document.querySelector("body.change-form #content-main form[method=post][id$=_form]");
  let isTyped = false;
  const typed = () => { isTyped = true; };
  form?.addEventListener("input", typed);
  // What is chosen in a box of select2 is told to jQuery's listeners alone.
  window.django?.jQuery?.(form).on("select2:select select2:unselect", typed);
  form?.addEventListener("submit", () => { isTyped = false; });
  addEventListener("beforeunload", (event) => {
    if (isTyped) {
      event.preventDefault();
    }
  });
}
