// Lights up on the scan what a field was read from: the links work without this, only less gently.
"use strict";

const clear = () => document.querySelectorAll(".mark.on, mark.on").forEach((mark) => mark.classList.remove("on"));

function show(names) {
  clear();
  const marks = names.flatMap((name) => [...document.querySelectorAll(`[data-name="${CSS.escape(name)}"]`)]);
  marks.forEach((mark) => mark.classList.add("on"));
  if (marks.length) marks[0].scrollIntoView({ block: "center", behavior: "smooth" });
  return marks.length > 0;
}

document.querySelectorAll("[data-mark]").forEach((owner) => {
  const names = owner.dataset.mark.split(" ").filter(Boolean);
  if (!names.length) return;
  owner.classList.add("pointing");
  owner.addEventListener("click", (event) => {
    if (event.target.closest("a:not(.place), summary, button")) return;
    event.stopPropagation();
    if (show(names)) event.preventDefault();
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});

const searched = document.querySelector(".mark.q, mark.q");
if (searched && !location.hash) searched.scrollIntoView({ block: "center" });
