#!/bin/sh
# Follows the feed as lines of JSON: follow.sh URL FILE. Appends each change to FILE, a line each. Needs curl and sed.
url=$1 file=$2
refusal=$(mktemp) && trap 'rm -f "$refusal"' EXIT
touch "$file"
# The file is the memory: its last line has the cursor. A line that a crash cut short is taken off.
if [ -n "$(tail -c 1 "$file")" ]; then
    sed -i '$d' "$file"
fi
while :; do
    cursor=$(tail -n 1 "$file" | sed 's/^{"cursor":"\([0-9]*\)".*/\1/')
    # A heartbeat comes every 15 s: after 45 s with less than a byte a second the connection is dead.
    curl -sN --fail-with-body --speed-limit 1 --speed-time 45 -H 'Accept: application/x-ndjson' \
        ${JDFWIRE_TOKEN:+-H "Authorization: Bearer $JDFWIRE_TOKEN"} "$url/v1/changes?since=${cursor:-earliest}" |
        # a problem ends without a line's end; so does a change that was cut off, which is no change
        while IFS= read -r line || [ "${line#'{"type":'}" != "$line" ]; do
            case $line in
                '{"cursor":'*) printf '%s\n' "$line" >>"$file" ;;
                '{"type":'*) printf '%s\n' "$line" >"$refusal" ;;
            esac
        done
    # 429 and 503 mean: come back. Any other problem is for a person.
    if [ -s "$refusal" ] && ! grep -qE '"status":(429|5..)' "$refusal"; then
        cat "$refusal" >&2
        exit 1
    fi
    : >"$refusal"
    sleep 3
done
