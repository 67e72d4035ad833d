"""`manage.py check` refuses a method that hangs together badly."""

from pathlib import Path

from django.apps import apps
from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.utils.module_loading import import_string

from .documents import forms
from .method import Method, Panel, Part, Section, Step, get_method


@checks.register()
def method_is_sound(app_configs, **kwargs) -> list[checks.Error]:
    """No cycle among the steps, no field a record lacks, no missing guidance, no double key."""
    method = get_method()
    found = [*_cycles(method)]
    for step in method.every:
        found += [*_fields(step), *_documents(step), *_meeting(step)]
        if not guidance_path(step).exists():
            found.append(checks.Error(f"{step.key} lacks its guidance file.", id="method.E003"))
    keys = [c.key for step in method for c in step.criteria]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        found.append(checks.Error(f"Criterion {key} is declared twice.", id="method.E004"))
    for step in method:
        for need in step.needs:
            if need.step not in method.by_key:
                found.append(checks.Error(f"{step.key} needs {need.step}, not listed.", id="method.E005"))
    return found


def guidance_path(step: Step) -> Path:
    """Where the step's guidance lies: beside its declaration."""
    return Path(apps.get_app_config(_home(step)).path) / "steps" / f"{step.key}.md"


def _home(step: Step) -> str:
    for config in apps.get_app_configs():
        if (Path(config.path) / "steps" / f"{step.key}.py").exists():
            return config.label
    return step.record.partition(".")[0]


def _fields(step: Step) -> list[checks.Error]:
    found = []
    for section in step.sections:
        if isinstance(section, Panel):
            continue
        shown_by = getattr(section, "shown_by", "")
        if shown_by and not isinstance(step.section(shown_by), Panel):
            found.append(
                checks.Error(
                    f"{step.key}.{section.key} is shown by {shown_by}, which is no panel of the step.",
                    id="method.E007",
                )
            )
        model = apps.get_model(step.record if isinstance(section, Section) else section.model)
        names = set(section.fields) | set(getattr(section, "columns", ()))
        if parent := getattr(section, "parent", ""):
            names.add(parent)
        for name in sorted({name for fold in section.folds for name in fold.fields} - set(section.fields)):
            found.append(
                checks.Error(f"{step.key}.{section.key} folds away {name}, which it lacks.", id="method.E006")
            )
        for name in sorted({advice.field for advice in section.advice} - set(section.fields)):
            found.append(
                checks.Error(f"{step.key}.{section.key} advises on {name}, which it lacks.", id="method.E008")
            )
        for name in sorted(names):
            try:
                model._meta.get_field(name)
            except FieldDoesNotExist:
                found.append(
                    checks.Error(
                        f"{step.key}.{section.key}: {model.__name__} has no field {name}.",
                        id="method.E002",
                    )
                )
    return found


def _documents(step: Step) -> list[checks.Error]:
    """A document is built by something that exists, and had in forms that we can make."""
    found = []
    for document in step.documents:
        if unknown := set(document.forms) - {forms.PAGE, *forms.FILES}:
            message = f"{step.key}.{document.key} can't be had as {', '.join(sorted(unknown))}."
            found.append(checks.Error(message, id="method.E008"))
        try:
            import_string(document.build)
        except ImportError as missing:
            found.append(checks.Error(f"{step.key}.{document.key}: {missing}", id="method.E009"))
    return found


def _meeting(step: Step) -> list[checks.Error]:
    """What a meeting fills in stands in the step's sections, and each part has a name of its own."""
    if step.meeting is None:
        return []
    found = []
    held = step.meeting
    parts = [*held.parts, Part("", held.held, (held.day, *held.present, held.minutes))]
    keys = [part.key for part in parts]
    for part in parts:
        section = step.section(part.section)
        known = () if section is None or isinstance(section, Panel) else section.fields
        if lost := sorted({*part.fields, *part.add, *part.given} - set(known)):
            text = f"{step.key}: the meeting fills in {', '.join(lost)}, which {part.section} lacks."
            found.append(checks.Error(text, id="method.E010"))
        if keys.count(part.key) > 1:
            found.append(checks.Error(f"{step.key}: two parts called {part.key}.", id="method.E011"))
    return found


def _cycles(method: Method) -> list[checks.Error]:
    needs = {step.key: {n.step for n in step.needs if n.find is None} for step in method}

    def reaches(key: str, goal: str, seen: frozenset[str]) -> bool:
        return any(n == goal or (n not in seen and reaches(n, goal, seen | {n})) for n in needs.get(key, ()))

    return [
        checks.Error(f"{key} needs itself through other steps.", id="method.E001")
        for key in needs
        if reaches(key, key, frozenset())
    ]
