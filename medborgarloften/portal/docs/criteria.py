"""docs/criteria.md: every demand of the method as it is declared."""

from __future__ import annotations

from processes.method import ROLE_TITLES, Criterion, Method, Step

HEADER = """# Criteria

Written by `manage.py docs` from the declarations in `*/steps/*.py`; edit those, not this.

**Strength**: M – nobody can waive it; S – met, or explained by a deviation that every signer sees.
**Gate**: when the guard asks (`open`, `complete`, `approve`, `agreement`, `sign`, `publish`, `close`, `renew`); a later
gate asks again what earlier ones asked. **How**: what meets it. **Who**: whom a refusal names, unless the part of the
step where it is mended has editors of its own.
"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _who(step: Step, criterion: Criterion) -> str:
    return ", ".join(ROLE_TITLES[role] for role in criterion.fixers or step.edited_by)


def _row(step: Step, c: Criterion) -> str:
    cells = (c.code, c.strength, c.gate, c.how, c.text, c.source, _who(step, c))
    return "| " + " | ".join(_cell(str(cell)) for cell in cells) + " |"


def text(method: Method) -> str:
    """The whole document."""
    parts = [HEADER]
    for number, step in enumerate(method, 1):
        parts.append(f"\n## {number}. {step.title} (`{step.key}`)\n")
        if not step.criteria:
            parts.append("No demand of its own.\n")
            continue
        parts.append("| Row | Strength | Gate | How | What holds when it is met | Source | Who |")
        parts.append("|---|---|---|---|---|---|---|")
        parts += [_row(step, criterion) for criterion in step.criteria]
    return "\n".join(parts) + "\n"
