// What this browser keeps of somebody's work is forgotten when they log out; what has not been sent is asked about first.
document.addEventListener("submit", (event) => {
  if (!event.target.hasAttribute("data-logout")) return;
  const kept = Object.keys(localStorage).filter((name) => name.startsWith("vantar:"));
  let waits = 0;
  for (const name of kept) { try { waits += JSON.parse(localStorage.getItem(name)).length; } catch { waits += 1; } }
  if (waits && !window.confirm(`${waits} har inte skickats än. Loggar du ut nu försvinner det. Vill du logga ut ändå?`)) {
    event.preventDefault();
    return;
  }
  kept.forEach((name) => localStorage.removeItem(name));
});
