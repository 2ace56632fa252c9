/* How far the work on a table is; what is wrong comes into sight; nothing typed is lost. */
"use strict";

{
  const EVERY = 1500;
  const working = document.getElementById("import-working");
  const form = document.getElementById("import-mapping");
  const errors = document.getElementById("import-errors");

  const look = async () => {
    try {
      const response = await fetch(working.dataset.progress, { headers: { Accept: "application/json" } });
      const isJson = (response.headers.get("Content-Type") || "").includes("json");
      if (!response.ok || !isJson) throw new Error("no answer of ours");
      const { working: goesOn, done, total } = await response.json();
      if (!goesOn) {
        location.reload();
        return;
      }
      if (total) {
        const bar = document.getElementById("import-bar");
        bar.max = total;
        bar.value = done || 0;
        const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
        document.getElementById("import-far").textContent = `${number.format(done || 0)} / ${number.format(total)}`;
      }
    } catch { /* asked again */ }
    setTimeout(look, EVERY);
  };

  if (working) setTimeout(look, EVERY);
  if (errors) errors.focus();
  if (form) {
    let isTouched = false;
    form.addEventListener("change", () => { isTouched = true; });
    form.addEventListener("submit", () => { isTouched = false; });
    addEventListener("beforeunload", (event) => {
      if (isTouched) event.preventDefault();
    });
    /* The page that is read anew, to show what a chosen field needs, goes on at the same line. */
    form.addEventListener("change", (event) => {
      if (!/^line-\d+-field$/.test(event.target.name)) return;
      sessionStorage.setItem("pacta-import", event.target.name);
    });
    const last = sessionStorage.getItem("pacta-import");
    sessionStorage.removeItem("pacta-import");
    if (last && !errors) form.elements[last]?.focus();
  }
}
