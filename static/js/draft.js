// Keeps what is being written: a changed form is posted to its data-draft-url every few seconds and when the page is left.
// Without it nothing is lost but the convenience: "Spara" works as ever.
const EVERY = 4000;

for (const form of document.querySelectorAll("form[data-draft-url]")) {
  const status = form.querySelector("[data-draft-status]");
  const say = (text) => { if (status && status.textContent !== text) status.textContent = text; };
  const content = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") data.append(name, value);
    }
    return data.toString();
  };
  let kept = content();
  let busy = false;
  let leaving = false;

  async function keep() {
    const now = content();
    if (busy || leaving || now === kept) return;
    busy = true;
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST", body: now, redirect: "manual", keepalive: now.length < 60000, credentials: "same-origin",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
          "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
        },
      });
      if (answer.ok) {
        kept = now;
        say("Utkast sparat " + new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }));
      } else {
        say("Utkastet kunde inte sparas – du kan ha blivit utloggad. Texten finns kvar här på sidan.");
      }
    } catch {
      say("Ingen kontakt med servern just nu. Texten finns kvar här på sidan.");
    } finally {
      busy = false;
    }
  }

  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  setInterval(keep, EVERY);
}
