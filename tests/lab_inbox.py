import lzma, json, random, os, csv, time
import pytest
from agreements.editing.inbox import reading
pytestmark = pytest.mark.django_db
ISO3 = {}
def test_lab():
    seed, n, v = int(os.environ.get("SEED", 3)), int(os.environ.get("N", 30)), os.environ.get("V")
    rows = []
    for f in ("cultural_agreements", "ggo_bilateral", "tota"):
        for l in lzma.open(f"/work/shared/data/texts/{f}.jsonl.xz", "rt"):
            r = json.loads(l)
            if f == "tota" and not r.get("bilateral"): continue
            rows.append(r)
    random.seed(seed)
    c = dict(title=0, type=0, day=0, wrong=0, noday=0, side_1=0, side_2=0, place=0, openplace=0, role=0)
    t0 = time.time()
    for r in random.sample(rows, n):
        t = r["text"]
        pages = [t[i:i+3000] for i in range(0, len(t), 3000)]
        k = [(i+1, p) for i, p in enumerate(pages) if i < 4 or i >= len(pages) - 6]
        s = reading.read(reading.joined(k, len(pages)))
        for name in ("type","side_1","side_2","role"): c[name] += name in s.found
        c["title"] += "text" in s.found; c["place"] += "where" in s.found; c["openplace"] += any(a == "where" for a, _ in s.open)
        d = s.value("signed_on")
        if r["date_signed"]:
            c["day"] += d == r["date_signed"]; c["noday"] += not d; c["wrong"] += bool(d) and d != r["date_signed"]
        if v and (v == "all" or "side_1" not in s.found or "text" not in s.found or (d or "") != (r["date_signed"] or "")):
            print("=====", r["id"], s.language, "|", r["title"][:150], "|", r["date_signed"], r["party1_code"], r["party2_code"])
            for k2, f2 in s.found.items():
                if k2 not in ("language", "text_language"): print("   ", k2, "=", [str(x) for x in f2.value] if isinstance(f2.value, list) else f2.value)
            print("    open", s.open, "days", s.days)
    print(n, c, round(time.time() - t0, 1), "s")
