// Where the evidence stands: frames on the pictures of pages, marks in the text.

const root = document.getElementById("tham-dinh");
const pictures = document.getElementById("anh");
const text = document.getElementById("chu");
const zoom = document.getElementById("phong");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 64rem)");
let shown = null;

/** Scroll `view` to the first of `places`; what is too large is shown from its beginning. */
function centre(view, ...places) {
  const outer = view.getBoundingClientRect();
  const inner = places.map((place) => place.getBoundingClientRect());
  const left = Math.min(...inner.map((one) => one.left));
  const width = Math.max(...inner.map((one) => one.right)) - left;
  const room = Math.max((outer.height - inner[0].height) / 2, outer.height / 6);
  const side = Math.max((outer.width - width) / 2, 16);
  view.scrollBy({
    top: inner[0].top - outer.top - room,
    left: left - outer.left - side,
    behavior: calm.matches ? "auto" : "smooth",
  });
}

function view() {
  return pictures && !pictures.hidden ? pictures : text;
}

/** Make the evidence of finding `number` stand out and, unless told otherwise, bring it into sight. */
export function followEvidence(number, scroll = true) {
  shown = number ?? null;
  for (const place of root.querySelectorAll("rect[data-number]")) {
    place.classList.toggle("current", place.dataset.number === number);
  }
  for (const mark of text.querySelectorAll("mark[data-numbers]")) {
    mark.classList.toggle("current", mark.dataset.numbers.split(" ").includes(number));
  }
  for (const paragraph of text.querySelectorAll("[data-near]")) {
    paragraph.classList.toggle("near", paragraph.dataset.near.split(" ").includes(number));
  }
  const evidence = view().querySelectorAll("rect.current:not(.nearest), mark.current");
  const near = view().querySelectorAll("rect.current, .paragraph.near");
  if (!scroll) return;
  if (near.length || evidence.length) centre(view(), ...(evidence.length ? evidence : near));
}

/** Show the paragraph that `hash` names: its frame on the page, else its text. */
export function showPlace(hash) {
  const paragraph = document.getElementById(hash.slice(1));
  if (!paragraph) return;
  const index = paragraph.dataset.paragraph;
  const frames = pictures?.querySelectorAll(`rect.current[data-paragraph="${index}"]`);
  if (frames?.length && !pictures.hidden) {
    centre(pictures, ...frames);
    return;
  }
  choose("chu");
  for (const old of text.querySelectorAll(".shown")) old.classList.remove("shown");
  paragraph.classList.add("shown");
  centre(text, paragraph);
  paragraph.focus({ preventScroll: true });
}

function choose(name) {
  if (!pictures) return;
  pictures.hidden = name !== "anh";
  text.hidden = name !== "chu";
  zoom.disabled = name !== "anh";
  for (const button of root.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  }
}

function enlarge(on) {
  pictures.classList.toggle("zoomed", on);
  zoom.setAttribute("aria-pressed", String(on));
  zoom.textContent = on ? root.dataset.zoomOut : root.dataset.zoomIn;
}

if (pictures) {
  for (const button of root.querySelectorAll("[data-show]")) {
    button.addEventListener("click", () => {
      choose(button.dataset.show);
      followEvidence(shown);
    });
  }
  zoom.addEventListener("click", () => {
    enlarge(!pictures.classList.contains("zoomed"));
    followEvidence(shown);
  });
  enlarge(narrow.matches);
  // A page that could not be read may also have been taken for upside down.
  for (const flip of pictures.querySelectorAll(".flip")) {
    flip.addEventListener("click", () => {
      const on = flip.closest(".sheet").querySelector(".paper").classList.toggle("flipped");
      flip.setAttribute("aria-pressed", String(on));
    });
  }
  for (const picture of pictures.querySelectorAll("img")) {
    picture.addEventListener("error", () => picture.closest(".paper").classList.add("lost"));
    if (picture.complete && !picture.naturalWidth && picture.currentSrc) {
      picture.closest(".paper").classList.add("lost");
    }
  }
}
