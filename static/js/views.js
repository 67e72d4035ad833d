// Views written in one after the other. What is typed is kept in this browser until the server has it: sent again when
// the network is back, once and no more (each has a key of its own), and forgotten at logout (forget.js).
const form = document.querySelector("form[data-write-views]");
const status = document.querySelector("[data-write-status]");
const place = `vantar:${form.dataset.owner}:${location.pathname}`;
const begun = `${place}:halv`;
const AGAIN = 10000;
let busy = false;
let stale = false;

const say = (text) => { if (status.textContent !== text) status.textContent = text; };
const read = () => { try { return JSON.parse(localStorage.getItem(place)) || []; } catch { return []; } };
const write = (queue) => { if (queue.length) localStorage.setItem(place, JSON.stringify(queue)); else localStorage.removeItem(place); };
const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");
const typed = () => [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
const words = (item) => (item.fields.find(([name]) => name === "text") || ["", ""])[1];
const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

// What is half typed when the page is left or read anew: kept as it stands, and there again when the page is.
function keep() {
  const fields = typed().filter(([name]) => name !== "nyckel" && name !== "vem");
  if (form.elements.text.value.trim()) localStorage.setItem(begun, JSON.stringify([fields])); // one that waits
  else localStorage.removeItem(begun);
}

function takeUp() {
  let fields = [];
  try { [fields] = JSON.parse(localStorage.getItem(begun)) || [[]]; } catch { /* nothing that can be read */ }
  if (!fields.length || form.elements.text.value.trim()) return;
  for (const [name, value] of fields) if (form.elements[name]) form.elements[name].value = value;
  say("Det du höll på att skriva finns kvar.");
}

function show() {
  const queue = read();
  const box = document.querySelector("[data-waiting]");
  box.hidden = queue.length === 0;
  box.querySelector("ul").replaceChildren(...queue.map((item) => {
    const row = document.createElement("li");
    const said = document.createElement("blockquote");
    said.textContent = words(item);
    row.append(said);
    if (item.refused) {
      const open = document.createElement("button");
      open.type = "button";
      open.className = "btn btn-outline-primary btn-small";
      open.textContent = "Behöver ses över: öppna";
      open.addEventListener("click", () => look(item));
      row.append(open);
    }
    return row;
  }));
}

// The server wants something more of it: send it as a plain form, whose page tells what.
function look(item) {
  if (form.elements.text.value.trim()) return say("Spara först det du håller på att skriva.");
  for (const [name, value] of item.fields) if (form.elements[name]) form.elements[name].value = value;
  write(read().filter((other) => other.key !== item.key));
  localStorage.removeItem(begun);
  HTMLFormElement.prototype.submit.call(form);
}

async function renew() {
  const answer = await fetch(location.pathname, { credentials: "same-origin" });
  const fresh = parsed(await answer.text()).querySelector("form[data-write-views]");
  if (!fresh || fresh.dataset.owner !== form.dataset.owner) throw new Error("logged out");
  form.elements.csrfmiddlewaretoken.value = fresh.elements.csrfmiddlewaretoken.value;
  form.elements.vem.value = fresh.elements.vem.value;
  stale = false;
}

async function send(item) {
  const body = new URLSearchParams(item.fields.filter(([name]) => name !== "vem"));
  body.append("vem", form.elements.vem.value);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return fetch(location.pathname, { method: "POST", body, credentials: "same-origin" });
}

async function flush() {
  if (busy) return;
  busy = true;
  try {
    for (let item; (item = read().find((one) => !one.refused));) {
      let answer;
      try {
        if (stale) await renew();
        answer = await send(item);
      } catch (error) {
        const waits = read().length;
        say(error.message === "logged out"
          ? "Du är utloggad. Det du har skrivit finns kvar här: logga in igen i en annan flik, så skickas det."
          : `Ingen kontakt med servern just nu. ${waits} väntar här och skickas när nätet är tillbaka. Fortsätt skriva.`);
        return;
      }
      const there = new URL(answer.url).pathname === location.pathname;
      if (answer.ok && there && answer.redirected) {
        write(read().filter((one) => one.key !== item.key));
        const page = parsed(await answer.text());
        document.querySelector("[data-typed]").replaceWith(page.querySelector("[data-typed]"));
        say("Sparat.");
      } else if (answer.status === 422) {
        write(read().map((one) => (one.key === item.key ? { ...one, refused: true } : one)));
        say("En synpunkt behöver ses över innan den sparas.");
      } else if (stale) {
        say("Det går inte att spara just nu. Det du har skrivit finns kvar här.");
        return;
      } else {
        stale = true; // logged out, or the form is too old: fetch a fresh one and try once more
      }
      show();
    }
  } finally {
    busy = false;
    show();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = form.elements.text;
  if (!text.value.trim()) return text.focus();
  const fields = typed();
  write([...read(), { key: form.elements.nyckel.value, fields }]);
  text.value = "";
  keep();
  form.elements.nyckel.value = key();
  form.querySelectorAll(".error, .form-errors").forEach((one) => one.remove());
  text.focus();
  show();
  flush();
});
form.elements.text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
form.addEventListener("input", keep);
form.querySelector("[data-scripted]").hidden = false;
takeUp();
window.addEventListener("online", flush);
setInterval(() => { if (read().some((item) => !item.refused)) flush(); }, AGAIN);
show();
flush();
