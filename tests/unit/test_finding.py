"""What makes the site findable: words, weights, dictionary, suggestions."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from macros.catalogue import Catalogue
from macros.finding import make_findable
from macros.finding.dictionary import concept_codes, dictionary
from macros.finding.documents import Zoekdocument, concept_names, documents
from macros.finding.handwritten import handwritten
from macros.finding.indexing import code, concept_code, register, shown
from macros.finding.language import Samenstellingen, Woordvormen, stem, words
from macros.finding.shards import shards, written
from macros.finding.suggestions import suggestions
from macros.finding.weighing import Gewogen, weigh
from macros.woordenschat import gewone_woorden


def doc(adres: str, *velden: tuple[str, str], soort: str = "Praktijk") -> Zoekdocument:
    """A document with these fields and nothing to show."""
    return Zoekdocument(adres, soort, adres, "", velden)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Één café, m.b.v. oma's!", ["een", "cafe", "omas"]),
        ("re-integratie", ["reintegratie", "integratie"]),
        ("65-plussers", ["65plussers", "plussers"]),
        ("", []),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    """Folded, without apostrophes; of a word with hyphens the whole and its longer parts."""
    assert words(text) == wanted


@pytest.mark.parametrize(
    "same",
    [
        ("eenzaam", "eenzame", "eenzaamheid"),
        ("huis", "huizen"),
        ("kind", "kinderen"),
        ("stadskind", "stadskinderen"),
        ("schuld", "schulden"),
        ("oudere", "ouderen"),
    ],
)
def test_forms_of_one_word_have_one_stem(same: tuple[str, ...]) -> None:
    """Singular and plural, adjective and noun."""
    assert len({stem(word) for word in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("ouderen", "ouders"), ("geweld", "welzijn"), ("jongen", "jongeren"), ("gemeente", "gemeenschap")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """What a stemmer easily throws together."""
    assert stem(one) != stem(other)


def test_verbs_are_told_by_their_infinitive() -> None:
    """Slaapt is a form of slapen where slapen occurs; kracht is no verb."""
    forms = Woordvormen(["slapen", "slaapt", "kracht", "krachten"])

    assert forms.stem("slaapt") == forms.stem("slapen")
    assert forms.stem("kracht") == "kracht"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("jeugdwerkloosheid", ("jeugd", "werklos")),
        ("ouderenhuisvesting", ("ouderen", "huisvest")),
        ("schuldhulp", ("schuld", "hulp")),
        ("werkloosheid", None),
        ("xyzwerkloosheid", None),
        ("kat", None),
    ],
)
def test_compounds(word: str, parts: tuple[str, str] | None) -> None:
    """Only into words that are known, each in its one form."""
    known = ["jeugd", "werkloosheid", "ouderen", "huisvesting", "schuld", "hulp"]

    assert Samenstellingen(known, Woordvormen(known)).split(word) == parts


DOCS = (
    doc("voorbeelden/a/", ("titel", "Jeugdwerkloosheid in Assen"), ("aanpak", "Jongeren zoeken een baan. De jeugd wacht.")),
    doc("voorbeelden/b/", ("titel", "Eenzame ouderen"), ("aanpak", "Een gesprek over de jeugd van vroeger met senioren.")),
    doc("voorbeelden/c/", ("titel", "Welzijn op Recept"), ("aanpak", "De werkloosheid van de jeugd noemen wij ook.")),
    doc("voorbeelden/d/", ("titel", "Buurtkeuken"), ("tekst", "Tegen werkloosheid, voor de jeugd.")),
    doc("organisaties/ons-welzijn/", ("titel", "ONS welzijn"), soort="Organisatie"),
)
CONCEPTS = {"zoekwoorden:ouderen": ("ouderen", "senioren", "oude dag"), "themas:werk": ("Werk en inkomen", "sociaal isolement")}


@pytest.fixture(scope="module")
def gewogen() -> Gewogen:
    """A few documents, weighed."""
    return weigh((replace(DOCS[0], termen=(("themas:werk", 1.0),)), *DOCS[1:]), CONCEPTS)


def weight(gewogen: Gewogen, number: int, token: str) -> int:
    """The weight of a word of a document; 0 when it has none."""
    return gewogen.gewichten[number].get(token, 0)


def test_a_title_weighs_more_than_running_text(gewogen: Gewogen) -> None:
    """The word in the title says more of a page than the same word in its text."""
    assert weight(gewogen, 0, "jeugdwerklos") > weight(gewogen, 2, "werklos") > 0
    assert all(0 < value <= 40 for weights in gewogen.gewichten for value in weights.values())


def test_the_tail_of_a_compound_is_found(gewogen: Gewogen) -> None:
    """Werkloosheid finds jeugdwerkloosheid."""
    assert weight(gewogen, 0, "werklos") > 0


def test_pairs_with_and_without_filler(gewogen: Gewogen) -> None:
    """Names of several words are words of their own: welzijn (op) recept, ONS welzijn."""
    assert weight(gewogen, 2, "welzijn_recept") > 0
    assert weight(gewogen, 4, "ons_welzijn") > 0


def test_a_word_beside_others_counts_less() -> None:
    """Moeder says who it is about; boodschappen what it is about."""
    found = weigh((doc("voorbeelden/a/", ("titel", "Moeder boodschappen")),), {})

    assert 0 < weight(found, 0, "moeder") < weight(found, 0, "boodschap")


def test_a_name_of_one_word_keeps_the_filler_before_it() -> None:
    """Geen huis is no other word for huis."""
    found = weigh(
        (doc("voorbeelden/a/", ("titel", "Ons huis")), doc("voorbeelden/b/", ("titel", "Geen huis"))),
        {"zoekwoorden:dakloos": ("dakloos", "geen huis")},
    )

    assert found.woorden.namen["zoekwoorden:dakloos"] == (("daklos",), ("geen", "huis"))
    assert weight(found, 0, "zoekwoorden:dakloos") == 0 < weight(found, 1, "zoekwoorden:dakloos")
    lines = [line for group in dictionary(found).values() for line in group]
    assert any(line.startswith("huis|") and "geen<>xqa*80" in line for line in lines)


def test_concepts_of_terms_and_of_everyday_words(gewogen: Gewogen) -> None:
    """A theme counts where it is chosen; a group of words where one of them stands, by how much it says there."""
    assert weight(gewogen, 0, "themas:werk") == 22
    assert weight(gewogen, 1, "zoekwoorden:ouderen") > weight(gewogen, 0, "zoekwoorden:ouderen") == 0


def line(gewogen: Gewogen, word: str) -> str:
    """The line of the dictionary for a word."""
    found = {line for lines in dictionary(gewogen).values() for line in lines if line.startswith(f"{word}|")}
    assert len(found) == 1, found
    return found.pop()


def test_the_dictionary_tells_what_else_to_look_for(gewogen: Gewogen) -> None:
    """Forms, parts, concepts and what may follow, each in its place."""
    codes = concept_codes(gewogen)

    assert line(gewogen, "jeugdwerklos") == "jeugdwerklos|1|jeugdwerkloosheid|jeugd,werklos||ass"
    assert line(gewogen, "ouderen").split("|")[4] == f"{codes['zoekwoorden:ouderen']}*80"
    assert line(gewogen, "sociaal") == f"sociaal|0|sociaal|||isolement>{codes['themas:werk']}*50"
    assert line(gewogen, "welzijn").split("|")[5] == "ons<,recept"


def test_a_common_word_stays_where_it_says_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a word on too many documents the weak places go; a title keeps it."""
    monkeypatch.setattr("macros.finding.weighing._MOST", 3)
    docs = [doc(f"voorbeelden/{number}/", ("tekst", "Een fiets.")) for number in range(5)]

    found = weigh([*docs, doc("voorbeelden/x/", ("titel", "De fiets"))], {})

    assert [bool(weights.get("fiet")) for weights in found.gewichten] == [False] * 5 + [True]


