// Writes the JSON Schema of hunt files, which editors read, from the contract. Run it after a
// change of the contract; the test of SPEC.md H10 fails until it is.
import { writeFileSync } from 'node:fs';
import { huntJsonSchema } from '@trove/contracts';

const target = new URL('../../../examples/hunts/hunt.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(huntJsonSchema(), null, 2)}\n`);
