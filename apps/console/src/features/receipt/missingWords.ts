/** Why an id has no receipt to show, in words. */
import type { PanelState } from '../../ui/Panel';
import type { ReceiptAnswer } from './answers';

type Missing = Extract<PanelState, { is: 'empty' }>;

/** Undefined where there is one. */
export function missingWords(kind: ReceiptAnswer['kind']): Missing | undefined {
  switch (kind) {
    case 'found':
      return undefined;
    case 'pending':
      return { is: 'empty', says: 'It is in the log and waits to be decided.' };
    case 'busy':
      return { is: 'empty', says: 'The archive has too much to look for; ask again.' };
    case 'unknown':
      return {
        is: 'empty',
        says: 'No decided event has this id. Refused ones never reach the log: see Quarantine.',
      };
  }
}
