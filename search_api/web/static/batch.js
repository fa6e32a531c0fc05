// Keeps the counts of a running batch fresh, and shows the whole ledger when it is done.
"use strict";

const batch = document.getElementById("batch");
const bar = batch.querySelector("progress");
const events = new EventSource(batch.dataset.events);

function show(event) {
  const now = JSON.parse(event.data);
  batch.querySelectorAll("[data-count]").forEach((each) => (each.textContent = now[each.dataset.count]));
  bar.max = now.received || 1;
  bar.value = now.received - now.waiting;
}

events.addEventListener("progress", show);
events.addEventListener("done", (event) => {
  show(event);
  events.close();
  location.reload();
});
