/* Files are dropped, or chosen, and sent one by one: what is wrong with one keeps no other out. */
"use strict";

{
  const form = document.getElementById("inbox-form");
  const input = document.getElementById("inbox-files");
  const list = document.getElementById("inbox-received");
  const said = document.getElementById("inbox-said");
  const again = document.getElementById("inbox-again");
  const word = form.dataset;
  const token = form.elements.csrfmiddlewaretoken.value;
  const waiting = [];
  const counts = { taken: 0, refused: 0 };
  let isSending = false;

  const make = (name, values = {}, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  /* A line of the list: the name, how far it is, what became of it. */
  const lineOf = (file) => {
    const state = make("span", { textContent: word.sayWaits });
    const bar = make("progress", { max: 1, value: 0, hidden: true });
    bar.setAttribute("aria-label", file.name);
    const line = make("li", {}, make("b", { textContent: file.name, dir: "auto" }), ": ", state, " ", bar);
    list.append(line);
    return { line, state, bar };
  };

  const send = (file, { state, bar }) => new Promise((resolve) => {
    const body = new FormData();
    body.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => { state.textContent = word.sayExamined; });
    request.addEventListener("loadend", () => {
      const isJson = (request.getResponseHeader("Content-Type") || "").includes("json");
      let answer = null;
      try {
        answer = request.status === 200 && isJson ? JSON.parse(request.responseText).files[0] : null;
      } catch { /* no answer of ours */ }
      const isOut = request.status === 403 || (request.status === 200 && !isJson); // asked to sign in
      resolve(answer || { place: "", failure: isOut ? word.sayOut : word.sayFailed });
    });
    state.textContent = word.saySending;
    bar.hidden = false;
    request.send(body);
  });

  const show = ({ line, state, bar }, file, answer) => {
    bar.remove();
    const isTaken = Boolean(answer.place);
    counts[isTaken ? "taken" : "refused"] += 1;
    line.className = isTaken ? "is-taken" : "is-refused";
    state.textContent = `${isTaken ? word.sayReceived : word.sayRefused}.`;
    if (answer.failure) state.textContent = answer.failure;
    else if (isTaken) {
      const hidden = make("span", { className: "visually-hidden", textContent: `: ${file.name}` });
      line.append(make("a", { href: answer.place }, word.sayPlace, hidden));
    }
    for (const text of answer.refusals || []) line.append(text, " ");
    for (const text of answer.warnings || []) line.append(make("span", { className: "inbox-warning", textContent: text }));
  };

  const work = async () => {
    if (isSending) return;
    isSending = true;
    while (waiting.length) {
      const { file, line } = waiting.shift();
      show(line, file, await send(file, line));
    }
    isSending = false;
    said.textContent = word.sayDone.replace("%t", counts.taken).replace("%r", counts.refused);
    again.hidden = false;
  };

  const take = (files) => {
    for (const file of files) waiting.push({ file, line: lineOf(file) });
    if (waiting.length) work();
  };

  /* A page that is being painted has no picture yet: it is asked for paintedLater. */
  const paintedLater = (event) => {
    const image = event.target;
    const times = Number(image.dataset.times || 0);
    if (image.tagName !== "IMG" || times > 4) return;
    image.dataset.times = times + 1;
    setTimeout(() => { image.src = image.getAttribute("src"); }, 2000 * (times + 1));
  };
  document.addEventListener("error", paintedLater, true);

  for (const element of form.querySelectorAll(".inbox-scripted")) element.hidden = false;
  input.required = false;
  form.querySelector("[type=submit]").hidden = true; // what is chosen is sent at once
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take([...input.files]);
    input.value = "";
  });
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });

  /* The whole page takes what is dropped: a file that misses the frame would replace the page. */
  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("is-over");
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.remove("is-over");
    take([...event.dataTransfer.files]);
  });
  addEventListener("beforeunload", (event) => {
    if (isSending) event.preventDefault();
  });
}
