"""What a person sees and does in the browser: pages, forms, refusals. No script is needed for any of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page, Response, expect

Answer = str | int | date | Iterable[str]

# The words by which a person knows the place where the cursor stands.
NAMED = """e => (e.type === "radio" || e.type === "checkbox") && e.closest("fieldset")
    ? e.closest("fieldset").querySelector("legend").innerText
    : e.labels && e.labels.length ? e.labels[0].innerText : e.innerText"""


def press(control: Locator) -> Response | None:
    """Press a link or a button, and be on the page it leads to."""
    with control.page.expect_navigation() as there:
        control.click()
    return there.value


@dataclass
class Form:
    """A form on the page."""

    page: Page | Locator

    def fill(self, answers: Mapping[str, Answer]) -> Form:
        """Answer each question by its label: type, choose, or mark. What is folded away is unfolded first."""
        for fold in self.page.locator(".fold--fields:not([open]) > summary").all()[::-1]:
            fold.click()
        for label, answer in answers.items():
            self._answer(label, answer)
        return self

    def _answer(self, label: str, answer: Answer) -> None:
        group = self.page.get_by_role("group", name=label, exact=True)
        if group.count():
            for choice in [answer] if isinstance(answer, str) else answer:
                group.get_by_label(choice, exact=True).check()
            return
        field = self.page.get_by_label(label, exact=True)
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=str(answer))
        elif field.get_attribute("type") == "checkbox":
            field.set_checked(answer == "Ja")
        else:
            field.fill(str(answer))

    def fill_within(self, title: str, answers: Mapping[str, Answer]) -> None:
        """Answer in the one of several small forms that is about something, and save it."""
        Form(self.page.locator("form", has_text=title).first).fill(answers).save(f"Spara {title}")

    def save(self, button: str = "Spara") -> None:
        """Press the form's button."""
        press(self.page.get_by_role("button", name=button, exact=True))


@dataclass
class Refusal:
    """What the program says is missing, and the ways to it."""

    page: Page

    @property
    def box(self) -> Locator:
        """The component itself."""
        return self.page.locator(".refusal")

    @property
    def codes(self) -> set[str]:
        """The rules that are not met."""
        return set(self.box.locator(".gap__code").all_text_contents())

    def gap(self, code: str, about: str = "") -> Locator:
        """The first place (about something) where that rule is not met, unfolded if folded away."""
        own = self.page.locator(".gap__code", has_text=re.compile(f"^{re.escape(code)}$"))
        found = self.box.locator(".gap", has=own, has_text=about).first
        if not found.is_visible():
            self.box.locator("> details > summary").click()
        return found

    def says(self, code: str, *words: str, about: str = "") -> None:
        """The rule's reason is given in these words."""
        for part in words:
            expect(self.gap(code, about)).to_contain_text(part)

    def follow(self, code: str, *, to: str, about: str = "") -> Form:
        """Follow the link that mends it: the form opens, with exactly that field in focus."""
        gap = self.gap(code, about)
        others = gap.locator(".gap__more a", has_text=about)
        if about and others.count():
            gap.locator(".gap__more summary").click()
            press(others.first)
        else:
            press(gap.get_by_role("link", name="Rätta det här"))
        focused = self.page.locator(":focus")
        expect(focused, f"{code} leads to a field").to_have_count(1)
        assert " ".join(focused.evaluate(NAMED).split()) == to
        return Form(self.page)


class Visitor:
    """One person in a browser of their own."""

    def __init__(self, page: Page, name: str):
        self.page = page
        self.name = name
        self.round_url = ""

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def form(self) -> Form:
        """The form on the page."""
        return Form(self.page)

    def part(self, place: str) -> Form:
        """A form in one place of the page, where there are many."""
        return Form(self.page.locator(place))

    @property
    def refusal(self) -> Refusal:
        """What the page says is missing."""
        return Refusal(self.page)

    # Going somewhere

    def log_in(self, email: str, password: str) -> Visitor:
        """Log in; what the page of one's own work shows then comes by itself."""
        self.page.goto("/konto/logga-in/")
        self.form.fill({"E-postadress": email, "Lösenord": password}).save("Logga in")
        self.sees_heading("Mitt arbete")
        return self

    def link(self, name: str, within: str = "main") -> None:
        """Follow a link by its words."""
        press(self.page.locator(within).get_by_role("link", name=name, exact=True).first)

    def open_round(self, title: str) -> Visitor:
        """Open the round from one's own first page."""
        self.page.goto("/")
        self.link(title, ".box")
        self.sees_heading(title)
        return self

    def step(self, title: str, subject: str = "") -> Visitor:
        """Open a step from the rail beside the page, or from the overview; then one of its subjects."""
        places = ".rail, .steps"
        if not self.page.locator(places).count():
            press(self.page.locator(".crumbs a").first)
        self.link(title, places)
        self.sees_heading(title)
        if subject:
            self.link(subject, ".entries")
            self.sees_heading(subject)
        return self

    # Seeing

    def sees(self, *words: str, within: str = "main") -> None:
        """The page says so."""
        for part in words:
            expect(self.page.locator(within)).to_contain_text(part)

    def sees_heading(self, title: str) -> None:
        """The page is the one with that heading."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def sees_status(self, words: str) -> None:
        """The step or promise stands there."""
        expect(self.page.locator(".page-head .status")).to_have_text(words)

    # Writing

    def edit(self, section: str, answers: Mapping[str, Answer]) -> None:
        """Change a section of the step's page."""
        self.link(f"Ändra {section}")
        self.save(answers)

    def add(self, label: str, answers: Mapping[str, Answer]) -> None:
        """Add a row by the button of its section."""
        self.link(label)
        self.save(answers)

    def edit_row(self, name: str, answers: Mapping[str, Answer]) -> None:
        """Change a row that is there."""
        self.link(name, "table, .parties")
        self.save(answers)

    def save(self, answers: Mapping[str, Answer], reason: str = "") -> None:
        """Fill in the form on the page and save it; with a reason where something decided is changed."""
        self.form.fill(answers)
        if reason:
            self.form.fill({"Varför ändrar du?": reason})
        self.form.save()
        self.is_told("Sparat.")

    def is_told(self, message: str) -> None:
        """The program confirms what was done."""
        expect(self.page.locator(".messages")).to_contain_text(message)

    # Acting

    def press(self, button: str, told: str) -> None:
        """Press a button of the page, which is done."""
        self.form.save(button)
        self.is_told(told)

    def tries_to(self, button: str) -> Refusal:
        """Press a button and be refused, with the reasons."""
        answer = press(self.page.get_by_role("button", name=button, exact=True))
        assert answer is not None
        assert answer.status == 409
        return self.refusal

    def judge(self, answers: Mapping[str, tuple[str, str]]) -> None:
        """Answer a meeting's questions in one sitting: an answer, and words where there are any."""
        self.link("Bedöm frågorna")
        for question, (answer, words) in answers.items():
            self.form.fill({question: answer})
            if words:
                self.form.fill({f"Med egna ord: {question}": words})
        self.form.save()
        self.is_told("Bedömningarna är sparade.")

    def tell(self, answers: Mapping[str, Answer]) -> None:
        """Fill in the feedback form on the page."""
        self.form.fill(answers).save()
        self.is_told("Återkopplingen är sparad.")
