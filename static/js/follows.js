// A choice whose options depend on another answer shows those that fit: the first word of a value is what it belongs to.
// Without this all are shown, group by group, and the server says when one does not fit.
function follow(select) {
  const form = select.form;
  const name = select.dataset.follows;
  const chosen = () => new FormData(form).get(name) || "";
  const fit = () => {
    const kind = chosen();
    for (const option of select.querySelectorAll("option")) {
      const fits = !kind || !option.value || option.value.startsWith(`${kind}_`);
      option.hidden = option.disabled = !fits && !option.selected;
    }
    for (const group of select.querySelectorAll("optgroup")) {
      group.hidden = [...group.querySelectorAll("option")].every((option) => option.hidden);
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target.name !== name) return;
    const kind = chosen();
    if (kind && select.value && !select.value.startsWith(`${kind}_`)) select.value = "";
    fit();
  });
  fit();
}

document.querySelectorAll("select[data-follows]").forEach(follow);
