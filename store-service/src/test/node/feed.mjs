// Reads a feed of any kind from standard input; prints its format and its entries' ids as feedsmith reads them.
import { readFileSync } from 'node:fs';
import { parseFeed } from 'feedsmith';

const { format, feed } = parseFeed(readFileSync(0, 'utf8'));
const entries = feed.entries ?? feed.items;
console.log(JSON.stringify({
  format,
  title: feed.title?.value ?? feed.title,
  entries: entries.map((each) => ({
    id: each.id,
    title: each.title?.value ?? each.title,
    text: each.content_text ?? each.content?.value ?? each.content,
  })),
}));
