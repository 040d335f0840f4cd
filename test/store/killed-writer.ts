// A process of its own for the kill test: stores article after article and says which ones were acknowledged.
import { openStore } from '../../src/store/open-store.ts';
import { event, record } from './make-record.ts';

const [file = '', round = '0'] = process.argv.slice(2);
const store = await openStore(file);
process.stdout.write('open\n');
for (let number = 0; ; number++) {
  const id = `r${round}-${number}`;
  const events = Array.from({ length: 5 }, (_, at) => event(`${id}-${at}`));
  // Now and then an article is coded again, so that kills fall into replacing as well.
  const again = number % 3 === 2 ? [record(`r${round}-${number - 1}`, events.slice(0, 2))] : [];
  await store.add([record(id, events), ...again].map((one) => ({ record: one })));
  process.stdout.write(`${id}\n`);
}
