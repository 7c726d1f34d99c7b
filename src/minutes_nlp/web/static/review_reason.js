// The line that asks for a reason; Enter saves, Escape does not.
import { announce } from "./talk.js";
import { change } from "./review_state.js";

const root = document.getElementById("tham-dinh");
const template = document.getElementById("mau-ly-do");
let form = null;

/** Whether a decision is being made. */
export function isAsking() {
  return form !== null;
}

/** Put the question away. */
export function close() {
  form?.remove();
  form = null;
}

/** Ask for the reason of `verdict` on `item`; the corrected words where something is corrected. */
export function ask(item, verdict) {
  close();
  form = template.content.firstElementChild.cloneNode(true);
  const input = form.querySelector("input");
  const refused = form.querySelector(".refusal");
  const label = form.querySelector("[data-optional]");
  const required = verdict === "correct";
  label.textContent = required ? label.dataset.required : label.dataset.optional;
  input.required = required;
  const line = item.querySelector(".decision");
  if (line.dataset.verdict === verdict) input.value = line.dataset.reason ?? "";
  const mine = form;
  form.noValidate = true; // the words of the page, not those of the browser's language
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const reason = input.value.trim();
    if (required && !reason) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", refused.id);
      refused.textContent = root.dataset.wordsMissing;
      refused.hidden = false;
      input.focus();
      return;
    }
    const { key } = item.dataset;
    const told = await change("decisions", () => ({ key, verdict, reason: reason || null }));
    if (!told) return;
    if (form === mine) close();
    item.focus({ preventScroll: true });
    const { text } = told.decisions[key];
    announce(
      root.dataset.saved.replace("{decision}", () => text).replace("{progress}", told.progress),
    );
  });
  form.querySelector("[data-cancel]").addEventListener("click", () => {
    close();
    item.focus({ preventScroll: true });
  });
  item.querySelector(".verdicts").after(form);
  form.scrollIntoView({ block: "nearest" });
  input.focus();
  input.select();
}
