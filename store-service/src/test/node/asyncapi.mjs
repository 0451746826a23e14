// Reads an AsyncAPI document from standard input; prints what the AsyncAPI project's own parser has to say against it.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync(0, 'utf8'));
// that 3.1 is out is no fault of a 3.0 document
const faults = diagnostics.filter((each) => each.code !== 'asyncapi-latest-version');
console.log(JSON.stringify({
  faults: faults.map((each) => `${each.path.join('/')}: ${each.message}`),
  channels: document ? document.channels().all().map((each) => each.address()) : [],
}));
