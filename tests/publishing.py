"""Ways to publish how a promise goes, and promises made up for the public list alone."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.urls import reverse

from agreements import chain, signing
from agreements.models import Account, DocumentVersion, LogPicture, Promise, Publication, SealedDocument
from agreements.publication import accounting, index
from agreements.verifying import addresses
from dialogs.models import DigitalDialog
from processes.method import get_method
from tests import access, fieldwork, situations, ways, web
from tests.world import World


def draft(world: World) -> accounting.Draft:
    """What would be public of the world's promise now."""
    return accounting.drafts(get_method(), world.facts())[world.promise.pk]


def act(world: World, name: str, by: Any, shown: str | None = None) -> Any:
    """`clear` or `publish` what is shown."""
    digest = draft(world).sha256 if shown is None else shown
    read = {"read": True} if name == "publish" else {}
    return getattr(accounting, name)(
        by=by, round_=world.round, promise_id=world.promise.pk, shown=digest, **read
    )


def account(world: World) -> Any:
    """The leader says yes, and the communicator publishes."""
    act(world, "clear", world.cast.officer)
    return act(world, "publish", world.cast.communicator)


def told(world: World) -> Account:
    """An account that citizens can read, written straight in: what is tested is that it is kept."""
    text = chain.canonical({"said": "Lugnare på torget."})
    values: dict[str, Any] = {"promise": world.promise, "number": 1, "by": world.cast.communicator}
    kept = Account.objects.create(content=text, sha256=chain.sha256(text), **values)
    event = {"sha256": kept.sha256, "number": kept.number, "by": kept.by_id}
    chain.append("accounted", f"promise:{world.promise.pk}", event)
    return kept


def promised(world: World, title: str) -> Promise:
    """One more promise of the round, so far a name alone."""
    return Promise.objects.create(process=world.round, title=title, owner=world.promise.owner)


def another(
    world: World,
    title: str,
    *,
    themes: tuple[str, ...] = (),
    promise: Promise | None = None,
    follows: Promise | None = None,
    **content: Any,
) -> str:
    """Publish one more promise of the round, with a content of its own; its slug."""
    promise = promise or promised(world, title)
    if follows:
        Promise.objects.filter(pk=promise.pk).update(predecessor=follows)
        content["predecessor"] = {
            "promise": follows.pk,
            "title": follows.title,
            "period": {"from": "", "to": ""},
        }
    whole = copy.deepcopy(json.loads(world.sent.content)) | {"title": title, **content}
    text = chain.canonical(whole)
    version = DocumentVersion.objects.create(
        promise=promise,
        number=1,
        content=text,
        content_hash=chain.sha256(text),
        ruleset="1",
        sent_by=world.cast.officer,
    )
    SealedDocument.objects.create(
        version=version, pdf=b"%PDF", sha256="0" * 64, is_prov=True, sealed_at=world.sealed.sealed_at
    )
    slug = f"loftet-{promise.pk}"
    Publication.objects.create(
        version=version,
        slug=slug,
        content=text,
        sha256=chain.sha256(slug),
        themes=list(themes),
        checked="Läst.",
        by=world.cast.communicator,
    )
    index.refresh(promise.pk)
    return slug


def changed(world: World, **rule: Any) -> tuple[Publication, Publication]:
    """A rule of an activity is changed, the plan confirmed, and a second version signed, sealed and published."""
    first = world.publication
    world.edit(world.activities[0], reason="Färre poliser i höst", **rule)
    for gate in ("complete", "approve"):
        world.decide("activity_plan", world.activity_plan, gate)
    situations.send(world)
    situations.sign_all(world)
    world.sealed = signing.finish(world.sent.pk)
    for number, organisation in enumerate((world.police, world.municipality)):
        situations.register(world, organisation, f"B{number}.1/2027")
    world.publication = situations.publish(world)
    return first, world.publication


def everything(world: World) -> None:
    """All that can be public is: a picture, how it goes, a second version, what was made outside, a dialogue."""
    fieldwork.noted(world, public=True)
    account(world)
    changed(world, target_value=2)
    outside = ways.from_outside(world)
    for number, organisation in enumerate((world.police, world.municipality)):
        situations.register(outside, organisation, f"C{number}.1/2027")
    situations.publish(outside)
    web.opened(world)


def public_pages() -> Iterator[str]:
    """Every address that anyone may open (tests/access.py), of all that is published."""
    for name, page in access.PAGES.items():
        if page.who == access.ANYBODY:
            examples = [()] if name in FIXED else EXAMPLES[name]()
            yield from (reverse(name, args=args) for args in dict.fromkeys(map(tuple, examples)))


ASKED = (
    "/loften/?q=finnsinte",
    "/kontrollera/?fingeravtryck=x",
    "/kontrollera/register/?alla=1",
    "/kontrollera/0123456789ab/",
)
"""Public pages that answer in another way than the plain address does."""


def _ours(*names: str) -> list[str]:
    return [f"agreements:{name}" for name in names]


FIXED = {
    *("health", "portal:method", "digital:receipt"),
    *_ours(
        "public_promises", "public_feed", "public_json", "public_csv", "dcat", "data", "sitemap", "robots"
    ),
    *_ours("accessibility", "public_register", "verify", "chain_list", "chain_data", "verify_script"),
}


def _slugs(**only: Any) -> list[Any]:
    return list(Publication.objects.filter(**only).values_list("slug").order_by("pk"))


EXAMPLES: dict[str, Callable[[], Iterable[Any]]] = {
    "digital:page": lambda: DigitalDialog.objects.values_list("code"),
    "agreements:public_feed_of": lambda: [["aby-kommun"]],
    "agreements:public_register_file": lambda: [["pdf"], ["xlsx"]],
    "agreements:public_original": lambda: _slugs(version__way="outside"),
    "agreements:verify_short": lambda: [
        [addresses.short(digest)]
        for digest in SealedDocument.objects.values_list("version__content_hash", flat=True)
    ],
    "agreements:public_account": lambda: Account.objects.values_list(
        "promise__versions__publication__slug", "number"
    ).exclude(promise__versions__publication=None),
    "agreements:public_picture": lambda: LogPicture.objects.filter(public=True).values_list(
        "log__process__promises__versions__publication__slug", "sha256"
    ),
    **dict.fromkeys(
        _ours(
            "public_promise", "public_pdf", "public_promise_json", "public_feed_of_promise", "public_embed"
        ),
        _slugs,
    ),
    **dict.fromkeys(
        _ours("public_version", "public_version_pdf"),
        lambda: Publication.objects.values_list("slug", "version__number"),
    ),
}
