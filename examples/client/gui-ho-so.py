#!/usr/bin/env python3
"""Gửi một tệp .xlsx: python3 gui-ho-so.py http://localhost:8787 so.xlsx  (KC_TOKEN: token; máy dùng thử thì tự lấy)"""
import hashlib, json, os, sys, time, urllib.error, urllib.parse, urllib.request


def call(path, body=None, **headers):
    for wait in (1, 2, 4, 8, None):  # mạng đứt, 429, 503: thử lại chính yêu cầu ấy
        request = urllib.request.Request(origin + path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=90) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            if error.code not in (429, 503) or wait is None:
                lines = [f"{finding['rule']} {finding['message']}" for finding in problem.get("findings", [])]
                sys.exit("\n".join([*lines, f"{error.code} {problem['code']}: {problem['detail']}"]))
            wait = float(error.headers.get("Retry-After", wait))
        except urllib.error.URLError as error:
            if wait is None:
                sys.exit(f"Không tới được máy chủ: {error.reason}")
        time.sleep(wait)


origin, file = sys.argv[1].rstrip("/"), sys.argv[2]
data, xlsx = open(file, "rb").read(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
sign_in = json.dumps({"personId": "soan-22"}).encode()
token = os.environ.get("KC_TOKEN") or call("/api/v1/local/sign-in", sign_in, Content_Type="application/json")["token"]
who = {"Authorization": f"Bearer {token}"}
upload = call(f"/api/v1/uploads?fileName={urllib.parse.quote(os.path.basename(file))}", data, Content_Type=xlsx, **who)
while upload["status"] == "waiting":
    time.sleep(1)
    upload = call(f"/api/v1/uploads/{upload['id']}", **who)
if upload["status"] == "refused":
    sys.exit("\n".join(upload["notes"]))
who |= {"Content-Type": "application/json", "Idempotency-Key": hashlib.sha256(data).hexdigest()}  # cùng tệp, cùng khóa
receipt = call(f"/api/v1/uploads/{upload['id']}/submission", b"{}", **who)
with open(f"{file}.bien-nhan.json", "w", encoding="utf-8") as saved:  # kiểm chữ ký: kc verify-receipt
    json.dump(receipt, saved, ensure_ascii=False)
print(receipt["id"], receipt["revision"], receipt["receivedAt"])
