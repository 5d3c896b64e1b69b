#!/bin/sh
# Plaatst of vernieuwt één reactie onder de pull request van een tak. Gebruik: verslag-plaatsen.sh BESTAND
# Nodig in de omgeving: EIGENAAR, TAK en STAND (waar de bijdrage vandaan komt), GH_TOKEN en GH_REPO.
set -eu

merk="<!-- praktijkwijzer: verslag -->"
verzoek=$(gh api --method GET "repos/$GH_REPO/pulls" --raw-field state=open --raw-field "head=$EIGENAAR:$TAK" \
  --jq "map(select(.head.sha == \"$STAND\")) | .[0].number // empty")
if [ -z "$verzoek" ]; then
  echo "Bij deze stand hoort geen open pull request (meer); er valt niets te plaatsen."
  exit 0
fi
eerder=$(gh api --paginate "repos/$GH_REPO/issues/$verzoek/comments" \
  --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$merk\"))) | .id" | tail -n 1)
if [ -n "$eerder" ]; then
  gh api --silent --method PATCH "repos/$GH_REPO/issues/comments/$eerder" --field "body=@$1"
else
  gh api --silent --method POST "repos/$GH_REPO/issues/$verzoek/comments" --field "body=@$1"
fi
