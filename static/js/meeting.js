// Meeting mode: a form is saved when one of its fields is left with something new in it, and what is computed from it
// is shown anew. Without this each form has its button. Nothing is written over: when someone else has saved the same
// row, the plain form is sent, and the server shows both texts.
const status = document.querySelector("[data-meeting-status]");
const clock = () => new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
const say = (text) => { status.textContent = text; };
const forms = () => [...document.querySelectorAll("form[data-meeting]")];
const content = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "nyckel" && name !== "version")).toString();
const kept = new WeakMap();
let line = Promise.resolve();
let leaving = false;
let waited = false;

const changed = (form) => content(form) !== kept.get(form);
const body = (form) => new URLSearchParams([...new FormData(form)]);
const busy = (element) => element.contains(document.activeElement);
const post = (form) => fetch(form.action, {
  method: "POST", body: body(form), credentials: "same-origin", redirect: "manual", headers: { "X-Requested-With": "meeting" },
  keepalive: content(form).length < 50000, // so that it arrives also when the page is being left
});

// The row has a new version: in every form of it that was as the row stood.
function renew(form, fresh) {
  const before = form.elements.version.value;
  for (const other of forms()) {
    if (other.dataset.meeting === form.dataset.meeting && other.elements.version.value === before) {
      other.elements.version.value = fresh.elements.version.value;
    }
  }
  form.elements.nyckel.value = fresh.elements.nyckel.value;
}

function mark(form, page) {
  for (const error of form.querySelectorAll("[data-meeting-error]")) error.remove();
  for (const error of page.querySelectorAll(".error")) {
    const field = error.closest(".field");
    const own = field && document.getElementById(field.id);
    const text = error.cloneNode(true);
    text.dataset.meetingError = "";
    (own || form).prepend(text);
  }
}

async function save(form) {
  if (!changed(form)) return;
  const sent = content(form);
  say("Sparar …");
  let answer;
  try {
    answer = await post(form);
  } catch {
    say("Ingen kontakt med servern just nu. Texten står kvar här och sparas när kontakten är tillbaka.");
    return form.classList.add("meeting__entry--unsaved");
  }
  if (answer.status === 409) {
    await Promise.all(forms().filter((other) => other !== form && changed(other)).map(post));
    leaving = true;
    return form.submit();
  }
  if (answer.status !== 200 && answer.status !== 422) {
    say("Gick inte att spara. Texten står kvar här: tryck Spara.");
    return form.classList.add("meeting__entry--unsaved");
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  mark(form, page);
  if (answer.status === 422) return say("Något behöver rättas innan det kan sparas.");
  kept.set(form, sent);
  form.classList.remove("meeting__entry--unsaved");
  renew(form, page.querySelector("form"));
  const name = page.querySelector("form > h3");
  if (name && form.querySelector("h3")) form.querySelector("h3").textContent = name.textContent;
  for (const fresh of page.querySelectorAll("[data-meeting-live]")) {
    const old = document.getElementById(fresh.id);
    if (old && !busy(old)) old.replaceWith(document.adoptNode(fresh));
  }
  say(`Sparat ${clock()}`);
}

const soon = (form) => {
  line = line.then(() => save(form)).catch(() => say("Gick inte att spara. Texten står kvar här: tryck Spara."));
};

// What leads away from the page waits until all that was written in it is saved, or has been tried.
function afterSaving(event, go) {
  if (waited || !forms().some(changed)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  forms().filter(changed).forEach(soon);
  line = line.then(() => { waited = true; go(); waited = false; });
}
const again = (form) => document.querySelector(`form[action="${form.getAttribute("action")}"]`);
addEventListener("submit", (event) => {
  const form = event.target;
  if (!("meeting" in form.dataset)) afterSaving(event, () => (form.isConnected ? form : again(form))?.requestSubmit());
}, true);
addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (link && !elsewhere && !link.getAttribute("href").startsWith("#")) afterSaving(event, () => link.click());
}, true);

// What could not be sent is tried again; what is being written is sent when the page is left.
setInterval(() => document.querySelectorAll(".meeting__entry--unsaved").forEach(soon), 15000);
document.addEventListener("visibilitychange", () => { if (document.hidden) forms().filter(changed).forEach(soon); });
addEventListener("beforeunload", (event) => {
  const begun = [...document.querySelectorAll("form[data-meeting-new]")].filter((form) => !form.dataset.sent);
  if (!leaving && [...forms(), ...begun].some(changed)) event.preventDefault();
});

for (const form of document.querySelectorAll("form[data-meeting], form[data-meeting-new]")) kept.set(form, content(form));
for (const form of forms()) {
  form.addEventListener("change", () => soon(form));
  // Sent by the button or by Enter: as the script would have done, but for a form that could not be saved that way.
  form.addEventListener("submit", (event) => {
    if (form.classList.contains("meeting__entry--unsaved")) return kept.set(form, content(form));
    event.preventDefault();
    event.stopPropagation();
    soon(form);
  });
}
document.querySelector("main").classList.add("meeting--scripted");
// Whoever has just added a row goes on with the next.
addEventListener("load", () => {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (place && "meetingNew" in place.dataset) place.querySelector("input:not([type=hidden]), textarea").focus();
});
