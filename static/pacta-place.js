/* A file beside its forms. Order: boxes · question · pages · keys. */
"use strict";

{
  /* Boxes ------------------------------------------------------------------------------------ */

  const sheet = document.getElementById("pacta-sheet");
  if (sheet) {
    const { boxIn, dressBoxes, hooks } = window.pactaBoxes;
    document.body.classList.add("sheet-scripted");
    dressBoxes(sheet);
    const stateOf = (box) => {
      const key = box?.chosen.map((choice) => choice.key).find((each) => each.startsWith("state-"));
      return key && key.replace("state-", "").split(":")[0];
    };
    const states = () => ["side_1", "side_2"].map((name) => stateOf(boxIn(sheet, name)));
    hooks.first = (box) => {
      const found = states();
      return (box.name.endsWith("side_2") ? found.reverse() : found).filter(Boolean);
    };
    hooks.title = () => sheet.elements["new-text"].value;
    hooks.states = () => ["side_1", "side_2"].map((name) => {
      const choice = boxIn(sheet, name)?.chosen.find((each) => each.key.startsWith("state-"));
      return choice && { ...choice, key: choice.key.split(":")[0] };
    });
  }

  /* A question about texts of one document -------------------------------------------------------- */

  const recorded = document.getElementById("place-text");
  const into = recorded.querySelector(".place-into");
  if (into) {
    const tell = () => {
      const ticked = recorded.querySelector(".place-candidate input:checked");
      const number = recorded.elements["text_of-other"].value.trim() || ticked?.value;
      const isText = recorded.elements["text_of-kept_as"].value === "text";
      into.hidden = number !== into.dataset.of || !isText;
    };
    recorded.addEventListener("input", tell);
    tell();
  }

  /* Pages ------------------------------------------------------------------------------------ */

  const pages = document.getElementById("place-pages");
  if (pages) {
    const STEPS = [50, 75, 100, 140, 200, 300];
    const tools = document.getElementById("place-tools");
    const shown = document.getElementById("place-page");
    const all = [...pages.children];
    let step = STEPS.indexOf(100);

    const current = () => {
      if (!pages.scrollTop) return 1; // pictures that are not there yet are low
      const middle = pages.scrollTop + pages.clientHeight / 3;
      const passed = all.filter((page) => page.offsetTop - pages.offsetTop <= middle);
      return Math.max(passed.length, 1);
    };
    const tell = () => {
      const text = shown.dataset.say.replace("%n", current()).replace("%m", all.length);
      if (shown.textContent !== text) shown.textContent = text;
    };
    const turn = (by) => {
      const page = all[Math.min(Math.max(current() - 1 + by, 0), all.length - 1)];
      pages.scrollTop = page.offsetTop - pages.offsetTop - 4;
    };
    const zoom = (by) => {
      const at = pages.scrollTop / pages.scrollHeight;
      step = Math.min(Math.max(step + by, 0), STEPS.length - 1);
      pages.style.setProperty("--zoom", `${STEPS[step]}%`);
      pages.scrollTop = at * pages.scrollHeight;
    };
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const { page, zoom: by } = event.target.dataset;
      if (page) turn(Number(page));
      if (by) zoom(Number(by));
    });
    pages.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") zoom(1);
      else if (event.key === "-") zoom(-1);
      else if (event.key === "PageDown") turn(1);
      else if (event.key === "PageUp") turn(-1);
      else return;
      event.preventDefault();
    });
    pages.addEventListener("scroll", tell, { passive: true });
    pages.addEventListener("load", tell, true); // a picture that has come moves those below it
    tell();
  }

  /* A page that is being painted has no picture yet: it is asked for paintedLater. */
  const paintedLater = (event) => {
    const image = event.target;
    const times = Number(image.dataset.times || 0);
    if (image.tagName !== "IMG" || times > 4) return;
    image.dataset.times = times + 1;
    setTimeout(() => { image.src = image.getAttribute("src"); }, 2000 * (times + 1));
  };
  document.addEventListener("error", paintedLater, true);

  /* Keys ------------------------------------------------------------------------------------- */

  for (const element of document.querySelectorAll(".sheet-keys")) element.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest(".place-form") || document.querySelector(".place-form:has(.button.default)");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".place-submit .button"));
  });
  document.querySelector(".place-form .errornote")?.focus();
}
