// Shows the slides one at a time on the whole screen, led by keys. Without it all slides stand on the page, one after another.
const deck = document.querySelector("[data-deck]");
const start = document.querySelector("[data-deck-start]");

if (deck && start) {
  const slides = [...deck.querySelectorAll(".slide")];
  const status = deck.querySelector("[data-deck-status]");
  const keys = deck.querySelector("[data-deck-keys]");
  let now = 0;

  const shown = () => deck.classList.contains("deck--show");
  // The one in sight when the show begins, so that it can be taken up where it was left.
  const inSight = () => {
    const found = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > 120);
    return found < 0 ? 0 : found;
  };

  // As large as lets the whole slide be seen, and not so small that it can't be read; the rest is scrolled to.
  function fit(slide) {
    const sheet = slide.querySelector(".slide__sheet");
    for (let size = 2.3; size >= 1.4; size -= 0.1) {
      sheet.style.fontSize = `clamp(1.1rem, ${size}vw, 3rem)`;
      if (sheet.scrollHeight <= window.innerHeight + 1) break;
    }
  }

  function show(number) {
    now = Math.min(Math.max(number, 0), slides.length - 1);
    slides.forEach((slide, n) => slide.classList.toggle("slide--now", n === now));
    fit(slides[now]);
    deck.scrollTop = 0;
    slides[now].focus({ preventScroll: true });
    status.textContent = `Bild ${now + 1} av ${slides.length}: ${slides[now].querySelector("h2").textContent}`;
  }

  // What lies behind the show is out of reach meanwhile, for keys and screen readers alike.
  function shut(away) {
    for (let node = deck; node !== document.body; node = node.parentElement) {
      for (const other of node.parentElement.children) if (other !== node) other.inert = away;
    }
  }

  function begin() {
    const first = inSight();
    deck.classList.add("deck--show");
    keys.hidden = false;
    shut(true);
    show(first);
    deck.requestFullscreen?.().catch(() => {}); // refused or unknown: the whole window will do
  }

  function end() {
    if (!shown()) return;
    deck.classList.remove("deck--show");
    keys.hidden = true;
    shut(false);
    for (const sheet of deck.querySelectorAll(".slide__sheet")) sheet.style.fontSize = "";
    status.textContent = "";
    const left = document.fullscreenElement ? document.exitFullscreen() : Promise.resolve();
    left.finally(() => {
      slides[now].scrollIntoView();
      start.focus({ preventScroll: true });
    });
  }

  const steps = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -slides.length, End: slides.length,
  };
  document.addEventListener("keydown", (event) => {
    if (!shown() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") end();
    else if (event.key in steps && !(event.key === " " && event.target.closest("button"))) show(now + steps[event.key]);
    else return;
    event.preventDefault();
  });
  window.addEventListener("resize", () => { if (shown()) fit(slides[now]); });
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) end(); });
  deck.querySelector("[data-deck-on]").addEventListener("click", () => show(now + 1));
  deck.querySelector("[data-deck-back]").addEventListener("click", () => show(now - 1));
  deck.querySelector("[data-deck-end]").addEventListener("click", end);
  start.addEventListener("click", begin);
  start.hidden = false;
}
