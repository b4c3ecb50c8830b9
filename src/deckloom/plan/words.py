"""The few words the tool itself puts on a slide, by language."""

from collections.abc import Mapping

ENGLISH = {
    "source": "Source",
    "sources": "Sources",
    "image": "Image",
    "agenda": "Agenda",
    "slide": "slide",
    "part": "({n} of {total})",
    "takeaways": "Key takeaways",
    "takeaways-range": "Key takeaways, {first} to {last}",
    "takeaway-one": "Takeaway {n} of {total}",
    "slides": "slides",
    "missing": "Picture not found",
}

WORDS: dict[str, dict[str, str]] = {
    "en": ENGLISH,
    "de": {
        "source": "Quelle",
        "sources": "Quellen",
        "image": "Bild",
        "agenda": "Agenda",
        "slide": "Folie",
        "part": "({n} von {total})",
        "takeaways": "Kernaussagen",
        "takeaways-range": "Kernaussagen {first} bis {last}",
        "takeaway-one": "Kernaussage {n} von {total}",
        "slides": "Folien",
        "missing": "Bild nicht gefunden",
    },
    "fr": {
        "source": "Source",
        "sources": "Sources",
        "image": "Image",
        "agenda": "Plan",
        "slide": "diapositive",
        "part": "({n} sur {total})",
        "takeaways": "Points clés",
        "takeaways-range": "Points clés, {first} à {last}",
        "takeaway-one": "Point clé {n} sur {total}",
        "slides": "diapositives",
        "missing": "Image introuvable",
    },
    "es": {
        "source": "Fuente",
        "sources": "Fuentes",
        "image": "Imagen",
        "agenda": "Agenda",
        "slide": "diapositiva",
        "part": "({n} de {total})",
        "takeaways": "Ideas clave",
        "takeaways-range": "Ideas clave, {first} a {last}",
        "takeaway-one": "Idea clave {n} de {total}",
        "slides": "diapositivas",
        "missing": "Imagen no encontrada",
    },
    "it": {
        "source": "Fonte",
        "sources": "Fonti",
        "image": "Immagine",
        "agenda": "Agenda",
        "slide": "diapositiva",
        "part": "({n} di {total})",
        "takeaways": "Punti chiave",
        "takeaways-range": "Punti chiave, da {first} a {last}",
        "takeaway-one": "Punto chiave {n} di {total}",
        "slides": "diapositive",
        "missing": "Immagine non trovata",
    },
    "pt": {
        "source": "Fonte",
        "sources": "Fontes",
        "image": "Imagem",
        "agenda": "Agenda",
        "slide": "slide",
        "part": "({n} de {total})",
        "takeaways": "Pontos-chave",
        "takeaways-range": "Pontos-chave, {first} a {last}",
        "takeaway-one": "Ponto-chave {n} de {total}",
        "slides": "slides",
        "missing": "Imagem não encontrada",
    },
    "nl": {
        "source": "Bron",
        "sources": "Bronnen",
        "image": "Beeld",
        "agenda": "Agenda",
        "slide": "dia",
        "part": "({n} van {total})",
        "takeaways": "Kernpunten",
        "takeaways-range": "Kernpunten, {first} tot {last}",
        "takeaway-one": "Kernpunt {n} van {total}",
        "slides": "dia’s",
        "missing": "Beeld niet gevonden",
    },
}


def words_for(lang: str) -> Mapping[str, str]:
    """The words of a language tag; English where its language has none."""
    return WORDS.get(lang.split("-")[0].lower(), ENGLISH)
