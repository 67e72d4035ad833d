// Builds the tree of causes from the keyboard. Without it every line is sent as the plain form that it is.
// Enter saves and leaves the cursor in a new line beside; Tab and Shift+Tab move what is being written a level
// down or up before it is saved; arrows go from cause to cause. Escape gives Tab back to the browser.
const tool = document.querySelector("[data-why]");
const status = document.querySelector("[data-why-status]");
const keys = document.querySelector("[data-why-keys]");
const CARRIED = ["text", "horizon", "who_can_act"];
let tabIsFree = false;

const say = (words) => { status.textContent = words; };
const nodeOf = (element) => element.closest("[data-why-node]");
const above = (node) => node.parentElement.closest("[data-why-node]");
const below = (node) => [...node.querySelectorAll(":scope > .why__list > [data-why-node]")];
const askOf = (node) => node.querySelector(":scope > [data-why-ask]");
const nameOf = (node) => node.querySelector(":scope > .why__cause [data-why-name]");
const titleOf = (node) => (nameOf(node) || node.querySelector(".why__problem")).textContent.trim();

function open(details) {
  tool.querySelectorAll("[data-why-ask][open]").forEach((other) => { if (other !== details) other.open = false; });
  details.open = true;
  const field = details.querySelector("[data-why-text]");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  return field;
}

// What is being written moves to the line under another cause.
function carry(from, to) {
  for (const name of CARRIED) {
    to.elements[name].value = from.elements[name].value;
  }
  from.reset();
  from.querySelector("[data-why-text]").value = "";
}

function move(field, node) {
  const details = node && askOf(node);
  if (!details) return false;
  carry(field.form, details.querySelector("form"));
  open(details);
  say(`Nivå ${Number(node.dataset.whyLevel) + 1}, förklarar: ${titleOf(node)}`);
  return true;
}

function inLine(event, field) {
  const node = nodeOf(field);
  if (event.key === "Escape") {
    tabIsFree = true;
    say("Tabb går nu vidare som vanligt.");
  } else if (event.key === "Tab" && !tabIsFree && field.value.trim()) {
    const target = event.shiftKey ? node.dataset.whyNode !== "0" && above(node) : below(node).at(-1);
    if (move(field, target)) event.preventDefault();
  } else if (event.key === "ArrowUp" && !field.value) {
    event.preventDefault();
    go(below(node).at(-1) || node);
  } else if (event.key === "ArrowDown" && !field.value) {
    event.preventDefault();
    const names = [...tool.querySelectorAll("[data-why-name]")];
    const next = names.find((name) => field.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (next) go(nodeOf(next));
  }
}

function go(node) {
  const name = node && nameOf(node);
  if (!name) return;
  name.focus();
  const under = below(node).length;
  const horizon = node.querySelector(".why__horizon").textContent;
  say(`Nivå ${node.dataset.whyLevel}, ${horizon}, ${under ? `${under} under` : "inget varför under"}`);
}

function onCause(event, name) {
  const names = [...tool.querySelectorAll("[data-why-name]")];
  const here = names.indexOf(name);
  const node = nodeOf(name);
  const steps = {
    ArrowDown: () => names[here + 1] && nodeOf(names[here + 1]),
    ArrowUp: () => names[here - 1] && nodeOf(names[here - 1]),
    ArrowLeft: () => above(node),
    Home: () => nodeOf(names[0]),
    End: () => nodeOf(names.at(-1)),
  };
  if (event.key === "ArrowRight") {
    event.preventDefault();
    const first = below(node)[0];
    if (first) go(first);
    else if (askOf(node)) open(askOf(node));
  } else if (steps[event.key]) {
    event.preventDefault();
    go(steps[event.key]());
  }
}

tool.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const field = event.target.closest("[data-why-text]");
  const name = event.target.closest("[data-why-name]");
  if (field) inLine(event, field);
  else if (name) onCause(event, name);
});

tool.addEventListener("focusin", (event) => {
  if (!event.target.closest("[data-why-text]")) tabIsFree = false;
});

// A line opened by hand is ready to be written in.
tool.addEventListener("toggle", (event) => {
  if (event.target.open && document.activeElement.parentElement === event.target) open(event.target);
}, true);

// The line is saved without leaving the page; what the server does not simply accept is sent the plain way.
tool.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-why-form]");
  if (!form) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  const text = form.elements.text.value.trim();
  if (!text) return say("Skriv varför det händer först.");
  form.dataset.sent = "1";
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
  } catch {
    delete form.dataset.sent;
    return say("Ingen kontakt med servern just nu. Det du skrev står kvar.");
  }
  const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page && page.querySelector("[data-why]");
  if (!fresh) return form.submit();
  tool.replaceChildren(...fresh.childNodes);
  prepare();
  const line = tool.querySelector("[data-why-ask][open] [data-why-text]");
  if (line) line.focus();
  say(`Sparat: ${text}. Skriv nästa på samma nivå.`);
});

function prepare() {
  tool.querySelectorAll("[data-why-text]").forEach((field) => {
    const own = field.getAttribute("aria-describedby");
    field.setAttribute("aria-describedby", own ? `${own} ${keys.id}` : keys.id);
  });
}

if (tool) {
  keys.hidden = false;
  prepare();
}
