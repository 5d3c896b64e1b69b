"""Hostile inputs by name: what strangers on the internet try, per way in. Tests refuse them or show them as harmless text.

Sources: OWASP's cheat sheets on XSS and CSV injection, PortSwigger's cheat sheet, PayloadsAllTheThings, and what fuzzing found.
"""

from __future__ import annotations

RUN = "window.geraakt=1"

TEXTS: dict[str, tuple[str, ...]] = {
    "sjabloon": (
        "{{ 7*7 }}", "{{7*'7'}}", "{% raise %}", "{% import os %}", "{% include '/etc/passwd' %}", "{# weg #}", "{{ config }}",
        "{{ self.__init__.__globals__ }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ macros_info() }}", "{{ now() }}",
        "{{ voorbeelden(themas='x') }}", "{%- set x = 1 -%}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{onclick=alert(1)}", "{: onclick=x }",
        "{ .pw-kop onclick=x }", "[[ 7*7 ]]", "--8<-- '/etc/passwd'", "{{ '{{' }} 7*7 }}",
    ),
    "html": (
        f"<script>{RUN}</script>", f"<SCRIPT>{RUN}</SCRIPT>", "<script src=//x.nl/a.js></script>",
        f"<scr<script>ipt>{RUN}</scr</script>ipt>",
        f"<script\n>{RUN}</script>", f"<img src=x onerror={RUN}>", f"<img src=x onerror={RUN}//", f"<IMG SRC=x OnErRoR={RUN}>",
        f"<img/src=x/onerror={RUN}>", f"<svg onload={RUN}>", f"<svg/onload={RUN}>", f"<svg><script>{RUN}</script></svg>",
        f"<svg><animate onbegin={RUN} attributeName=x>", f"<svg><a xlink:href='javascript:{RUN}'><text>x", f"<body onload={RUN}>",
        f"<iframe srcdoc='<script>parent.{RUN}</script>'>", f"<iframe src='javascript:parent.{RUN}'>", "<object data=//x.nl>",
        "<embed src=//x.nl>",
        f"<math><mtext></p><style><img src=x onerror={RUN}>", f"<details open ontoggle={RUN}>", f"<input autofocus onfocus={RUN}>",
        f"<video><source onerror={RUN}>", f"<audio src=x onerror={RUN}>", f"<marquee onstart={RUN}>", f"<select autofocus onfocus={RUN}>",
        f"<form action='javascript:{RUN}'><button>x", f"<button formaction='javascript:{RUN}'>x", f"<a href='javascript:{RUN}'>x</a>",
        "<base href=//x.nl>", f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", "<link rel=stylesheet href=//x.nl>",
        "<style>*{display:none}</style>", "<p style='position:fixed;inset:0'>", "<!-- <b> -->", "<![CDATA[<b>x</b>]]>",
        "<?xml version='1.0'?>",
        f"\"><img src=x onerror={RUN}>", f"'><img src=x onerror={RUN}>", f"\" autofocus onfocus={RUN} x=\"",
        f"' autofocus onfocus={RUN} x='",
        f"`onerror={RUN}`", f"</title><script>{RUN}</script>", f"</textarea><script>{RUN}</script>", f"</style><script>{RUN}</script>",
        f"</script><script>{RUN}</script>", f"--><script>{RUN}</script>", f"]]><script>{RUN}</script>",
        f"&lt;script&gt;{RUN}&lt;/script&gt;",
        f"&#60;script&#62;{RUN}&#60;/script&#62;", f"\\u003cscript\\u003e{RUN}", f"%3Cscript%3E{RUN}%3C/script%3E",
        f"＜script＞{RUN}＜/script＞",
        f"<template><img src=x onerror={RUN}></template>", f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>", "<a id=location>",
        "<form name=cookie>", "<img name=getElementById>", "<slot onslotchange=x>", f"<x onclick={RUN} tabindex=1 autofocus onfocus={RUN}>",
    ),
    "markdown": (
        f"[klik](javascript:{RUN})", f"[klik](JaVaScRiPt:{RUN})", f"[klik](javascript&#58;{RUN})", f"[klik](javascript&colon;{RUN})",
        f"[klik](&#x6A;avascript:{RUN})", f"[klik](<java script:{RUN}>)", f"[klik](javascript://a.nl/%0a{RUN})", "[klik](vbscript:x)",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)", "[klik](data:text/html,<script>x</script>)", "[klik](blob:x)",
        "[klik](file:///etc/passwd)",
        "[klik](//x.nl)", "[klik](https:/x.nl)", "[klik](https:x.nl)", "[klik](\\\\x.nl\\a)", "[klik](../../index.html)", "[klik](/admin)",
        f"[klik](https://a.nl\"onmouseover={RUN})", f"[klik](https://a.nl 'x\" onmouseover=\"{RUN}')", f"<javascript:{RUN}>",
        "<https://a.nl/?<b>>",
        f"![x](javascript:{RUN})", "![x](https://x.nl/pixel.gif)", f'![x"onerror="{RUN}](x)', f"[a]: javascript:{RUN}",
        "[[[[[a](b)](c)](d)",
        f"[@bron<script>{RUN}</script>]", f'[@bron, "onmouseover="{RUN}]', "[@../../etc/passwd]", "`<b>x</b>`", "# Kop", "| <b> |",
        "~~~", "&#144;",
        "&#x202e;", "&#xFFFE;", "&#0;", "&ZeroWidthSpace;", "***" * 60, "[" * 300, "<" * 300, "> " * 100, "- " * 100,
    ),
    "formule": (
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://x.nl\";\"klik\")", "=IMPORTXML(\"https://x.nl\";\"//a\")",
        "=WEBSERVICE(\"https://x.nl\")",
        "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "@SUM(1+1)*cmd|' /C calc'!A0", " =1+1", "＝1+1", "＋1",
        "－1", "＠SUM(1)", "\"=1+1\"", "'=1+1", ";=1+1", ",=1+1", "=DDE(\"cmd\";\"/C calc\";\"x\")", "{=1+1}", "=-1", "=@x",
    ),
    "gegevens": (
        "</script><!--", "\"}],\"@context\":\"https://x.nl", "\\\"}", "\\u0022,\"x\":\"", "@id", "\" . <https://x.nl> a \"",
        "<https://x.nl> .",
        "'); DROP TABLE voorbeelden; --", "' OR '1'='1", "\"\"\" . x \"\"\"", "{\"$ref\":\"file:///etc/passwd\"}", "__proto__",
        "constructor",
    ),
    "verwijzing": (
        "x} @article{y, title={z}", "x}, author={Iemand Anders}", "\\input{/etc/passwd}", "\\write18{id}", "{{{{", "}}}}",
        "% opmerking", "$x$ & # _ ~",
        "ER  - ", "TY  - BOOK", "x ER  - TY  - BOOK", "AU  - Anders, I.", "\\\\host\\share",
    ),
    "feed": (
        "]]><entry><title>x</title></entry><![CDATA[", "</title><link href=\"//x.nl\"/>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "&x;", "&lol9;",
        "<!DOCTYPE x>", "<xi:include href='/etc/passwd'/>", "</feed>",
    ),
    "verslag": (
        "::error file=x::weg", "::set-output name=x::y", "::add-mask::x", "::stop-commands::x", "%0A::error::x", "@team @iedereen",
        "<!-- /verslag -->",
        "\\x1b[2J", "[31mrood", "$(id)", "`id`", "; rm -rf /", "| cat /etc/passwd", "&& id", "${{ github.token }}", "${{ secrets.X }}",
    ),
}  # fmt: skip
"""Way in → what somebody writes in a field."""

