"""Pictures stored anew: what a slide crops away is gone from the file, and what is far too fine is made smaller."""

from collections.abc import Mapping

from deckloom.facts.images import cut_out
from deckloom.facts.store import PictureStore
from deckloom.values.facts import PictureFacts
from deckloom.values.plan import Cut, Showing


def store_cuts(cuts: Mapping[Showing, Cut], store: PictureStore) -> dict[Showing, PictureFacts]:
    """What is stored in place of each picture; one that would only grow stays, unless its edges have to go."""
    made: dict[Showing, PictureFacts] = {}
    for showing, cut in cuts.items():
        picture = cut_out(store.read(showing.digest), cut)
        if any(cut.crop) or picture.facts.size < cut.picture.size:
            store.put(picture.facts.digest, picture.data)
            made[showing] = picture.facts
    return made
