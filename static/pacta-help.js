/* Help while typing. After a field is left, what the form holds is sent to be looked at; the answer
   goes into the panel near the top. What is proposed there, one click enters. Silent on failure. */
"use strict";

{
  const panel = document.getElementById("pacta-help");
  const form = panel?.closest("form");
  const $ = window.django?.jQuery;
  const PAUSE = 500;

  // Rows ------------------------------------------------------------------------------------------

  const setValue = (control, value) => {
    if (Array.isArray(value)) {
      const [key, words] = value;
      if (![...control.options].some((option) => option.value === String(key))) {
        control.append(new Option(words, key));
      }
      control.value = key;
    } else {
      control.value = value;
    }
    $?.(control).trigger("change");
  };

  const openAround = (element) => {
    for (let box = element?.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
  };

  const addRow = (prefix, values) => {
    const group = document.getElementById(`${prefix}-group`);
    const number = document.getElementById(`id_${prefix}-TOTAL_FORMS`).value;
    group.querySelector(".add-row a").click();
    for (const [name, value] of Object.entries(values)) {
      const control = document.getElementById(`id_${prefix}-${number}-${name}`);
      if (control) {
        setValue(control, value);
      }
    }
    return document.getElementById(`id_${prefix}-${number}-${Object.keys(values)[0]}`);
  };

  // Proposals -------------------------------------------------------------------------------------

  const take = (offer) => {
    const { field, value, rows, values } = offer.dataset;
    let entered;
    if (field) {
      entered = document.getElementById(`id_${field}`);
      setValue(entered, value);
    } else {
      for (const row of JSON.parse(values)) {
        entered = addRow(rows, row);
      }
    }
    openAround(entered);
    offer.remove();
    entered?.focus();
  };

  // The panel -------------------------------------------------------------------------------------

  const body = panel?.querySelector(":scope > div");
  const said = panel?.querySelector(":scope > [role=status]");
  let shown = body?.innerHTML;
  let waiting = null;

  const typed = () => {
    const kept = {};
    for (const control of body.querySelectorAll("input[name]")) {
      kept[`${control.name} ${control.type === "checkbox" ? control.value : ""}`] = control;
    }
    return kept;
  };

  const words = () => (body.querySelector(".pacta-count")?.textContent ?? "").trim().replace(/\s+/g, " ");

  const dress = () => {
    for (const offer of body.querySelectorAll(".pacta-take")) {
      offer.hidden = false;
    }
    const row = form.querySelector(".submit-row");
    const link = row?.querySelector(".pacta-to-help") ?? document.createElement("a");
    link.className = "pacta-to-help";
    link.href = "#pacta-help";
    link.textContent = words();
    link.hidden = !words();
    row?.append(link);
  };

  // Never while somebody is in the panel: what has the focus must not go.
  const show = (html) => {
    if (html === shown) {
      return;
    }
    if (body.contains(document.activeElement)) {
      waiting = html;
      return;
    }
    waiting = null;
    shown = html;
    const before = typed();
    body.innerHTML = html;
    for (const [name, control] of Object.entries(typed())) {
      if (before[name]) {
        control.checked = before[name].checked;
        control.value = before[name].value;
      }
    }
    dress();
    said.textContent = words();
  };

  let timer = 0;
  let isAsking = false;
  let isStale = false;

  const ask = async () => {
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    try {
      const data = new FormData(form);
      for (const [name, value] of [...data]) {
        if (value instanceof File) {
          data.delete(name);
        }
      }
      const signal = AbortSignal.timeout(10000);
      const answer = await fetch(panel.dataset.check, { method: "POST", body: data, signal });
      // A sign-in page is no answer.
      if (answer.ok && !answer.redirected) {
        const html = await answer.text();
        if (!isStale) {
          show(html);
        }
      }
    } catch {
      // The next field asks again.
    } finally {
      isAsking = false;
      if (isStale) {
        soon();
      }
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  if (panel) {
    dress();
    panel.addEventListener("click", (event) => {
      const offer = event.target.closest(".pacta-take");
      if (offer) {
        take(offer);
      }
    });
    panel.addEventListener("focusout", () => setTimeout(() => waiting && show(waiting)));
  }
  if (panel?.dataset.check) {
    const heard = (event) => panel.contains(event.target) || soon();
    // Boxes of searched fields tell of a change by jQuery alone.
    if ($) {
      $(form).on("change", heard);
    } else {
      form.addEventListener("change", heard);
    }
    document.addEventListener("formset:removed", soon);
    if (document.querySelector(".errornote")) {
      soon();
    }
  }

  // Member states ---------------------------------------------------------------------------------

  const partyRows = () => [...document.querySelectorAll("#parties-group .inline-related:not(.empty-form)")];
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);

  const standing = (side) =>
    new Set(
      partyRows()
        .filter((row) => part(row, "side")?.value === side)
        .map((row) => part(row, "state")?.value)
    );

  // The organisation that is a party already, its side, and the day of signing. It opens the box.
  const guess = (box) => {
    const [of, on, side] = box.querySelectorAll("select, input");
    const known = new Set([...of.options].map((option) => option.value).filter(Boolean));
    for (const row of partyRows()) {
      if (!of.value && known.has(part(row, "state")?.value)) {
        of.value = part(row, "state").value;
        side.value = part(row, "side").value;
        box.open = true;
      }
    }
    on.value ||= document.getElementById("id_signings-0-signed_on")?.value ?? "";
  };

  const addMembers = async (box) => {
    const [of, on, side] = box.querySelectorAll("select, input");
    guess(box);
    const status = box.querySelector("[role=status]");
    const query = new URLSearchParams({ organisation: of.value, on: on.value });
    let answer;
    try {
      answer = await (await fetch(`${box.dataset.members}?${query}`)).json();
    } catch {
      return;
    }
    status.textContent = answer.words;
    if (!answer.rows.length) {
      (of.value ? on : of).focus();
      return;
    }
    const there = standing(side.value);
    for (const row of answer.rows.filter((one) => !there.has(String(one.state[0])))) {
      addRow("parties", { side: side.value, ...row });
    }
  };

  const box = document.querySelector(".pacta-members");
  if (box) {
    box.hidden = false;
    guess(box);
    $?.("#parties-group").on("change", () => guess(box));
    box.querySelector("button").addEventListener("click", () => addMembers(box));
  }
}
