#!/bin/sh
# Maakt van de map die 'praktijkwijzer melding' schreef een tak, een pull request en een antwoord in de melding.
# Nodig in de omgeving: MELDING (nummer), HOOFDTAK, GH_TOKEN en GH_REPO. Gebruik: voorstel.sh MAP
#
# Alleen het pad en de titel komen als tekst in een opdracht. Python maakt ze van kleine letters, cijfers en streepjes;
# hier kijken we dat nog eens na.
set -eu

map=$1
tak="voorbeeld/melding-$MELDING"
bot="41898282+github-actions[bot]@users.noreply.github.com"
merk="<!-- praktijkwijzer: melding -->"

antwoord() {
  { echo "$merk"; echo; cat "$1"; } > "$map/bericht.md"
  eerder=$(gh api --paginate "repos/$GH_REPO/issues/$MELDING/comments" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$merk\"))) | .id" | tail -n 1)
  if [ -n "$eerder" ]; then
    gh api --silent --method PATCH "repos/$GH_REPO/issues/comments/$eerder" --field "body=@$map/bericht.md"
  else
    gh issue comment "$MELDING" --body-file "$map/bericht.md"
  fi
}

if [ ! -f "$map/pad.txt" ]; then
  antwoord "$map/antwoord.md"
  exit 0
fi

pad=$(cat "$map/pad.txt")
titel=$(cat "$map/titel.txt")
LC_ALL=C
export LC_ALL
case "${pad#voorbeelden/}" in
  *[!a-z0-9.-]* | .* | "$pad") echo "Onverwacht pad." >&2; exit 1 ;;
  *.yml) ;;
  *) echo "Onverwacht pad." >&2; exit 1 ;;
esac
case "$titel" in *[!a-z0-9:\ -]*) echo "Onverwachte titel." >&2; exit 1 ;; esac

# Wie aan het voorstel verder schreef, raakt zijn werk niet kwijt.
if git rev-parse --quiet --verify "refs/remotes/origin/$tak" > /dev/null; then
  if git log --format=%ae "origin/$HOOFDTAK..origin/$tak" | grep -q -v -x -F "$bot"; then
    cat > "$map/al-bewerkt.md" << 'EINDE'
Dank je wel voor de aanvulling! Iemand van de redactie heeft al aan het voorstel gewerkt. Daarom verander ik het niet meer vanzelf.
De redactie ziet dat je melding veranderd is. Zeg hieronder gerust in het kort wat er anders moet.
EINDE
    antwoord "$map/al-bewerkt.md"
    exit 0
  fi
fi

git config user.name "github-actions[bot]"
git config user.email "$bot"
git checkout --quiet -B "$tak" "origin/$HOOFDTAK"
cp "$map/voorbeeld.yml" "$pad"
git add -- "$pad"
git commit --quiet -m "$titel" -m "Uit melding #$MELDING."
git push --quiet --force-with-lease origin "$tak"

verzoek=$(gh pr list --state open --head "$tak" --json number --jq '.[0].number // empty')
if [ -n "$verzoek" ]; then
  gh pr edit "$verzoek" --title "$titel" --body-file "$map/verzoek.md"
else
  if ! gh pr create --base "$HOOFDTAK" --head "$tak" --title "$titel" --body-file "$map/verzoek.md"; then
    # de afzender heeft alles goed gedaan; zie 'Zet dit aan' in README.md
    { cat "$map/antwoord.md"; echo; echo "Het voorstel staat klaar, maar het lukte mij niet om het in te dienen. De redactie doet dat."; } > "$map/zonder.md"
    antwoord "$map/zonder.md"
    exit 1
  fi
  verzoek=$(gh pr list --state open --head "$tak" --json number --jq '.[0].number')
fi

# Wat met het token van een workflow gemaakt is, start uit zichzelf geen andere workflows; dit wel.
gh workflow run controle.yml --ref "$tak"
gh workflow run voorvertoning.yml --ref "$tak"

{ cat "$map/antwoord.md"; echo; echo "Het voorstel: #$verzoek"; } > "$map/met-link.md"
antwoord "$map/met-link.md"
