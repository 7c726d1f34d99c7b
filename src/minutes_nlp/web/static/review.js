// The auditor's screen: one item at a time, by keys or by buttons; every decision is saved at once.
import { announce } from "./talk.js";
import { carry, onChange, open, refresh, undo } from "./review_state.js";
import { ask, close, isAsking } from "./review_reason.js";
import { followEvidence, showPlace } from "./review_evidence.js";
import "./review_sections.js";

const root = document.getElementById("tham-dinh");
const items = [...root.querySelectorAll(".item")];
const help = document.getElementById("phim");
const keysOn = document.getElementById("dung-phim");
let current = null;

/** Make `item` the one that keys act on, and show its evidence. */
function select(item, focus = true, scroll = true) {
  if (!item) return;
  if (item !== current) {
    close();
    current?.removeAttribute("aria-current");
    current = item;
    item.setAttribute("aria-current", "true");
    followEvidence(item.dataset.number, scroll);
  }
  if (focus) {
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }
}

function move(by) {
  const place = items.indexOf(current) + by;
  select(items[Math.min(Math.max(place, 0), items.length - 1)]);
}

function decide(verdict) {
  if (!current) return;
  if (verdict === "correct" && "check" in current.dataset) announce(root.dataset.noCorrection);
  else ask(current, verdict);
}

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  a: () => decide("accept"),
  s: () => decide("correct"),
  x: () => decide("reject"),
  u: undo,
  "?": () => help.showModal(),
};

/** The key as it is printed: programs for typing Vietnamese may make other letters of it. */
function keyOf(event) {
  const plain = event.key.toLowerCase();
  if (plain in ACTIONS || /^[a-z]$/.test(plain)) return plain;
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : plain;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open) return;
  if (event.key === "Escape" && isAsking()) {
    close();
    select(current);
    return;
  }
  if (event.target.closest("input, select, textarea") || !keysOn.checked) return;
  const key = keyOf(event);
  const act = ACTIONS[key];
  if (!act || (event.repeat && key !== "j" && key !== "k")) return;
  event.preventDefault();
  act();
});

root.addEventListener("click", (event) => {
  const button = event.target.closest(".item [data-verdict]");
  const link = event.target.closest('a[href^="#"]');
  const box = event.target.closest("rect");
  if (button?.tagName === "BUTTON") {
    select(button.closest(".item"), false);
    decide(button.dataset.verdict);
  } else if (link) {
    event.preventDefault();
    const item = items.find((one) => `#${one.id}` === link.hash);
    if (item) select(item);
    else showPlace(link.hash);
  } else if (box) {
    select(items.find((one) => one.dataset.number === box.dataset.number));
  } else if (event.target.closest(".item") && !String(getSelection())) {
    select(event.target.closest(".item"), false);
  }
});

root.addEventListener("focusin", (event) => {
  const item = event.target.closest(".item");
  if (item) select(item, false);
});

document.getElementById("truoc").addEventListener("click", () => move(-1));
document.getElementById("sau").addEventListener("click", () => move(1));
document.getElementById("hoan-tac").addEventListener("click", undo);
document.getElementById("tro-giup").addEventListener("click", () => help.showModal());
document.getElementById("chuyen").addEventListener("click", carry);
document.getElementById("mo")?.addEventListener("change", (event) => open(event.target));

onChange((told) => {
  for (const item of items) {
    const decision = told.decisions[item.dataset.key];
    const line = item.querySelector(".decision");
    line.dataset.reason = decision?.reason ?? "";
    line.textContent = decision ? decision.text : line.dataset.none;
    if (decision) line.dataset.verdict = decision.verdict;
    else delete line.dataset.verdict;
    for (const button of item.querySelectorAll("button[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.dataset.verdict === decision?.verdict));
    }
  }
});

// Decisions of another window are shown as soon as this one is looked at again.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") refresh();
});

select(items.find((item) => !item.querySelector(".decision[data-verdict]")) ?? items[0], false, false);
