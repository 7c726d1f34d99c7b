// A report beside its text: a link to words shows them, and shows which they are.
import "./drop.js";

function show(hash) {
  const place = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place) return false;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" }); // at once: a long glide across the text tells nothing
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || document.querySelector(`section${link.hash}`)) return; // the browser goes to its top
  if (!show(link.hash)) return;
  event.preventDefault();
  history.pushState(null, "", link.hash);
  for (const old of document.querySelectorAll(".shown")) old.classList.remove("shown");
  document.getElementById(link.hash.slice(1)).classList.add("shown");
});

// The heading that counts what was read is what a screen reader should say first.
if (!location.hash) document.querySelector("#da-doc")?.setAttribute("tabindex", "-1");
