/* A long text takes seconds: the button says that it is being read, and is not pressed twice. */
"use strict";

{
  const form = document.getElementById("communique-paste");
  const button = form.querySelector("[type=submit]");
  const idle = button.textContent;
  const said = document.getElementById("communique-busy");

  const show = (isBusy) => {
    button.setAttribute("aria-disabled", String(isBusy));
    button.classList.toggle("is-busy", isBusy);
    button.textContent = isBusy ? button.dataset.busy : idle;
    said.textContent = isBusy ? said.dataset.busy : "";
  };

  form.addEventListener("submit", (event) => {
    if (button.classList.contains("is-busy")) event.preventDefault();
    else show(true);
  });
  addEventListener("pageshow", () => show(false)); // also on the way back
}
