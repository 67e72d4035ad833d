"""What the tests read out of a presentation: an eye of their own, which knows nothing of how it was made."""

import io
from collections.abc import Iterator

from pptx import Presentation
from pptx.util import Emu

LEAST_POINTS = 12


def opened(pptx: bytes):
    """The file as python-pptx reads it."""
    return Presentation(io.BytesIO(pptx))


def titles(pptx: bytes) -> list[str]:
    """The title of each slide, as an outline shows it."""
    return [slide.shapes.title.text_frame.text for slide in opened(pptx).slides]


def notes(pptx: bytes) -> list[str]:
    """What is said to each slide."""
    return [slide.notes_slide.notes_text_frame.text for slide in opened(pptx).slides]


def words(pptx: bytes) -> list[str]:
    """All text of each slide: in frames, tables and drawings."""
    return [" ".join(_text(slide)) for slide in opened(pptx).slides]


def _text(slide) -> Iterator[str]:
    yield from (e.text or "" for e in slide.element.iter() if e.tag.endswith("}t"))


def problems(pptx: bytes) -> list[str]:
    """What would trouble somebody who listens to the slides, or sits at the back of the room."""
    show = opened(pptx)
    found = [] if show.core_properties.language == "sv-SE" else ["the file names no Swedish"]
    if not show.core_properties.title:
        found.append("the file has no title")
    names = titles(pptx)
    found += [f"the title {name!r} is used twice" for name in sorted(set(names)) if names.count(name) > 1]
    for number, slide in enumerate(show.slides, start=1):
        found += [f"slide {number}: {problem}" for problem in _of_slide(slide, show)]
    return found


def _of_slide(slide, show) -> Iterator[str]:
    if not slide.shapes.title.text_frame.text.strip():
        yield "no title"
    if slide.shapes[0] != slide.shapes.title:
        yield "the title is not read first"
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "nothing to say"
    for part in (slide.element, slide.notes_slide.element):
        runs = [e for e in part.iter() if e.tag.endswith("}r")]
        if any(run.rPr is None or run.rPr.get("lang") != "sv-SE" for run in runs if run.text.strip()):
            yield "a word that is not said to be Swedish"
    for shape in slide.shapes:
        yield from _of_shape(shape, show)


def _of_shape(shape, show) -> Iterator[str]:
    drawn = shape.shape_type is not None and (shape.has_table or hasattr(shape, "shapes"))
    if drawn and not shape._element.xpath("./*[1]/p:cNvPr/@descr"):
        yield f"{shape.name} without alternative"
    if shape.width is not None and shape.left is not None:
        right, bottom = shape.left + shape.width, shape.top + shape.height
        if shape.left < 0 or shape.top < 0 or right > show.slide_width or bottom > show.slide_height:
            yield f"{shape.name} reaches outside, to {Emu(right).pt:.0f} × {Emu(bottom).pt:.0f}"
    sizes = [int(size) / 100 for size in shape._element.xpath(".//a:rPr/@sz")]
    if sizes and min(sizes) < LEAST_POINTS:
        yield f"{shape.name} in {min(sizes)} points"
