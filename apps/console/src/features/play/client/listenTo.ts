/** What the SDK hears, brought into the state of the screens. */
import type { EventResult, HuntPhase, ProblemCode, TeamSnapshot } from '@trove/contracts';
import type { Player } from '@trove/player-sdk';
import {
  clueTitle,
  operatorWords,
  pointsText,
  wordsOfResult,
  wordsOfSubmission,
} from '../words/resultWords';
import {
  afterPhase,
  afterResults,
  afterSettled,
  mergeMessages,
  type News,
  type PlayState,
} from './playState';
import type { PlayStore } from './playStore';
import { isRepeat } from './submission';

interface Acts {
  /** Reads the team's view again. */
  ask(): void;
  /** Goes back to joining. */
  forget(): void;
}

export function listenTo(player: Player, store: PlayStore, { ask, forget }: Acts): void {
  player.on('connection', (signal) => {
    if (signal === 'closed') return;
    store.set({ signal });
    if (signal === 'live') ask();
  });
  player.on('kept', (isKept) => store.set({ isKept }));
  player.on('welcome', ({ serverTime }) => {
    store.set({ clockOffsetMs: Date.parse(serverTime) - Date.now() });
  });
  player.on('settled', (settled) => {
    const after = afterSettled(store.state, settled);
    const news = newsOfRefusal(settled, after);
    store.put({ ...after, ...(news && { news }) });
  });
  player.on('refused', ({ code }) => {
    if (ENDS.has(code)) store.set({ isPassOver: true });
    if (code !== 'not_in_team') return;
    // Left or sent away while this device was offline: nobody could tell it how.
    forget();
    store.set({ news: { key: `out-${Date.now()}`, tone: 'bad', says: OUT } });
  });
  player.on('results', ({ results }) => {
    const news = newsOfResults(results, store);
    store.put({ ...afterResults(store.state, results), ...(news && { news }) });
    ask();
  });
  player.on('session', (session) => store.setSession(session));
  player.on('board', (board) => {
    // A push is whole, but for who is around the own team: that has to be asked for.
    store.set({ board: { ...board, around: store.state.board?.around } });
  });
  player.on('team', (team) => store.set({ team }));
  player.on('left', ({ change, reason }) => {
    forget();
    const says = change === 'left' ? 'You have left the team.' : removedWords(reason);
    store.set({ news: { key: `left-${Date.now()}`, tone: 'bad', says } });
  });
  player.on('broadcast', (said) => {
    const news = { key: `said-${said.position}`, tone: 'message', says: said.text } as const;
    store.set({ messages: mergeMessages(store.state.messages, [said]), news });
  });
  player.on('phase', ({ phase, position }) => {
    const news = { key: `phase-${position}`, tone: 'message', says: PHASE_WORDS[phase] } as const;
    store.put({ ...afterPhase(store.state, phase), news });
    ask();
  });
  player.on('opened', ({ clue, position }) => {
    const says = `Open now: ${clueTitle(clue, store.state.snapshot)}`;
    store.set({ news: { key: `opened-${position}`, tone: 'message', says } });
    ask();
  });
  player.on('recomputed', ({ position }) => {
    store.set({ news: { key: `recomputed-${position}`, tone: 'message', says: RECOMPUTED } });
    ask();
  });
}

/** Refusals that no waiting mends: the device has to join again. */
const ENDS: ReadonlySet<ProblemCode> = new Set(['token_invalid', 'unknown_hunt']);

const OUT = 'You are not in the team any more. You may join another one.';

const RECOMPUTED = 'The organisers have changed the rules. What was played counts by them now.';

export const PHASE_WORDS: Readonly<Record<HuntPhase, string>> = {
  scheduled: 'The hunt has not begun yet.',
  live: 'The hunt is on!',
  paused: 'The hunt is paused. Nothing counts until it goes on.',
  closed: 'The hunt is closed. You may still look around.',
  ended: 'The hunt is over. Thank you for playing!',
};

/** The newest result worth a word: an own one of any kind, or one that moved the team. */
function newsOfResults(results: readonly EventResult[], store: PlayStore): News | undefined {
  const { submissions, snapshot } = store.state;
  const own = new Map(submissions.map((one) => [one.id, one]));
  const newest = results.findLast((result) => {
    return !isRepeat(result) && (own.has(result.id) || isNewsOfTeam(result));
  });
  if (newest === undefined) return undefined;
  const key = `result-${newest.position}`;
  const submission = own.get(newest.id);
  const title = newest.clue === undefined ? '' : `${clueTitle(newest.clue, snapshot)}: `;
  if (submission !== undefined) {
    const isCode = submission.type === 'code.scanned.v1';
    const { tone, says, more } = wordsOfResult(newest, { snapshot, isCode });
    return { key, tone, says: [`${title}${says}`, ...more].join(' ') };
  }
  return { key, ...newsOfTeam(newest, title, snapshot) };
}

/** What the hunt did not take at all: nothing else tells of it on the screen at hand. */
function newsOfRefusal(
  settled: readonly { readonly event: { readonly id: string } }[],
  { submissions, snapshot }: PlayState,
): News | undefined {
  const ids = new Set(settled.map(({ event }) => event.id));
  const refused = submissions.find(({ id, progress }) => progress === 'refused' && ids.has(id));
  if (refused === undefined) return undefined;
  const { tone, says } = wordsOfSubmission(refused, { snapshot });
  return { key: `refused-${refused.id}`, tone, says };
}

/** What moved points, or what organisers did for the team. */
function isNewsOfTeam(result: EventResult): boolean {
  const { points, unlocked, verdict } = result;
  const isByOrganisers = operatorWords(result).length > 0 || result.photo !== undefined;
  return (points ?? 0) !== 0 || isByOrganisers || (verdict === 'noted' && unlocked !== undefined);
}

/** With a reason it was an operator, without one the captain. */
function removedWords(reason: string | undefined): string {
  const who = reason === undefined ? 'The captain has' : 'The organisers have';
  const why = reason === undefined ? '.' : `: “${reason}”.`;
  return `${who} taken you out of the team${why} You may join another one.`;
}

function newsOfTeam(
  result: EventResult,
  title: string,
  snapshot: TeamSnapshot | undefined,
): Omit<News, 'key'> {
  const { tone, says, more } = wordsOfResult(result, { snapshot });
  if (result.photo !== undefined) return { tone, says: [`${title}${says}`, ...more].join(' ') };
  if (result.points) {
    const moved = `${title}your team has ${pointsText(result.points)}.`;
    return { tone: 'quiet', says: [moved, ...operatorWords(result)].join(' ') };
  }
  return { tone: 'message', says: more.join(' ') };
}
