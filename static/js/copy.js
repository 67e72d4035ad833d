// A text is copied with one press, where the browser lets us. Without this it is marked and copied by hand.
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  const said = button.parentElement.querySelector("[data-copied]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
      said.textContent = "Kopierad.";
    } catch {
      said.textContent = "Det gick inte att kopiera. Markera texten och kopiera den för hand.";
    }
  });
});
