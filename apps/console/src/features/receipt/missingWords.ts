/** Why an id has no receipt to show, in words. */
import type { PanelState } from '../../ui/Panel';
import type { ReceiptAnswer } from './answers';

type Missing = Extract<PanelState, { is: 'empty' }>;

/** Undefined where there is one. */
export function missingWords(kind: ReceiptAnswer['kind']): Missing | undefined {
  switch (kind) {
    case 'found':
    case 'refused':
      return undefined;
    case 'pending':
      return { is: 'empty', says: 'It is in the log and waits to be decided.' };
    case 'busy':
      return { is: 'empty', says: 'The archive has too much to look for; ask again.' };
    case 'unsearched':
      return { is: 'empty', says: UNSEARCHED };
    case 'unknown':
      return { is: 'empty', says: 'No event has this id, decided or refused.' };
  }
}

const UNSEARCHED =
  'No event of this id was found, and more files of the archive may hold it than are looked ' +
  'through at once. trove archive query finds it by its event_id.';
