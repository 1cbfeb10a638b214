/**
 * Where a channel stands towards the server, as one word that an app can show. Pure: what
 * happened comes as an argument, and the queue works on whatever the word is.
 */

/**
 * `connecting`: no connection yet, or it was just lost. `live`: connected. `busy`: connected, and
 * the server has asked to wait. `offline`: no way to the server; it is tried again by itself.
 * `refused`: the server does not want this token; tried again with a fresh one. `closed`: for good.
 */
export type ConnectionState = 'connecting' | 'live' | 'busy' | 'offline' | 'refused' | 'closed';

export type Happening =
  | 'connected'
  | 'lost'
  | 'unreachable'
  /** The server has answered a packet with a time to wait. */
  | 'held'
  /** The server has taken or finally refused events. */
  | 'settled'
  | 'refused'
  | 'closed';

const AFTER: Record<Exclude<Happening, 'held' | 'settled'>, ConnectionState> = {
  connected: 'live',
  lost: 'connecting',
  unreachable: 'offline',
  refused: 'refused',
  closed: 'closed',
};

/** The state after something has happened; `closed` is the last one. */
export function nextState(state: ConnectionState, happening: Happening): ConnectionState {
  if (state === 'closed') return state;
  if (happening !== 'held' && happening !== 'settled') return AFTER[happening];
  const isConnected = state === 'live' || state === 'busy';
  if (!isConnected) return state;
  return happening === 'held' ? 'busy' : 'live';
}
