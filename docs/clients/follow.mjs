// Follows the feed as server-sent events: node follow.mjs URL FILE. Appends each change to FILE, a line each.
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [url, path] = process.argv.slice(2);
const headers = { Accept: 'text/event-stream' };
if (process.env.JDFWIRE_TOKEN) headers.Authorization = `Bearer ${process.env.JDFWIRE_TOKEN}`;

// The file is the memory: its last whole line has the cursor. A line that a crash cut short is taken off.
const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
const whole = kept.subarray(0, kept.lastIndexOf('\n') + 1);
if (whole.length < kept.length) truncateSync(path, whole.length);
const last = whole.toString().trimEnd().split('\n').pop();
let cursor = last ? JSON.parse(last).cursor : undefined;

async function follow() {
  if (cursor) headers['Last-Event-ID'] = cursor;
  const end = new AbortController();
  // A heartbeat comes every 15 s: after three without one the connection is dead.
  let patience = setTimeout(() => end.abort(), 45_000);
  try {
    const response = await fetch(`${url}/v1/changes`, { headers, signal: end.signal });
    if (!response.ok) {
      const problem = await response.json();
      // Too many streams, or a store that is stopping: come back. Anything else is for a person.
      if (response.status !== 429 && response.status < 500) throw new Error(problem.detail);
      return Number(response.headers.get('Retry-After') ?? 3);
    }
    let text = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      patience.refresh();
      const events = (text + part).split('\n\n');
      text = events.pop();
      for (const event of events) {
        const fields = Object.fromEntries(event.split('\n').map((line) => line.split(/: (.*)/s)));
        if (fields.id && fields.event !== 'heartbeat') appendFileSync(path, `${fields.data}\n`);
        cursor = fields.id ?? cursor;
      }
      if (cursor) headers['Last-Event-ID'] = cursor;
    }
    return 3;
  } catch (failure) {
    if (failure.constructor === Error) throw failure;
    return 3; // the connection broke, or never was
  } finally {
    clearTimeout(patience);
  }
}

try {
  for (;;) await sleep((await follow()) * 1000);
} catch (refusal) {
  console.error(refusal.message);
  process.exitCode = 1;
}
