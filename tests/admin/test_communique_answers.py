"""A value that is filled in answers the doubt that asked for it, and the event is named by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from agreements.communique.proposal import Doubt
from agreements.editing.doubts import of_event
from agreements.models import Communique, Event, Place, ReadingDoubt
from tests.admin.communique_desk import address, save, send
from tests.communiques import TEXT, begun, proposal


@pytest.fixture
def communique(db: None) -> Communique:
    read = proposal(TEXT)
    read.event.began_on = None
    read.doubts.append(Doubt("no_date"))
    read.documents[1].type = replace(read.documents[1].type, value="unspecified")
    read.documents[1].doubts.append(Doubt("no_type"))
    return begun(read)


def shown(client: Client, communique: Communique) -> str:
    return client.get(address(communique)).content.decode()


def test_day_answers_that_there_is_none(clerk: Client, communique: Communique) -> None:
    assert "does not say on which day" in shown(clerk, communique)
    send(clerk, communique, "keep", **{"event-began_on": "4 May 2023"})
    assert "does not say on which day" not in shown(clerk, communique)
    send(clerk, communique, "keep", **{"event-began_on": ""})
    assert "does not say on which day" in shown(clerk, communique)


def test_type_answers_that_there_is_none(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "keep", **{"documents-1-type": "protocol"})
    assert "what type of document" not in shown(clerk, communique)


def test_answered_doubts_are_not_left_on_drafts(clerk: Client, communique: Communique) -> None:
    values = {"event-began_on": "4 May 2023", "documents-1-type": "protocol"}
    save(clerk, communique, **values)
    assert not ReadingDoubt.objects.filter(code__in=["no_date", "no_type"]).exists()


def test_draft_that_got_its_day_warns_no_more(clerk: Client, communique: Communique) -> None:
    event = save(clerk, communique)
    assert [doubt.code for doubt in of_event(event)] == ["reading_no_date"]
    Event.objects.filter(pk=event.pk).update(began_on="2023-05-04")
    assert list(of_event(event)) == []


def test_place_answers_that_it_is_not_known(clerk: Client) -> None:
    read = proposal(TEXT)
    read.doubts.append(Doubt("place_not_known", (("name", "Farawayville"),)))
    communique = begun(read)
    assert "Farawayville" in shown(clerk, communique)
    astana = Place.objects.get(names__text="Astana", names__language="en")
    send(clerk, communique, "keep", **{"event-where": [f"place-{astana.pk}"]})
    top = clerk.get(address(communique)).context["event_doubts"]
    assert top == []


def test_name_of_the_event_follows_its_day(clerk: Client, communique: Communique) -> None:
    assert communique.form["event-name"] == ["State visit, Tajikistan – Kazakhstan"]
    event = save(clerk, communique, **{"event-began_on": "4 May 2023"})
    assert str(event) == "State visit, Tajikistan – Kazakhstan, 4 May 2023"


def test_name_that_somebody_worded_stays(clerk: Client, communique: Communique) -> None:
    send(clerk, communique, "keep", **{"event-name": "The visit"})
    event = save(clerk, communique, **{"event-began_on": "4 May 2023"})
    assert str(event) == "The visit"
