// The list of files, as it changes.
import "./drop.js";
import { announce, follow, send, tellStopped } from "./talk.js";

const list = document.getElementById("danh-sach");
const template = document.getElementById("mot-tep");
const none = document.getElementById("chua-co");
const removed = new Set(); // an answer that is on its way may still name them

function row(file) {
  const known = list.querySelector(`[data-id="${CSS.escape(file.id)}"]`);
  if (known) return known;
  const made = template.content.firstElementChild.cloneNode(true);
  made.dataset.id = file.id;
  const name = made.querySelector(".name");
  name.textContent = file.name;
  name.href = `/files/${file.id}`;
  made.querySelector("progress").setAttribute("aria-label", file.name);
  made.querySelector(".see").href = name.href;
  for (const one of made.querySelectorAll("[data-named]")) {
    one.setAttribute("aria-label", one.dataset.named.replace("{name}", () => file.name));
  }
  return made;
}

function show(files) {
  const rows = files.filter((file) => !removed.has(file.id)).map((file) => {
    const shown = row(file);
    if (shown.className !== file.state && file.finished) announce(`${file.name}: ${file.told}`);
    shown.className = file.state;
    const told = shown.querySelector(".told");
    if (told.textContent !== file.told) told.textContent = file.told;
    const progress = shown.querySelector("progress");
    progress.hidden = file.finished;
    if (file.share === null) progress.removeAttribute("value");
    else progress.value = file.share;
    return shown;
  });
  // Rows keep their place in the document, so that the focus stays where it is.
  for (const old of [...list.children]) if (!rows.includes(old)) old.remove();
  rows.forEach((one, place) => {
    if (list.children[place] !== one) list.insertBefore(one, list.children[place] ?? null);
  });
  none.hidden = rows.length > 0;
}

list.addEventListener("click", async (event) => {
  const button = event.target.closest(".remove");
  if (!button) return;
  const gone = button.closest("li");
  const next = gone.nextElementSibling ?? gone.previousElementSibling;
  removed.add(gone.dataset.id);
  gone.remove();
  none.hidden = list.children.length > 0;
  (next?.querySelector(".remove") ?? document.querySelector("[data-drop] input")).focus();
  await send("DELETE", `/api/files/${gone.dataset.id}`).catch(tellStopped);
});

follow(Number(list.dataset.seen), show);
