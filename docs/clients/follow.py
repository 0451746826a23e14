"""Follows the feed by long polls: python3 follow.py URL FILE. Appends each change to FILE, a line each."""
import json, os, sys, time, urllib.error, urllib.parse, urllib.request

url, path = sys.argv[1:]
token = os.environ.get("JDFWIRE_TOKEN")

# The file is the memory: its last whole line has the cursor. A line that a crash cut short is taken off.
with open(path, "ab+") as file:
    file.seek(0)
    kept = file.read()
    whole = kept[: kept.rfind(b"\n") + 1]
    file.truncate(len(whole))
since = json.loads(whole.splitlines()[-1])["cursor"] if whole else "earliest"

while True:
    query = urllib.parse.urlencode({"since": since, "wait": 30, "limit": 500})
    request = urllib.request.Request(f"{url}/v1/changes?{query}")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            page = json.load(response)
    except urllib.error.HTTPError as refusal:
        # Too many requests, or a store that is stopping or overloaded: come back. Anything else is for a person.
        if refusal.code != 429 and refusal.code < 500:
            sys.exit(json.load(refusal)["detail"])
        time.sleep(int(refusal.headers.get("Retry-After", 3)))
        continue
    except (OSError, ValueError):
        time.sleep(3)
        continue
    with open(path, "a", encoding="utf-8") as file:
        for change in page["changes"]:
            file.write(json.dumps(change, ensure_ascii=False) + "\n")
    # Beyond the last change where a filter let nothing through; it need not be kept.
    since = page["next"]
