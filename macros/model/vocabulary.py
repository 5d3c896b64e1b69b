"""The controlled vocabularies: lists of terms with a label, an explanation in plain Dutch and synonyms.

The form follows the ideas of NL-SBB, the Dutch standard for describing concepts (SKOS): one preferred
label, other labels, an explanation, a source and a period of validity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from macros.model.parts import Onderdeel, veld
from macros.model.scalars import Datum, JaNee, Regel, Slug, Tekst, Verwijzing, VolledigeDatum, Webadres
from macros.naming import fold


class Begrip(Onderdeel):
    """One term of a list."""

    label: Regel = veld("Hoe lezers het zien.", "Eenzaamheid en ontmoeting", max_length=80)
    kort: Regel | None = veld("Een korter label, voor waar weinig plaats is.", "Eenzaamheid", default=None, max_length=24)
    uitleg: Tekst = veld("Wat het betekent, in gewone taal.", default="", max_length=600)
    synoniemen: tuple[Regel, ...] = veld("Andere woorden die mensen ervoor gebruiken.", default=())
    bron: Webadres | None = veld("Waar de term of uitleg vandaan komt.", default=None)
    geldig_van: Datum | None = veld("Vanaf wanneer het geldt.", default=None)
    geldig_tot: Datum | None = veld("Tot wanneer het geldt.", default=None)
    opvolger: Slug | None = veld("Wat ervoor in de plaats kwam: een id uit dezelfde lijst.", default=None)
    ongebruikt: Regel | None = veld("Waarom de term er staat terwijl nog geen voorbeeld hem gebruikt.", default=None)


class Werkvorm(Begrip):
    """A working form, with the group it belongs to."""

    groep: Regel = veld("De soort werkvorm.", "keten")


class Wet(Begrip):
    """A law, with its usual abbreviation."""

    afkorting: Regel | None = veld("De gewone afkorting.", "Wmo", default=None)


class Databank(Begrip):
    """An official databank of recognised interventions, with its own internet domains."""

    domeinen: tuple[Regel, ...] = veld("De eigen domeinnamen.", ["movisie.nl"], min_length=1)


class Provincie(Begrip):
    """A province, with the code of Statistics Netherlands (CBS)."""

    code: Annotated[str, Field(pattern=r"^PV\d\d$")] = veld("De CBS-code.", "PV30")


class Gemeente(Begrip):
    """A municipality of now or of the recent past, with its CBS code."""

    code: Annotated[str, Field(pattern=r"^GM\d{4}$")] | None = veld("De CBS-code.", "GM1948", default=None)
    provincie: Annotated[str, Verwijzing("provincies")] = veld("De provincie.", "noord-brabant")


class Glossariumterm(Begrip):
    """A word of the glossary, with the forms in which a text uses it in this sense."""

    vormen: tuple[Regel, ...] = veld("De vormen die in teksten een link naar de uitleg krijgen.", ["wijkteam", "wijkteams"], default=())


class OrganisatieNaam(Begrip):
    """An organisation whose spellings are merged, or about which there is more to say."""

    website: Webadres | None = veld("De website.", default=None)


class Verwijderd(Begrip):
    """An entry that was published and is gone; its id is the slug that it had. `uitleg` says why."""

    datum: VolledigeDatum = veld("Op welke dag het weggehaald is.", "2027-01-04")
    leeg: JaNee = veld("Vul 'ja' in als ook alle eerdere versies leeg moeten zijn, op verzoek.", "ja", default=False)


LISTS: dict[str, type[Begrip]] = {
    "themas": Begrip,
    "doelgroepen": Begrip,
    "werkvormen": Werkvorm,
    "fasen": Begrip,
    "wetten": Wet,
    "financieringsbronnen": Begrip,
    "beleidskaders": Begrip,
    "onderbouwing": Begrip,
    "erkenningen": Begrip,
    "databanken": Databank,
    "positieve-gezondheid": Begrip,
    "provincies": Provincie,
    "gemeenten": Gemeente,
    "kostenbanden": Begrip,
    "netwerkvormen": Begrip,
    "rollen-inwoners": Begrip,
    "bronsoorten": Begrip,
    "nuances": Begrip,
    "kennissoorten": Begrip,
    "begrippen": Glossariumterm,
    "organisaties": OrganisatieNaam,
    "zoekwoorden": Begrip,
    "verwijderd": Verwijderd,
}
"""Every list that may stand in `voorbeelden/_lijsten/`, and the model of its terms."""

MAY_BE_ABSENT = frozenset({"verwijderd"})
"""The lists that a catalogue can do without."""


@dataclass(frozen=True)
class Lijst(Mapping[str, Begrip]):
    """One vocabulary: id → term, in the order of its file."""

    naam: str
    begrippen: Mapping[str, Begrip]

    def __getitem__(self, key: str) -> Begrip:
        return self.begrippen[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.begrippen)

    def __len__(self) -> int:
        return len(self.begrippen)

    def label(self, key: str) -> str:
        """What readers see for an id."""
        return self.begrippen[key].label

    def named(self, text: str) -> str | None:
        """The id of the term that a text names: by id, label or synonym, whatever the case and accents."""
        wanted = fold(text.strip())
        for key, term in self.items():
            if wanted in (key, fold(term.label), *(fold(word) for word in term.synoniemen)):
                return key
        return None