def test_everything_is_the_same_whatever_the_order() -> None:
    """The same content gives the same weights."""
    one, other = weigh(DOCS, CONCEPTS), weigh(tuple(reversed(DOCS)), dict(reversed(CONCEPTS.items())))

    assert list(one.gewichten) == list(reversed(other.gewichten))
    assert dictionary(one) == dictionary(other)


def test_shards_split_where_there_is_much() -> None:
    """A heavy beginning gets files of its own, and nothing is lost; a light one stays one file."""
    lines = [(word, word * 3) for word in ("aal", "aar", "abt", "ab", "bes", "c")]
    found = shards(lines, 15)

    assert {line for group in found.values() for line in group} == {line for _, line in lines}
    assert found["b"] == ("besbesbes",)
    assert found["ab"] == ("abtabtabt", "ababab")
    assert all(len("".join(group)) <= 18 for group in found.values())


def test_shards_that_keep_the_best_have_them_at_every_depth() -> None:
    """Who has typed one letter sees the first of all that begin with it."""
    lines = [(f"a{letter}", f"{letter}" * 9) for letter in "abcdef"]

    assert shards(lines, 20, keep=2)["a"] == ("a" * 9, "b" * 9)


def test_index_words_match_nothing_else() -> None:
    """Kinds apart, no word the beginning of another, not even where one ends on a q, and no digits, at which Pagefind would cut."""
    assert code("mantelzorg", "v") == "qvmantelzorgq"
    assert not code("mantelzorger", "v").startswith(code("mantelzorg", "v"))
    assert code("65plusser", "w") == "qwxgxfplusserq"
    concepts = sorted({code(concept_code(number), "v") for number in range(2000)})
    assert len(concepts) == 2000
    assert [pair for pair in pairwise([*concepts, code("lhbti", "v"), code("lhbtiq", "v")]) if pair[1].startswith(pair[0])] == []


