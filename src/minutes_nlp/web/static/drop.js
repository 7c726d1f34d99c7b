// Drop zones: files dropped, chosen or pasted are checked, announced and sent.
import { announce, refusal, send, tellStopped } from "./talk.js";

const PICTURE = /\.(jpe?g|png|tiff?|bmp|webp)$/i;
const REVIEW = /^(.+)\.review(?: ?\(\d+\))?\.json$/i; // browsers number files of the same name
const TOGETHER = 2; // uploads at one time

/** Documents among `files`: several pictures are the pages of one, in the order of their names. */
export function documents(files) {
  const pictures = files.filter((file) => PICTURE.test(file.name) || file.type.startsWith("image/"));
  const others = files.filter((file) => !pictures.includes(file)).map((file) => [file]);
  if (!pictures.length) return others;
  pictures.sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
  return [...others, pictures];
}

function refuse(zone, message) {
  const line = document.createElement("li");
  line.textContent = message;
  zone.querySelector(".refusals").append(line);
}

/** The saved decisions among `reviews` that belong to a document called `name`. */
function reviewOf(name, reviews, alone) {
  if (alone && reviews.length === 1) return reviews[0];
  return reviews.find((file) => REVIEW.exec(file.name)[1] === name);
}

async function upload(zone, files, review) {
  const earlier = zone.dataset.earlier ?? null;
  const names = files.map((file) => file.name);
  const answer = await send("POST", "/api/files", { names, earlier }, true);
  if (!answer.ok) {
    refuse(zone, await refusal(answer));
    return null;
  }
  const { id } = await answer.json();
  for (const [part, file] of files.entries()) {
    const sent = await send("PUT", `/api/files/${id}/parts/${part}`, file);
    if (!sent.ok) {
      refuse(zone, `${file.name}: ${await refusal(sent)}`);
      return null;
    }
  }
  if (review) {
    const sent = await send("PUT", `/api/files/${id}/review`, review);
    if (!sent.ok) {
      refuse(zone, `${review.name}: ${await refusal(sent)}`);
      return null;
    }
  }
  return id;
}

async function take(zone, files) {
  zone.querySelector(".refusals").replaceChildren();
  const most = Number(zone.dataset.most);
  const good = files.filter((file) => {
    if (file.size === 0) refuse(zone, zone.dataset.empty.replace("{name}", () => file.name));
    else if (file.size > most) refuse(zone, zone.dataset.large.replace("{name}", () => file.name));
    else return true;
    return false;
  });
  const reviews = good.filter((file) => REVIEW.test(file.name));
  const waiting = documents(good.filter((file) => !reviews.includes(file)));
  const total = waiting.length;
  if (!total) for (const file of reviews) refuse(zone, zone.dataset.alone.replace("{name}", () => file.name));
  const ids = [];
  zone.setAttribute("aria-busy", "true");
  try {
    const one = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const id = await upload(zone, next, reviewOf(next[0].name, reviews, total === 1));
        if (id) ids.push(id);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, one));
  } catch {
    tellStopped();
  } finally {
    zone.removeAttribute("aria-busy");
    zone.querySelector("input").value = "";
  }
  if (total === 1 && ids.length === 1) location.assign(`/files/${ids[0]}`);
  else if (ids.length) announce(zone.dataset.sent.replace("{n}", String(ids.length)));
}

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input");
  zone.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("change", () => take(zone, [...input.files]));
  if (input.files.length) take(zone, [...input.files]); // chosen before this script ran
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const dropped = [...event.dataTransfer.files];
    take(zone, input.multiple ? dropped : dropped.slice(0, 1));
  });
}

// A file that misses the zone must not replace the page.
for (const kind of ["dragover", "drop"]) {
  window.addEventListener(kind, (event) => event.preventDefault());
}
