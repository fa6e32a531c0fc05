// Files dropped, folders chosen, and how much has been sent; the form works without this.
"use strict";

const form = document.getElementById("upload");
const input = form.querySelector("#files");
const folder = form.querySelector("#folder");
const drop = form.querySelector(".drop");
const progress = form.querySelector(".progress");

form.querySelectorAll(".with-script").forEach((each) => (each.hidden = false));

function send(files) {
  if (!files.length) return;
  const body = new FormData();
  files.forEach((file) => body.append("files", file, file.webkitRelativePath || file.name));
  const request = new XMLHttpRequest();
  request.open("POST", "/api/v1/batches");
  request.upload.onprogress = (event) => say(progress.dataset.sending, event.total ? event.loaded / event.total : 0);
  request.onload = () => {
    const answer = JSON.parse(request.responseText);
    if (request.status === 202) location.href = `/batches/${encodeURIComponent(answer.batch)}`;
    else progress.textContent = answer.detail;
  };
  request.onerror = () => say(progress.dataset.broken);
  say(progress.dataset.sending, 0);
  request.send(body);
}

function say(sentence, share) {
  progress.hidden = false;
  progress.textContent = share === undefined ? sentence : `${sentence} ${Math.floor(share * 100)} %`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send([...input.files]);
});
folder.addEventListener("change", () => send([...folder.files].filter((file) => !/(^|\/)\./.test(file.webkitRelativePath))));
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  collect([...event.dataTransfer.items]).then(send);
});

// A dropped folder comes as an entry to walk through; hidden files and folders are left out.
async function collect(items) {
  const entries = items.map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  return (await Promise.all(entries.map((entry) => walk(entry, "")))).flat();
}

async function walk(entry, above) {
  if (entry.name.startsWith(".")) return [];
  const name = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed));
    return [new File([file], name, { type: file.type })];
  }
  const reader = entry.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed));
    if (!some.length) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((each) => walk(each, `${name}/`)))).flat();
}
