/** Changes the text of a hunt file by a JSON Patch, wholly or not at all. */
import type { DraftPatch } from '@trove/contracts';
import { readYaml } from '../readYaml.js';
import { editDocument } from './editDocument.js';

export type HuntEdit =
  | { readonly isGood: true; readonly text: string; readonly value: unknown }
  | { readonly isGood: false; readonly says: string };

/** Columns after which long texts are folded. */
const LINE_WIDTH = 100;

/**
 * The text with the operations applied, in order; comments and the order of keys stay. The result
 * is YAML, but need not be a sound hunt: `lintHuntFile` says what is wrong with it. Never throws on
 * what the contract of patches lets through.
 */
export function editHuntFile(text: string, patch: DraftPatch): HuntEdit {
  const reading = readYaml(text);
  if (!reading.ok) return { isGood: false, says: 'The file is no YAML: mend its text first.' };
  const { document } = reading.file;
  for (const [index, operation] of patch.entries()) {
    const failure = editDocument(document, operation);
    if (failure !== undefined) {
      return { isGood: false, says: `Change ${index + 1} of ${patch.length}: ${failure}.` };
    }
  }
  return written(() => document.toString({ lineWidth: LINE_WIDTH }));
}

/** The library refuses to write an alias whose anchor was taken out. */
function written(write: () => string): HuntEdit {
  try {
    const text = write();
    const again = readYaml(text);
    if (again.ok) return { isGood: true, text, value: again.file.value };
    const [mistake] = again.mistakes;
    return { isGood: false, says: mistake?.message ?? 'The changed file could not be read again.' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { isGood: false, says: `The changed file could not be written: ${why}` };
  }
}

/** The plain value of a hunt file's text, sound or not; nothing when it is no YAML. */
export function valueOfHuntFile(text: string): unknown {
  const reading = readYaml(text);
  return reading.ok ? reading.file.value : undefined;
}
