// A text is copied with one press, where the browser lets us. Without this it is marked and copied by hand.
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  const said = button.parentElement.querySelector("[data-copied]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    try {
      const text = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(text.value ?? text.innerText);
      said.textContent = "Kopierad.";
    } catch {
      said.textContent = "Det gick inte att kopiera. Markera texten och kopiera den för hand.";
    }
  });
});
