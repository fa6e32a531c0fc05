// Keeps the counts of a running batch fresh, and shows the whole ledger when it is done.
"use strict";

const batch = document.getElementById("batch");
const bar = batch.querySelector("progress");
const rows = [...document.querySelectorAll("tr[data-waiting]")];
const events = new EventSource(batch.dataset.events);

function show(event) {
  const now = JSON.parse(event.data);
  batch.querySelectorAll("[data-count]").forEach((each) => (each.textContent = now[each.dataset.count]));
  now.files.forEach(settle);
  bar.max = now.received || 1;
  bar.value = now.received - now.waiting;
}

// A file of the same name twice in one batch: either row will do until the whole ledger is shown at the end.
function settle(line) {
  const row = rows.find((each) => each.dataset.waiting === line.name);
  if (!row) return;
  delete row.dataset.waiting;
  const badge = row.querySelector(".badge");
  badge.className = `badge ${line.outcome}`;
  badge.textContent = batch.querySelector(`.${line.outcome} dt`).textContent;
  row.lastElementChild.textContent = line.reason || "";
}

events.addEventListener("progress", show);
events.addEventListener("done", (event) => {
  show(event);
  events.close();
  location.reload();
});
