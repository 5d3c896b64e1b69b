"""Dutch words as search sees them: folded, in one form, and with the parts of compounds.

`overrides/scripts/nederlands.js` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

import snowballstemmer

from macros.naming import fold

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APOSTROPHE = re.compile(r"['’`](?=s\b)|['’`]")
_DOUBLE = re.compile(r"(?<=..)([^aeiou])\1$")
_PLURAL = re.compile(r"(?:(?<=.[^aeiou][ay])|(?<=.[^aeioul]o)|(?<=[^aeiou]ie))s$")
_JOINTS = ("", "s", "en", "e", "n")
_MIN_PART = 4

_VULWOORDEN = """
    de het een en of van voor met naar bij op in uit om te die dat wat hoe wie waar welke ik wij we mijn onze ons je er is
    zijn was wordt worden werd kan kun kunt kunnen wil willen moet moeten mag help helpen helpt niet meer geen aan als dan
    door maar nog ook over tot tussen tegen u uw jullie jouw hun hen haar hem zij ze hij dit deze zo zich heeft heb hebben
    had al alle wel veel weinig iets iemand daar hier toe onder zonder omdat want zoek zoeken gezocht voorbeeld voorbeelden
    graag doen doe doet gaat gaan komt komen krijgen krijgt krijg maakt maken laat laten mensen mens af per via etc bijv
    binnen rond rondom waarom wanneer hoeveel men mij me zelf heel erg beter goed goede nieuwe nieuw andere ander aantal
    altijd anders apart bijna blijf blijft blijven beste bieden biedt breng brengen brengt bijvoorbeeld beetje begin
    beginnen daarna daarom dus echt eens eerst eigen eigenlijk elk elke elkaar geef geeft geven ging gewoon groot grote haal
    halen hadden hebt heen hoor hele houden houdt iedere iedereen inzetten ja juist ken kennen kent kon konden kwam lang
    lange leuk leuke liefst lukt lukken minder misschien moest mogen na nee neemt nemen nooit nou nu ooit opzetten
    organiseren paar pas plaats precies project projecten redt regelen sinds slecht soms soort staan staat starten start
    steeds stellen sta terug toch toen twee drie vier vaak vanaf verder vind vindt vol volgens vooral voorbij vroeger
    waarbij waardoor waarmee ver vraag vragen weer weet weten welk werkt weg zal ziet zit zitten zat zaten zou zouden zulke ervoor
    ermee eraan erbij eruit erover hiervan daarvan best makkelijk moeilijk lastig aanpak aanpakken manier manieren idee
    ben bent even ergens nergens overal geweest zoals zodat terwijl totdat ieder enkele sommige sommigen hierover hierop daarop
    erop erin eraf ervan qua jij alsof bovendien inmiddels intussen opnieuw alvast vandaag gisteren morgen straks minstens
    ongeveer bepaalde allerlei dergelijke diverse mogelijk mogelijke mogelijkheid mogelijkheden eventueel
    gehad gedaan gegaan gekomen gemaakt gekregen gebleven geworden gingen kwamen kreeg kregen deed deden liet lieten vond vonden
    bleef gaf zag zei werden waren zouden doordat zover steeds allemaal alles niets niks
    durf durft durven ideeen tips succesvol succesvolle praktijken praktijk inspiratie overzicht
"""
VULWOORDEN = frozenset(_VULWOORDEN.split())
"""Words that say nothing about what somebody looks for; a question of only these keeps them."""

_BIJWOORDEN = """
    man vrouw moeder vader zoon dochter broer zus oom tante buurman buurvrouw vriendin papa mama
    dag dagen week weken maand maanden jaar jaren avond avonden uur uren tijd ochtend middag
    deur deuren raam rug kant hand handen hoofd ogen oog stap stappen weg wereld leven dingen ding plek plekken vorm vormen
    loopt lopen liggen ligt hangen hangt wachten bellen belt spreekt spreken horen hoort zeggen zegt denken denkt
    voelen voelt lijkt lijken hoeven hoeft gebruiken gebruik gebruikt volgen volgt nodig klein kleine kleinschalig
    hoge hoog lage laag snel snelle lokaal lokale landelijk landelijke belangrijk belangrijke verschillende
    bereiken bereik opzet vormgeven ontwikkelen ontwikkeling uitvoeren uitvoering invoeren effectieve
    gemeente gemeenten gemeentelijk gemeentelijke organisatie organisaties beleid sociaal sociale welzijn
    inwoner inwoners burger burgers bewoner bewoners persoon personen groep groepen doelgroep
    probleem problemen situatie hulp ondersteuning ondersteunen begeleiding begeleiden zorg
