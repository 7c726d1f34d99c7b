// The section of each paragraph, which the auditor may correct.
import { announce } from "./talk.js";
import { change, onChange, refresh } from "./review_state.js";

const root = document.getElementById("tham-dinh");
const paragraphs = [...root.querySelectorAll("[data-paragraph].paragraph")];

function show(paragraph, section) {
  const select = paragraph.querySelector("select");
  select.value = section;
  paragraph.classList.replace(paragraph.dataset.shown, section);
  paragraph.dataset.shown = section;
  paragraph.querySelector(".machine").hidden = section === paragraph.dataset.section;
}

root.addEventListener("change", async (event) => {
  const paragraph = event.target.closest("select") && event.target.closest(".paragraph");
  if (!paragraph) return;
  const index = Number(paragraph.dataset.paragraph);
  const section = event.target.value;
  const told = await change("sections", () => ({ paragraph: index, section }));
  if (!told) {
    await refresh();
    return;
  }
  const name = event.target.selectedOptions[0].textContent;
  const text = root.dataset.sectionSaved.replace("{n}", String(index + 1));
  announce(text.replace("{section}", () => name));
});

onChange((told) => {
  for (const paragraph of paragraphs) {
    show(paragraph, told.sections[paragraph.dataset.paragraph] ?? paragraph.dataset.section);
  }
});
