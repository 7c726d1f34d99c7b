// What is decided, as the program on this machine keeps it.
import { announce, refusal, send, tellStopped } from "./talk.js";

const root = document.getElementById("tham-dinh");
const api = root.dataset.api;
const trouble = document.getElementById("loi");
const listeners = [];
let last = Promise.resolve();

/** Call `listener` with every new state. */
export function onChange(listener) {
  listeners.push(listener);
}

/** Say what went wrong, where it is seen and heard; nothing takes it away. */
export function complain(message) {
  trouble.textContent = message;
  trouble.hidden = !message;
}

/** Show the state `told`. */
export function apply(told) {
  root.dataset.version = told.version;
  document.getElementById("tien-do").textContent = told.progress;
  const bar = document.getElementById("thanh");
  bar.max = told.total || 1;
  bar.value = told.total ? told.looked_at : 1;
  document.getElementById("hoan-tac").disabled = !told.undo;
  const problem = document.getElementById("van-de");
  problem.hidden = !told.problem;
  problem.querySelector(".problem").textContent = told.problem ?? "";
  const over = document.getElementById("chuyen");
  over.hidden = !told.other;
  over.textContent = over.dataset.text.replace("{n}", String(told.other));
  const place = document.getElementById("noi-luu");
  if ("beside" in place.dataset) place.hidden = !told.saved;
  for (const listener of listeners) listener(told);
}

/**
 * Change something, one after the other; resolves to the new state, or to null if refused.
 * `body` is called when its turn has come.
 */
export function change(what, body) {
  last = last.then(() => post(what, body()));
  return last;
}

async function post(what, body) {
  try {
    const answer = await send("POST", `${api}/${what}`, body, true);
    if (!answer.ok) {
      complain(await refusal(answer));
      if (answer.status === 422) await refresh();
      return null;
    }
    const told = await answer.json();
    complain("");
    apply(told);
    return told;
  } catch {
    tellStopped();
    return null;
  }
}

/** Show what is decided now, by whichever window. */
export async function refresh() {
  try {
    const answer = await fetch(api);
    if (answer.ok) apply(await answer.json());
  } catch {
    tellStopped();
  }
}

/** Take the last decision back. */
export async function undo() {
  if (document.getElementById("hoan-tac").disabled) return;
  const told = await change("undo", () => ({ version: root.dataset.version }));
  if (told) announce(`${root.dataset.undone} ${told.progress}.`);
}

/** Carry decisions on another text over; the page is made anew, as the lists differ. */
export async function carry() {
  if (await change("carry", () => ({}))) location.reload();
}

/** Open decisions that were saved before. */
export async function open(input) {
  const [file] = input.files;
  if (!file) return;
  try {
    const answer = await send("PUT", api, file);
    if (answer.ok) location.reload();
    else complain(await refusal(answer));
  } catch {
    tellStopped();
  }
  input.value = "";
}