"""
BIJWOORDEN = frozenset(_BIJWOORDEN.split())
"""Words that say something, but less than the words beside them: who it is about, when, and what everything here is."""

_ONE_FORM = {
    "ouderen": "ouderen", "oudere": "ouderen", "kinderen": "kind", "kids": "kind", "kleinkinderen": "kleinkind",
    "leden": "lid", "steden": "stad", "jongeren": "jongeren", "jongere": "jongeren", "gemeenten": "gemeent",
    "ervaren": "ervaren", "zorgen": "zorgen", "huizen": "huis", "eieren": "ei", "buren": "buur", "werkers": "werker",
    "ouders": "ouder", "ouder": "ouder", "vrijwillige": "vrijwill", "vrijwillig": "vrijwill",
}  # fmt: skip
"""Words that the stemmer takes to the wrong form, or together with another word: ouderen and ouders."""

_stemmer = snowballstemmer.stemmer("dutch_porter")


def words(text: str) -> list[str]:
    """The words of a text, folded; of a word with hyphens the whole and its parts: re-integratie → reintegratie, integratie."""
    found = []
    for match in _WORD.finditer(_APOSTROPHE.sub("", fold(text).replace("’s ", "s "))):
        whole = match[0]
        if "-" in whole:
            found.append(whole.replace("-", ""))
            found += [part for part in whole.split("-") if len(part) > 2]
        elif len(whole) > 1:
            found.append(whole)
    return found


@cache
def stem(word: str) -> str:
    """The one form of a word: eenzame, eenzaamheid → eenzam; huis, huizen → huis."""
    if word in _ONE_FORM:
        return _ONE_FORM[word]
    if len(word) < 4:
        return word
    for plural, single in _ONE_FORM.items():
        # also as the tail of a compound: stadskinderen → stadskind
        if len(plural) > 5 and plural != single and word.endswith(plural):
            return word.removesuffix(plural) + single
    return regular(word)


def regular(word: str) -> str:
    """The one form of a word of four letters or more, by the rules alone: Porter's, and what these leave of plurals."""
    found = str(_stemmer.stemWord(word))
    found = found[:-1] + {"z": "s", "v": "f"}.get(found[-1], found[-1])
    # gezinnen → gezinn → gezin, and relaties → relatie
    return _PLURAL.sub("", _DOUBLE.sub(r"\1", found))


class Woordvormen:
    """The one form of every word, with what only the whole vocabulary can tell: slaapt is a form of slapen."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        """`vocabulary` are all words that occur, folded."""
        infinitives = {stem(word) for word in vocabulary if word.endswith("en") and len(word) > 4}
        self._verbs = {
            word: stem(word[:-1])
            for word in vocabulary
            if len(word) > 4 and word.endswith("t") and not word.endswith(("cht", "tt", "st")) and stem(word[:-1]) in infinitives
        }

    def stem(self, word: str) -> str:
        """The one form of a word."""
        return self._verbs.get(word) or stem(word)


class Samenstellingen:
    """Takes compounds apart into words that the catalogue knows."""

    def __init__(self, known: Collection[str], vormen: Woordvormen) -> None:
        """`known` are the words, as written, that may be a part."""
        self._forms: Mapping[str, str] = {word: vormen.stem(word) for word in known if len(word) >= _MIN_PART}

    @cache  # noqa: B019
    def split(self, word: str) -> tuple[str, str] | None:
        """The stems of the two parts of a compound, the longest tail first: jeugdwerkloosheid → jeugd, werkloos."""
        for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
            head, tail = word[:cut], word[cut:]
            if tail not in self._forms:
                continue
            for joint in _JOINTS:
                base = head.removesuffix(joint) if joint else head
                if len(base) >= _MIN_PART and base in self._forms:
                    return self._forms[base], self._forms[tail]
        return None


def parts_of(vocabulary: Iterable[tuple[str, int]], endings: Iterable[str]) -> set[str]:
    """Which words may be parts of compounds: those of the lists, and those that more than one page uses."""
    frequent = {word for word, pages in vocabulary if pages >= 2 and _MIN_PART <= len(word) <= 14 and word.isalpha()}
    return frequent | {word for word in endings if len(word) >= _MIN_PART and word.isalpha()}
