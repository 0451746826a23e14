"""Checks a webhook: python3 verify.py SECRET ID TIMESTAMP SIGNATURES < BODY. Ends with 0 where it is genuine and fresh."""
import base64, hashlib, hmac, sys, time

secret, id, timestamp, signatures = sys.argv[1:]
body = sys.stdin.buffer.read()

if abs(time.time() - int(timestamp)) > 300:
    sys.exit("too old, or from the future")
key = base64.b64decode(secret.removeprefix("whsec_"))
signed = f"{id}.{timestamp}.".encode() + body
expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
if not any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures.split(" ")):
    sys.exit("not signed with this secret")
