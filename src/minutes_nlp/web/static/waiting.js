// How far one file has come; then its report.
import "./drop.js";
import { follow } from "./talk.js";

const wait = document.getElementById("cho");
if (wait) {
  const told = wait.querySelector(".told");
  const bar = wait.querySelector("progress");
  follow(Number(wait.dataset.seen), (files) => {
    const file = files.find((one) => one.id === wait.dataset.id);
    if (!file || file.finished) {
      location.replace(location.pathname); // a reload would scroll back late, under the reader
      return false;
    }
    if (told.textContent !== file.told) told.textContent = file.told;
    if (file.share === null) bar.removeAttribute("value");
    else bar.value = file.share;
    return true;
  });
}
