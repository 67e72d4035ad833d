// A press that the network did not carry is kept in this browser and sent when the network is back: once and no more
// (each has a key of its own), with the day on which it was pressed, and forgotten at logout (forget.js).
// Without this the buttons are the plain forms that they are.
const status = document.querySelector("[data-log-status]");
const place = `vantar:${status.dataset.owner}:logga`;
const AGAIN = 10000;
let busy = false;

const say = (text) => { status.textContent = text; };
const read = () => { try { return JSON.parse(localStorage.getItem(place)) || []; } catch { return []; } };
const write = (queue) => { if (queue.length) localStorage.setItem(place, JSON.stringify(queue)); else localStorage.removeItem(place); };
const token = () => document.querySelector("[data-log] [name=csrfmiddlewaretoken]").value;
const today = () => new Date().toLocaleDateString("sv-SE");
const post = (item) => fetch(item.url, {
  method: "POST", body: new URLSearchParams({ ...item.fields, csrfmiddlewaretoken: token() }), credentials: "same-origin",
});
const taken = (answer) => answer.ok && answer.redirected && /\/logga\/\d+\/$/.test(new URL(answer.url).pathname);

async function flush() {
  if (busy || !read().length) return;
  busy = true;
  try {
    for (let item; (item = read()[0]);) {
      const answer = await post(item);
      if (!taken(answer)) return say(`${read().length} väntar här men går inte att skicka. Ladda om sidan och logga in igen.`);
      write(read().filter((one) => one.fields.nyckel !== item.fields.nyckel));
    }
    say("Nätet är tillbaka. Allt som väntade är inskrivet.");
  } catch {
    say(`Ingen kontakt med servern just nu. ${read().length} väntar här och skrivs in när nätet är tillbaka.`);
  } finally {
    busy = false;
  }
}

for (const form of document.querySelectorAll("form[data-log]")) {
  form.addEventListener("submit", async (event) => {
    if (form.dataset.sent) return; // once.js stops the second press
    event.preventDefault();
    event.stopPropagation();
    form.dataset.sent = "1";
    const button = form.querySelector("[name=aktivitet]");
    const item = { url: form.action, fields: { nyckel: form.elements.nyckel.value, aktivitet: button.value, done_on: today() } };
    try {
      const answer = await post(item);
      if (answer.status !== 409) return location.assign(answer.url);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      say(page.querySelector(".gap__message")?.lastChild.textContent.trim() || "Gick inte att skriva in. Ladda om sidan.");
      delete form.dataset.sent;
    } catch {
      write([...read(), item]);
      say(`Ingen kontakt med servern just nu. ${read().length} väntar här och skrivs in när nätet är tillbaka.`);
      form.elements.nyckel.value = crypto.getRandomValues(new Uint32Array(4)).join("").slice(0, 40);
      delete form.dataset.sent;
    }
  });
}
window.addEventListener("online", flush);
setInterval(flush, AGAIN);
flush();
