#!/bin/sh
# Haalt de gegevens van een bijdrage op en maakt er een verslag van. Gebruik: verslag-maken.sh BESTAND
# Nodig in de omgeving: UITVOERING (nummer), GELUKT ('--gemaakt' of leeg), GH_TOKEN, GH_REPO en RUNNER_TEMP.
set -eu

zip="$RUNNER_TEMP/wijzigingen.zip"
grens=10000000
: > "$zip"
gevonden=$(gh api "repos/$GH_REPO/actions/runs/$UITVOERING/artifacts?name=wijzigingen" \
  --jq ".artifacts | map(select(.size_in_bytes < $grens and (.expired | not))) | .[0].id // empty")
if [ -n "$gevonden" ]; then
  # hoe groot het ook is, er komt niet meer op de schijf dan de grens
  gh api "repos/$GH_REPO/actions/artifacts/$gevonden/zip" | head -c "$grens" > "$zip"
fi
adres="${GITHUB_SERVER_URL:-https://github.com}/$GH_REPO/actions/runs/$UITVOERING"
# shellcheck disable=SC2086 # leeg is geen argument
.venv/bin/praktijkwijzer verslag "$zip" --uitvoer "$adres" $GELUKT > "$1"
