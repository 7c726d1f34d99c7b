// What every page needs to speak with the program on this machine.

const csrf = document.querySelector('meta[name="csrf"]').content;

/** Send a request that changes something; resolves to the answer, rejects when there is none. */
export function send(method, path, body, json = false) {
  const headers = { "X-CSRF-Token": csrf };
  if (json) headers["Content-Type"] = "application/json";
  return fetch(path, { method, headers, body: json ? JSON.stringify(body) : body });
}

/** Return the words of a refusal. */
export async function refusal(answer) {
  if (answer.status === 422) {
    const told = await answer.json();
    if (typeof told.message === "string") return told.message;
  }
  return document.body.dataset.stopped;
}

/** Say something to those who listen rather than look. */
export function announce(text) {
  document.getElementById("tin").textContent = text;
}

/** Tell, once and plainly, that the program is gone. */
export function tellStopped() {
  if (document.getElementById("da-dung")) return;
  const note = document.createElement("p");
  note.id = "da-dung";
  note.className = "failure";
  note.setAttribute("role", "alert");
  note.textContent = document.body.dataset.stopped;
  document.querySelector("main").prepend(note);
}

/**
 * Follow the desk: call `show` with each new state of its files until it returns false.
 * A failure of the network is tried again; a refusal means that the program was started anew.
 */
export async function follow(seen, show) {
  let failures = 0;
  for (;;) {
    try {
      const answer = await fetch(`/api/files?seen=${seen}`);
      if (!answer.ok) return tellStopped();
      const desk = await answer.json();
      failures = 0;
      document.getElementById("da-dung")?.remove();
      seen = desk.version;
      if (show(desk.files) === false) return undefined;
    } catch {
      failures += 1;
      if (failures >= 3) tellStopped();
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}
