/* A button that copies the suggested citation. Without it, or where the page may not write to the
   clipboard, the words can be marked and copied by hand. */
"use strict";

{
  const citation = document.querySelector(".cite-as");

  const dress = (words) => {
    const line = document.createElement("p");
    const button = document.createElement("button");
    const said = document.createElement("span");
    line.className = "cite-copy";
    button.type = "button";
    button.textContent = words.copy;
    said.className = "soft";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = ""; // said again when copied again
      try {
        await navigator.clipboard.writeText(citation.textContent.trim());
        said.textContent = words.copied;
      } catch {
        said.textContent = words.failed;
      }
    });
    line.append(button, said);
    citation.after(line);
  };

  if (citation && navigator.clipboard) dress(citation.dataset);
}
