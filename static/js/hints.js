// Fetches a field's hints anew when a changed field is left, and silences kinds of hint without leaving the form.
// Without it the hints are those of what is saved, and are silenced on the step's page.
for (const place of document.querySelectorAll("[data-hints-url]")) {
  const form = place.closest("form");
  const csrf = () => ({ "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value, "X-Fragment": "1" });
  const post = (url, body) => fetch(url, { method: "POST", body, redirect: "manual", credentials: "same-origin", headers: csrf() });
  const wake = () => place.querySelectorAll("[data-hints-act]").forEach((button) => { button.hidden = false; });
  let latest = 0;

  async function refresh() {
    const mine = ++latest;
    const body = new FormData(form);
    body.append("falt", place.dataset.hintsField);
    body.append("rad", place.dataset.hintsRow);
    const answer = await post(place.dataset.hintsUrl, body).catch(() => null);
    if (!answer || !answer.ok || mine !== latest) return;
    const open = Boolean(place.querySelector("details[open]"));
    const html = await answer.text();
    if (mine !== latest || place.dataset.given === html) return;
    place.dataset.given = html;
    place.innerHTML = html;
    if (open) place.querySelectorAll("details").forEach((fold) => { fold.open = true; });
    wake();
  }

  form.addEventListener("change", refresh);
  place.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-hints-act]");
    if (!button) return;
    const body = new FormData();
    for (const code of button.value.split(",")) body.append("tips", code);
    const answer = await post(button.dataset.hintsAct, body).catch(() => null);
    if (!answer || !answer.ok) return;
    await refresh();
    (place.querySelector("summary, button") || form.elements[place.dataset.hintsField]).focus();
  });
  wake();
  if (new URLSearchParams(location.search).has("utkast")) refresh();
}
