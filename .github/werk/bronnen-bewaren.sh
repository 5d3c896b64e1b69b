#!/bin/sh
# Bewaart de uitkomst van de linkcontrole. Staat de hoofdtak geen wijziging zonder pull request toe, dan komt er één.
# Nodig in de omgeving: HOOFDTAK, GH_TOKEN en GH_REPO. De uitkomst staat al op haar plaats in de map.
set -eu

bestand=voorbeelden/_links/toestand.jsonl
tak=bronnen/toestand
titel="bronnen: leg de uitkomst van de linkcontrole vast"

git add -- "$bestand"
if git diff --cached --quiet; then
  echo "Er is niets veranderd."
  exit 0
fi
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
git commit --quiet -m "$titel"
if git push --quiet origin "HEAD:refs/heads/$HOOFDTAK"; then
  # wat eerder moest wachten, zit hierin
  git push --quiet origin --delete "$tak" 2> /dev/null || true
  exit 0
fi

echo "De hoofdtak is beschermd; de uitkomst gaat in een pull request."
git push --quiet --force origin "HEAD:refs/heads/$tak"
verzoek=$(gh pr list --state open --head "$tak" --json number --jq '.[0].number // empty')
if [ -z "$verzoek" ]; then
  gh pr create --base "$HOOFDTAK" --head "$tak" --title "$titel" \
    --body "De wekelijkse controle van de webadressen. Er verandert alleen \`$bestand\`. Zolang dit openstaat, gaat de controle verder vanaf deze tak."
fi
# Wat met het token van een workflow gemaakt is, start uit zichzelf geen andere workflows; dit wel.
gh workflow run controle.yml --ref "$tak"