def test_the_index_holds_where_each_word_stands() -> None:
    """Per word pages and weights; a concept by its code, one that has no names not at all, and the kind of what is no entry."""
    weights = [{"jeugd": 40, "themas:werk": 22, "gemeenten:ede": 3}, {"jeugd": 4}, {}, {}, {"jeugd": 8}]

    found = register(DOCS, weights, {"themas:werk": "xqa"})

    assert {word: list(places) for word, places in found.woorden.items()} == {
        "qvjeugdq": [40, 64 + 4],
        "qvxxkaq": [22],
        "qwjeugdq": [4 * 64 + 8],
        "qwxxsoortorganisatieq": [4 * 64 + 1],
    }
    assert [page["url"] for page in found.paginas] == [f"/{doc.adres}" for doc in DOCS]


def test_words_that_the_index_writes_alike_are_one() -> None:
    """`wel_zijn` and `welxzijn` are both `welxzijn` there: on a page with both the heavier counts."""
    found = register(DOCS[:2], [{"wel_zijn": 9, "welxzijn": 5}, {"welxzijn": 7}], {})

    assert {word: list(places) for word, places in found.woorden.items()} == {"qvwelxzijnq": [9, 64 + 7]}


def test_words_are_written_by_what_they_add() -> None:
    """A capital says how much of the word before stays; `bestanden.js` reads it back."""
    assert written(["mand", "maa", "man", "pa"]) == "AmaaCnDdApa"
    assert written([]) == ""


def test_what_a_result_shows() -> None:
    """Its name, summary and kind, and where in a page it stands when it has none of its own."""
    term = Zoekdocument("begrippen/#wmo", "Begrip", "Wmo", "Een wet.", (), regel=(("plaats", "Assen"),))

    assert shown(term) == {
        "title": "Wmo", "samenvatting": "Een wet.", "soort": "Begrip", "plaats": "Assen", "adres": "begrippen/#wmo",
    }  # fmt: skip


