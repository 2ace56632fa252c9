"""Doubts about agencies and events: a case that raises each, and a near one that doesn't."""

import pytest

from agreements.editing.doubts import of_agency, of_event
from tests import builders

pytestmark = pytest.mark.django_db


def test_agency_of_the_same_state_with_a_like_name() -> None:
    state = builders.state(name="Ruritania")
    first = builders.agency("Ministry of Transport of Ruritania", of=state)
    second = builders.agency("The Ministry of Transports", of=state)
    (doubt,) = of_agency(second)
    assert (doubt.code, doubt.key, doubt.records) == ("duplicate", str(first.pk), (first,))


@pytest.mark.parametrize("name", ["Ministry of Trade", "Ministry of Agriculture of Ruritania"])
def test_agency_with_another_name(name: str) -> None:
    state = builders.state(name="Ruritania")
    builders.agency("Ministry of Transport of Ruritania", of=state)
    assert list(of_agency(builders.agency(name, of=state))) == []


def test_agency_of_another_state() -> None:
    builders.agency("Ministry of Transport")
    assert list(of_agency(builders.agency("Ministry of Transport"))) == []


def test_predecessor_is_no_duplicate() -> None:
    state = builders.state()
    first, second = (builders.agency("Ministry of Transport", of=state) for _ in range(2))
    first.successions.create(successor=second)
    assert list(of_agency(first)) == list(of_agency(second)) == []


def test_agency_name_with_mixed_letters() -> None:
    (doubt,) = of_agency(builders.agency("Mинистерство"))
    assert (doubt.code, doubt.key) == ("mixed_letters", "Mинистерство")
    assert list(of_agency(builders.agency("Министерство"))) == []


def test_event_of_the_same_states_at_the_same_time() -> None:
    states = [builders.state(), builders.state()]
    first = builders.event(states=states, began_on="2023-05-03", ended_on="2023-05-05")
    second = builders.event(states=[*states, builders.state()], began_on="2023-05-05")
    (doubt,) = of_event(second)
    assert (doubt.code, doubt.records) == ("duplicate", (first,))
    later = builders.event(states=states, began_on="2023-05-06")
    other = builders.event(states=[states[0], builders.state()], began_on="2023-05-04")
    undated = builders.event(states=states, began_on=None)
    assert [*of_event(later), *of_event(other), *of_event(undated)] == []


def test_event_with_mixed_letters_in_a_name() -> None:
    event = builders.event("Bизит")
    event.delegations.update(head="Президeнт")
    assert [doubt.key for doubt in of_event(event)] == ["Bизит", "Президeнт"]
