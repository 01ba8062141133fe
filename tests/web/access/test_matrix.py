"""Every combination of who may be asking, over a real server: only our own page reads and writes."""

from itertools import product

from tests.web.access.conftest import SECRET, GuardedServer, build_save_request

HOSTS = ("127.0.0.1:{port}", "[::1]:{port}", "127.0.0.1.evil.example:{port}", "evil.example", "127.0.0.1:1")
ORIGINS = ("", "{own}", "null", "http://evil.example", "http://127.0.0.1:1")
SITES = ("", "same-origin", "none", "same-site", "cross-site")
REQUESTS = (("GET", "/"), ("GET", "/_dash-layout"), ("POST", "/_dash-update-component"), ("OPTIONS", "/"))
PROOFS = ("both", "cookie only", "token only", "nothing", "both, of an older epoch")


def expected_status(host: str, origin: str, site: str, method: str, path: str, proof: str) -> int:
    """The status the written rules give, worked out from them in words and not from the code."""
    if host not in HOSTS[:2]:
        return 421
    if method == "OPTIONS":
        return 405
    if origin not in ("", "{own}"):
        return 403
    if site in ("same-site", "cross-site") or (site == "none" and method == "POST"):
        return 403
    if proof not in ("both", "cookie only"):
        return 401
    if path != "/" and proof == "cookie only":
        return 403
    return 200


def test_only_our_own_page_reads_and_writes(guarded_server: GuardedServer) -> None:
    old = guarded_server.fetch_page_headers()
    guarded_server.epoch += 1
    new = guarded_server.fetch_page_headers()
    gave, took, wrong, allowed_writes = 0, 0, [], 0
    for host, origin, site, (method, path), proof in product(HOSTS, ORIGINS, SITES, REQUESTS, PROOFS):
        own = old if "older" in proof else new
        sent_host = host.format(port=guarded_server.port)
        headers = {
            "Host": sent_host,
            "Origin": origin.format(own=f"http://{sent_host}"),
            "Sec-Fetch-Site": site,
            "Cookie": own["Cookie"] if "both" in proof or proof == "cookie only" else "",
            "X-CSRFToken": own["X-CSRFToken"] if "both" in proof or proof == "token only" else "",
            "Content-Type": "application/json" if method == "POST" else "",
        }
        before = len(guarded_server.written_texts)
        reply = guarded_server.send_request(
            method, path, headers, build_save_request() if method == "POST" else None
        )
        expected = expected_status(host, origin, site, method, path, proof)
        if reply.status != expected:
            wrong.append((host, origin, site, method, path, proof, reply.status, expected))
        if expected != 200:
            gave += SECRET.encode() in reply.body or reply.status == 200
            took += len(guarded_server.written_texts) > before
        allowed_writes += expected == 200 and method == "POST"
    assert wrong == []
    assert (gave, took) == (0, 0)
    assert len(guarded_server.written_texts) == allowed_writes > 0


def test_a_page_that_was_let_in_reads_its_content(guarded_server: GuardedServer) -> None:
    own = guarded_server.fetch_page_headers()
    assert SECRET.encode() in guarded_server.send_request("GET", "/_dash-layout", own).body


def test_the_page_itself_never_holds_what_is_in_the_notebook(guarded_server: GuardedServer) -> None:
    # The HTML is what "view source" and a crash report would show.
    assert (
        SECRET.encode()
        not in guarded_server.send_request("GET", "/", guarded_server.fetch_page_headers()).body
    )