def test_documents_of_the_small_world(small: Catalogue) -> None:
    """Entries, knowledge, terms, organisations and glossary; an entry says what a result shows."""
    found = {found.adres: found for found in documents(small)}

    assert {"Praktijk", "Werkwijze", "Kennis", "Thema", "Gemeente", "Organisatie", "Begrip"} <= {
        document.soort for document in found.values()
    }
    assert dict(found["voorbeelden/leefgoed/"].regel)["plaats"] == "Veghel (Meierijstad)"
    assert "Veghel" in dict(found["gemeenten/meierijstad/"].velden)["synoniem"]


def test_a_practice_borrows_the_words_of_its_method(small: Catalogue) -> None:
    """Search words of a werkwijze count for the places that follow it."""
    method = small.by_slug["welzijn-op-recept"]
    changed = replace(method, data=method.data.model_copy(update={"zoekwoorden": ("slecht slapen",)}))
    catalogue = replace(small, items=tuple(changed if item is method else item for item in small.items))
    found = {found.adres: dict(found.velden) for found in documents(catalogue)}

    assert found["voorbeelden/welzijn-op-recept-den-helder/"]["geleend"] == "slecht slapen"


def test_names_of_concepts(small: Catalogue) -> None:
    """Terms by label, synonyms and abbreviation; groups of everyday words."""
    found = dict(concept_names(small))

    assert "Wmo" in found["wetten:wmo-2015"]
    assert "oma" in found["zoekwoorden:ouderen"]


def test_handwritten_pages() -> None:
    """A collection by its heading, description and text; the cards on it count apart."""
    html = (
        b'<html><head><meta name="description" content="Kort."></head><body><main id="inhoud"><h1>Jeugd</h1><p>Tekst.</p>'
        b'<ul><li class="pw-kaart"><h3>Een kaart</h3><p>Lang verhaal</p></li></ul></main></body></html>'
    )

    (found,) = handwritten({"verzamelingen/jeugd/": html})

    assert (found.soort, found.titel, found.samenvatting) == ("Verzameling", "Jeugd", "Kort.")
    assert dict(found.velden) == {"titel": "Jeugd", "samenvatting": "Kort.", "tekst": "Jeugd Tekst.", "overig": "Een kaart"}


def test_suggestions_by_any_word_and_by_synonym(small: Catalogue) -> None:
    """A name is suggested at each of its telling words and at its other names, which it then mentions."""
    lines = {line for group in suggestions(tuple(documents(small))).values() for line in group}

    assert "1|Meierijstad|gemeenten/meierijstad/" in lines
    assert "1|Meierijstad|gemeenten/meierijstad/|Veghel" in lines
    assert any(line.startswith("4|Taalcafé") for line in lines)


def test_files_for_the_browser(small: Catalogue) -> None:
    """An index, small files by first letters, and a text per entry; where it begins stands which table its rows are of."""
    found = make_findable(small, (), "1a2b")

    assert "/voorbeelden/leefgoed/" in {page["url"] for page in found.index.paginas}
    assert json.loads(found.bestanden["zoek/begin.json"])["tabel"] == "1a2b"
    assert "zoek/teksten/leefgoed.txt" in found.bestanden
    small_files = ("zoek/woorden", "zoek/gewoon", "zoek/namen")
    assert max(len(text) for name, text in found.bestanden.items() if name.startswith(small_files)) < 10_000


def test_ordinary_words_are_those_that_no_page_has(small: Catalogue) -> None:
    """So that who types one is not told of a spelling mistake."""
    found = make_findable(small).bestanden
    ordinary = {word for name, text in found.items() if name.startswith("zoek/gewoon/") for word in text.split("\n")}

    assert {"opgeven", "gebroken"} <= ordinary <= set(gewone_woorden())
    assert not {"ouderen", "wonen"} & ordinary


