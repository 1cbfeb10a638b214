/** What is said to an operator who starts a repair of many. */
import type { StartReply } from './startRepair.js';

export function wordsOfStart(reply: StartReply): string {
  switch (reply.is) {
    case 'started': {
      const rest = reply.matched - reply.claimed;
      const others = rest === 0 ? '' : ` ${rest} more are held by ${holdersOf(reply.holders)}.`;
      return `The run has ${reply.claimed} events and replays them now.${others}`;
    }
    case 'nothing':
      return 'Nothing matches any more.';
    case 'unsendable':
      return `None of the ${reply.matched} that match can be sent so: the preview says why.`;
    case 'unconfirmed':
      return `It matches all ${reply.matched} events of this list: write that number to go on.`;
    case 'held':
      return reply.holders.length === 0
        ? 'Somebody is replaying all of these at this moment.'
        : `All of these are held by ${holdersOf(reply.holders)}.`;
    case 'busy':
      return 'Somebody else is starting a repair of the same events: look again in a moment.';
    default:
      return reply.says;
  }
}

function holdersOf(holders: readonly { readonly by: string; readonly id: string }[]): string {
  if (holders.length === 0) return 'somebody who replays them at this moment';
  return holders.map(({ by, id }) => `${by} (run ${id.slice(0, 8)})`).join(', ');
}