FILES: dict[str, bytes] = {
    "yaml: opdracht aan Python": b"!!python/object/apply:os.system ['id']\n",
    "yaml: module van Python": b"titel: !!python/module:os x\n",
    "yaml: eigen type": b"titel: !x y\n",
    "yaml: verwijzing naar een anker": b"titel: &a x\nsamenvatting: *a\n",
    "yaml: miljard keer lachen": b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\ntitel: *c\n",
    "yaml: samenvoegen": b"x: &x {a: b}\ntitel:\n  <<: *x\n",
    "yaml: naar zichzelf": b"titel: &a [*a]\n",
    "yaml: sleutel twee keer": b"titel: a\ntitel: b\n",
    "yaml: sleutel is een lijst": b"? [a, b]\n: c\n",
    "yaml: twee documenten": b"titel: a\n---\ntitel: b\n",
    "yaml: instructie": b"%YAML 9.9\n---\ntitel: a\n",
    "yaml: diep genest": b"[" * 3000,
    "yaml: diep genest met sleutels": b"".join(b" " * n + b"a:\n" for n in range(1500)),
    "yaml: duizend sleutels": b"".join(b"sleutel%d: x\n" % n for n in range(1000)),
    "yaml: sleutel van Python": b"__class__: x\n",
    "yaml: sleutel van JavaScript": b"__proto__: {x: y}\n",
    "bytes: leeg": b"",
    "bytes: nul": b"titel: a\x00b\n",
    "bytes: geen UTF-8": b"titel: \xff\xfe\n",
    "bytes: UTF-16": "titel: a\n".encode("utf-16"),
    "bytes: half teken": b"titel: \xc3\n",
    "bytes: half paar": b"titel: \xed\xa0\x80\n",
    "bytes: omkering van de leesrichting": "titel: a\u202eb\n".encode(),
    "bytes: teken zonder breedte": "titel: a\u200bb\n".encode(),
    "bytes: regel die niemand ziet": "titel: a\u2028b\n".encode(),
    "bytes: wissen van het scherm": b"titel: \x1b[2J\n",
    "bytes: programma": b"\x7fELF" + bytes(200),
    "bytes: PNG": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "bytes: ZIP": b"PK\x03\x04" + bytes(200),
    "bytes: tien megabyte op een regel": b"titel: " + b"a" * 10_000_000,
    "bytes: een megabyte aan regels": b"a:\n" * 350_000,
    "bytes: een megabyte aan streepjes": b"- " * 500_000,
    "bytes: twee standen door elkaar": b"<<<<<<< HEAD\ntitel: a\n=======\ntitel: b\n>>>>>>> x\n",
}
"""Whole files in the place of an entry."""

PATHS = (
    "../buiten.yml", "../../etc/passwd.yml", "_lijsten/verzonnen.yml", "Met Hoofdletters.yml", "met spatie.yml",
    "punt.punt.yml", "a/../b.yml",
    "con\u202egol.yml", "é.yml", "-rf.yml", "$(id).yml", "<script>.yml", "a'b.yml", 'a"b.yml', "naam_met_streep.yml", "x" * 300 + ".yml",
)  # fmt: skip
"""Names of files below the folder of entries."""

PICTURES = (
    "../../../etc/passwd", "/etc/passwd", "https://x.nl/pixel.gif", "//x.nl/pixel.gif", "data:image/svg+xml,<svg onload=x>", "javascript:x",
    "vector.svg", "VECTOR.SVG", "foto.svg.png/../vector.svg", "foto.svgz", "pagina.html", "foto.jpg.html", "foto.php", "..\\foto.jpg",
    "foto.jpg\x00.svg",
)  # fmt: skip
"""What somebody gives as the file of a picture."""