def test_a_place_by_its_other_names(small: Catalogue) -> None:
    """North Brabant is Brabant to most; that it is a province says nothing."""
    province = small.lijsten["provincies"]["noord-brabant"].model_copy(update={"synoniemen": ("Brabant", "provincie Noord-Brabant")})
    named = {**small.lijsten, "provincies": {**small.lijsten["provincies"], "noord-brabant": province}}
    found = next(doc for doc in documents(replace(small, lijsten=named)) if doc.adres == "voorbeelden/leefgoed/")

    assert dict(found.velden)["streek"].split(". ")[-2:] == ["Noord-Brabant", "Brabant"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("gezin", "gezinnen"), ("envelop", "enveloppen"), ("les", "lessen"), ("relatie", "relaties"), ("opa", "opas"), ("glas", "glazen")],
)
def test_plurals_that_the_stemmer_leaves(one: str, other: str) -> None:
    """Porter's rules keep a doubled letter and an s after a vowel."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["huis", "cursus", "thuis", "dakloos"])
def test_what_is_no_plural_keeps_its_s(word: str) -> None:
    """An s that belongs to the word stays."""
    assert stem(word).endswith("s")


def test_a_word_that_only_ends_a_name_is_known() -> None:
    """No entry says `envelop`, yet who asks for `blauwe envelop` means what the name means."""
    docs = [doc("een", ("titel", "De blauwe brief van de post")), doc("twee", ("titel", "Koffie"))]
    gewogen = weigh(docs, {"zoekwoorden:post": ("post", "blauwe envelop")})

    assert line(gewogen, "envelop") == "envelop|0|envelop"
    assert "envelop>" in line(gewogen, "blauw")


def test_a_common_word_says_less_of_its_group() -> None:
    """`koffie`, which all have, makes an entry less one of the group than `soep`, which one has."""
    docs = [doc("een", ("titel", "koffie")), doc("twee", ("titel", "soep")), *(doc(name, ("titel", f"koffie {name}")) for name in "abcdef")]
    gewogen = weigh(docs, {"zoekwoorden:samen": ("soep", "koffie")})

    assert gewogen.gewichten[0]["zoekwoorden:samen"] < gewogen.gewichten[1]["zoekwoorden:samen"]


def test_a_group_is_all_its_words_together() -> None:
    """Who speaks of soup and of coffee is more one of the group than who speaks of soup alone."""
    docs = [doc("een", ("titel", "soep en koffie")), doc("twee", ("titel", "soep en brood")), doc("drie", ("titel", "fietsen"))]
    gewogen = weigh(docs, {"zoekwoorden:samen": ("soep", "koffie")})

    assert weight(gewogen, 0, "zoekwoorden:samen") > weight(gewogen, 1, "zoekwoorden:samen") > 0


def test_a_group_is_not_named_by_half_a_name() -> None:
    """All work is no care, and what people do together is no friendship; a word that few use may stand for its name."""
    docs = [doc(f"voorbeelden/{number}/", ("titel", f"Samen werk {number}")) for number in range(9)]
    labels = ("maatje", "werk en mantelzorg", "samen iets doen", "kansrijke start")
    names = weigh(docs, {"zoekwoorden:maatje": labels, "themas:beide": ("Werk en zorg",)}).woorden.namen

    assert names["zoekwoorden:maatje"] == (("maatj",), ("werk", "mantelzorg"), ("kansrijk",))
    assert names["themas:beide"] == (("werk", "zorg"), ("werk",), ("zorg",))


def test_a_method_comes_before_its_places() -> None:
    """Equally well found: first the method, then what stands on its own, then a place where the method is used."""
    field = ("titel", "Samen koken")
    docs = [doc("methode", field, soort="Werkwijze"), doc("los", field), doc("plek", field, ("werkwijze", "Soep"))]
    gewogen = weigh(docs, {})

    assert weight(gewogen, 0, "kok") > weight(gewogen, 1, "kok") > weight(gewogen, 2, "kok") > 0
