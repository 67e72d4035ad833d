// The form of an activity, made lighter: fields that mean nothing for the chosen target are put out of sight,
// ideas follow the chosen cause or side, and a suggestion is filled in without leaving the page.
// Without this all fields are there, all ideas can be unfolded, and the same buttons go by the server.
const form = document.getElementById("formular");

function valueOf(name) {
  const field = form.elements[name];
  return field ? field.value : "";
}

function follow() {
  for (const input of form.querySelectorAll("[data-only-when]")) {
    const chosen = valueOf(input.dataset.onlyWhen);
    const means = !chosen || input.dataset.is.split(" ").includes(chosen);
    const box = input.closest(".field");
    if (chosen && means) box.closest("details")?.setAttribute("open", "");
    // What holds an answer, a fault or the cursor is never hidden.
    box.hidden = !means && !input.value && !box.classList.contains("field--error") && document.activeElement !== input;
  }
}

function openIdeas() {
  const ideas = document.querySelector("[data-ideas]");
  if (!ideas) return;
  const sides = Object.fromEntries(ideas.dataset.ideas.split(" ").filter(Boolean).map((pair) => pair.split(":")));
  const side = valueOf("side") || sides[valueOf("cause")];
  if (side) for (const fold of ideas.querySelectorAll("[data-side]")) fold.open = fold.dataset.side === side;
}

function fillIn(button) {
  const wanted = new URLSearchParams(button.value);
  let first = null;
  for (const [name, value] of wanted) {
    const field = form.elements[name];
    if (!field) continue;
    field.value = value;
    const shown = field instanceof RadioNodeList ? [...field].find((one) => one.checked) : field;
    shown.closest("details")?.setAttribute("open", "");
    first = first || shown;
  }
  first?.focus();
  return Boolean(first);
}

if (form) {
  form.addEventListener("change", (event) => {
    follow();
    if (event.target.name === "cause" || event.target.name === "side") openIdeas();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=fyll]");
    if (button && fillIn(button)) event.preventDefault();
  });
  follow();
}
