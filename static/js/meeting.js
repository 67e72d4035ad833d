// Meeting mode: a form is saved when one of its fields is left with something new in it. Without this each form has its button.
const clock = () => new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
const content = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "nyckel")).toString();

function watch(form) {
  const status = form.querySelector("[data-meeting-status]");
  let kept = content(form);
  let waiting = Promise.resolve();

  async function save() {
    const now = content(form);
    if (now === kept) return;
    kept = now;
    status.textContent = "Sparar …";
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new URLSearchParams([...new FormData(form)]), credentials: "same-origin", redirect: "manual",
        headers: { "X-Requested-With": "meeting" },
      });
      if (answer.status === 409) {
        status.textContent = "Någon annan har sparat här. Tryck Spara för att se båda texterna.";
        return;
      }
      if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form");
      for (const name of ["nyckel", "version"]) {
        const [mine, theirs] = [form.elements.namedItem(name), fresh.elements.namedItem(name)];
        if (mine && theirs) mine.value = theirs.value;
      }
      const errors = [...fresh.querySelectorAll(".error")].map((error) => error.textContent.trim());
      status.textContent = errors.length ? errors.join(" ") : "Sparat " + clock();
      if (!errors.length) kept = content(form);
    } catch {
      kept = "";
      status.textContent = "Gick inte att spara just nu. Texten finns kvar här: tryck Spara.";
    }
  }

  form.addEventListener("change", () => { waiting = waiting.then(save); });
}

document.querySelectorAll("form[data-meeting]").forEach(watch);
