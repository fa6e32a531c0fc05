// Lights up on the scan what a field was read from: the links work without this, only less gently.
"use strict";

const clear = () => document.querySelectorAll(".mark.on, mark.on").forEach((mark) => mark.classList.remove("on"));

const sheets = document.querySelector(".sheets");
const searched = document.querySelector(".mark.q rect, .text [data-name~='q']");

// Only the pages move: the record beside them stays where the reader is.
function bring(mark) {
  const wanted = mark.getBoundingClientRect();
  const shown = sheets.getBoundingClientRect();
  sheets.scrollTop += wanted.top - shown.top - Math.max(shown.height - wanted.height, 0) / 2;
  if (shown.bottom < 80 || shown.top > innerHeight - 80) sheets.scrollIntoView({ block: "start" });
}

function show(names) {
  clear();
  const marks = names.flatMap((name) => [...document.querySelectorAll(`[data-name~="${CSS.escape(name)}"]`)]);
  marks.forEach((mark) => mark.classList.add("on"));
  if (marks.length) bring(marks[0]);
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

// Coming by a link to a place: the browser would move the whole page under it.
addEventListener("load", () => {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const target = named && sheets.contains(named) ? named : searched;
  if (!target) return;
  scrollTo(0, 0);
  bring(target);
});
