/* The review of a communique: the words of a document are shown beside it, and it beside its words;
   words that are selected go into a field or make a document; what is typed is kept as one goes.
   Without it, numbers are links, words are copied, and buttons keep.

   Order: text and proposals · selecting · keeping · the page. */
"use strict";

{
  const { dressBoxes, hooks, later, say, word } = window.pactaBoxes;
  const form = document.getElementById("pacta-sheet");
  const words = document.getElementById("communique-words");
  const fields = form.elements;
  const KEEP_AFTER = 1500;
  const ONE_LINE = "input:not([type=submit]), .communique-party textarea";

  /* Text and proposals ----------------------------------------------------------------------- */

  const marksOf = (key) => [...words.querySelectorAll("mark")].filter((mark) => mark.dataset.of.split(" ").includes(key));
  const ownOf = (element) => element?.closest?.("[data-key]")?.dataset.key || "";

  let shown = "";
  let chosen = null; // the words that are selected, and their place
  const show = (key, { scrollText = false, scrollRow = false } = {}) => {
    if (key === shown) return;
    for (const element of document.querySelectorAll(".is-shown")) element.classList.remove("is-shown");
    shown = key;
    if (!key) return;
    const marks = marksOf(key);
    for (const mark of marks) mark.classList.add("is-shown");
    const row = form.querySelector(`[data-key="${key}"]`);
    row?.classList.add("is-shown");
    const number = document.getElementById(key.replace("document", "words"));
    number?.classList.add("is-shown");
    if (scrollText && marks.length) scrollWithin(marks[0], marks.at(-1));
    if (scrollRow) row?.scrollIntoView({ block: "nearest" });
  };

  /* Only the text moves, not the page: from the first of these on, as much as there is room for. */
  const scrollWithin = (first, last = first) => {
    const box = words.getBoundingClientRect();
    const { top } = first.getBoundingClientRect();
    const bottom = Math.min(last.getBoundingClientRect().bottom, top + box.height * 0.8);
    if (top < box.top || bottom > box.bottom) words.scrollTop += top - box.top - box.height / 8;
  };

  /* Within what is shown, the words of the one value that has the focus. */
  const showValue = (field) => {
    for (const mark of words.querySelectorAll(".is-value")) mark.classList.remove("is-value");
    const place = field.name && fields[`${field.name.replace(/-typed$/, "")}_at`]?.value;
    if (!place) return;
    const [start, end] = place.split("-").map(Number);
    for (const mark of words.querySelectorAll("mark")) {
      const at = Number(mark.dataset.start);
      if (start <= at && at < end) mark.classList.add("is-value");
    }
  };

  /* A piece of text that several speak of shows the one that is most about it: the document. */
  const keyOf = (mark) => mark.dataset.of.split(" ").find((key) => key !== "event") || "event";

  /* What has the focus keeps its words in sight, wherever the pointer goes. */
  const isAtWork = () => Boolean(ownOf(document.activeElement) || chosen);

  form.addEventListener("mouseover", (event) => {
    if (!isAtWork()) show(ownOf(event.target), { scrollText: true });
  });
  form.addEventListener("focusin", (event) => {
    show(ownOf(event.target), { scrollText: true });
    showValue(event.target);
  });
  words.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark && !event.buttons && !chosen) show(keyOf(mark));
  });
  words.addEventListener("focusin", (event) => {
    if (event.target.matches(".communique-number")) show(`document-${event.target.textContent}`, { scrollRow: true });
  });

  /* Selecting -------------------------------------------------------------------------------- */

  /* Places count characters as the archive does: a letter outside the first plane is one. */
  const letters = (text) => [...text].length;

  /* A number stands where the piece after it begins. */
  const numbered = (element) => {
    let next = element.closest(".communique-number");
    while (next?.matches(".communique-number")) next = next.nextElementSibling;
    return next;
  };

  const placeOf = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const after = numbered(element);
    if (after) return Number(after.dataset.start);
    const piece = element.closest("[data-start]");
    if (!piece || !words.contains(piece)) return null;
    const inside = node.nodeType === Node.TEXT_NODE ? letters(node.data.slice(0, offset)) : offset ? letters(piece.textContent) : 0;
    return Number(piece.dataset.start) + inside;
  };

  /* Spaces around the words are not theirs. */
  const trimmed = (start, end, raw) => {
    const text = raw.trim().replace(/\s+/g, " ");
    const before = raw.length - raw.trimStart().length;
    const after = raw.length - raw.trimEnd().length;
    return text ? { start: start + before, end: end - after, text } : null;
  };

  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return null;
    return trimmed(start, end, selection.toString());
  };

  let target = null; // the field that had the focus last and that has words of the text
  let isDragging = false;
  const into = document.getElementById("communique-into");
  const more = document.getElementById("communique-more");
  const these = document.getElementById("communique-these");

  const placeField = (field) => fields[`${field.name}_at`] || null;

  const nameOf = (field) => {
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent.trim() || "";
    const legend = field.closest("fieldset")?.querySelector("legend")?.firstChild.textContent.trim();
    return legend ? `${label} (${legend})` : label;
  };

  const tellChosen = () => {
    if (isDragging) return; // nothing moves under the pointer
    document.getElementById("communique-hint").hidden = Boolean(chosen);
    these.textContent = chosen ? `“${chosen.text}”` : "";
    more.hidden = !chosen;
    into.hidden = !(target && chosen);
    if (target) into.textContent = `${word.sayInto} ${nameOf(target)}`;
  };

  const choose = (found) => {
    chosen = found;
    fields.add_start.value = found?.start ?? "";
    fields.add_end.value = found?.end ?? "";
    fields.add_words.value = found?.text.slice(0, 2000) ?? "";
    tellChosen();
  };

  form.addEventListener("focusin", (event) => {
    if (!event.target.name || !placeField(event.target)) return;
    target = event.target;
    tellChosen();
  });

  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (found) choose(found);
    else if (chosen && words.contains(getSelection().anchorNode)) choose(null);
  });

  words.addEventListener("pointerdown", () => { isDragging = true; });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => {
      isDragging = false;
      tellChosen();
    });
  }

  /* Other words than those selected: the place no longer holds. */
  fields.add_words.addEventListener("input", () => {
    chosen = null;
    fields.add_start.value = fields.add_end.value = "";
    tellChosen();
  });

  const putInto = () => {
    if (target.tagName !== "SELECT") target.value = chosen.text;
    placeField(target).value = `${chosen.start}-${chosen.end}`;
    choose(null);
    target.focus();
    changedNow();
  };

  into.addEventListener("click", putInto);
  more.addEventListener("click", () => form.querySelector("[value=add]").click());

  /* By keyboard: an arrow chooses the word beside, from the words of the document on. */
  const chooseWord = (selection, way) => {
    if (!words.contains(selection.anchorNode)) selection.collapse(marksOf(shown)[0] || words, 0);
    else if (way === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
    if (way === "backward") selection.modify("move", "backward", "word");
    selection.modify("extend", "forward", "word");
  };

  words.addEventListener("keydown", (event) => {
    const way = { ArrowRight: "forward", ArrowLeft: "backward" }[event.key];
    if (event.target !== words || event.ctrlKey || event.metaKey || event.altKey) return;
    if (way) {
      event.preventDefault();
      const selection = getSelection();
      const isBegun = !selection.isCollapsed && words.contains(selection.anchorNode);
      if (event.shiftKey && isBegun) selection.modify("extend", way, "word");
      else chooseWord(selection, way);
      scrollWithin(selection.getRangeAt(0));
    } else if (event.key === "Enter" && chosen && target) {
      event.preventDefault();
      putInto();
    }
  });

  /* Keeping ---------------------------------------------------------------------------------- */

  let isChanged = false;
  let isSent = false;
  let isKeeping = false;
  let isRefused = false;

  const keep = async () => {
    if (isSent || isKeeping || isRefused || !isChanged) return;
    isKeeping = true;
    isChanged = false;
    const data = new FormData(form);
    data.set("do", "keep");
    try {
      const answer = await fetch(location.pathname, {
        method: "POST",
        body: new URLSearchParams(data),
        headers: { Accept: "application/json" },
      });
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      if (answer.ok && told.version) {
        fields.version.value = told.version;
        document.getElementById("pacta-said").classList.remove("is-error");
        say(word.sayKept);
      } else {
        isRefused = answer.status === 409;
        document.getElementById("pacta-said").classList.toggle("is-error", isRefused);
        isChanged = true;
        say(told.refused || word.sayFailed);
      }
    } catch {
      isChanged = true;
      say(word.sayFailed);
    } finally {
      isKeeping = false;
    }
  };

  const keepLater = later(keep, KEEP_AFTER);

  const changedNow = () => {
    isChanged = true;
    keepLater();
  };

  form.addEventListener("input", changedNow);
  form.addEventListener("pacta:chosen", changedNow);

  /* The page --------------------------------------------------------------------------------- */

  /* What is chosen is not new. */
  form.addEventListener("pacta:chosen", (event) => {
    const party = event.target.closest(".communique-party");
    const isNew = party?.querySelector(".sheet-is_new input");
    if (isNew && party.querySelector(".communique-body li:not(.sheet-likely)")) isNew.checked = false;
  });

  hooks.first = (box) => {
    const own = box.root.closest(".communique-party")?.querySelectorAll(".sheet-state .sheet-chosen input") || [];
    const all = form.querySelectorAll("#pacta-delegations .sheet-state .sheet-chosen input");
    return [...new Set([...own, ...all].map((tick) => tick.value.replace("state-", "")))];
  };
  hooks.head = () => {
    const isAbove = matchMedia("(width < 64rem)").matches;
    return isAbove ? Math.max(0, words.getBoundingClientRect().bottom) : 0;
  };
  hooks.title = (box) => box.root.closest(".communique-party")?.querySelector(".sheet-name textarea").value || "";

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.querySelector(".communique-submit [value=save]").click();
    } else if (form.contains(event.target) && event.target.matches(ONE_LINE)) {
      event.preventDefault(); // half a review is not saved by a slip
    }
  });

  form.addEventListener("submit", (event) => {
    const ask = event.submitter?.dataset.ask;
    if (isSent || (ask && !confirm(ask))) {
      event.preventDefault();
      return;
    }
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("beforeunload", (event) => {
    if (isChanged && !isSent) event.preventDefault();
  });

  document.documentElement.classList.add("sheet-scripted");
  dressBoxes(form);
  document.querySelector(".communique-text .sheet-keys").hidden = false;
  document.getElementById("communique-chosen").hidden = false;
  const told = [...document.querySelectorAll(".messagelist li")].map((line) => line.textContent.trim());
  if (told.length) setTimeout(say, 300, told.join(" ")); // a status line is read out when it changes
  document.getElementById("pacta-said").classList.toggle("is-error", Boolean(document.querySelector(".messagelist .error")));
  const note = document.getElementById("pacta-errornote");
  (note || form.querySelector("[aria-invalid=true]"))?.focus();
}
