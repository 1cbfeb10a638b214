/** What an operator's act has come to, in words: teams, clues and divisions as people call them. */
import type { Division, EventResult, HuntPhase, Operation } from '@trove/contracts';
import type { CompiledClue } from '@trove/core';

/** What the act is about, as far as it could be read. */
export interface AboutAct {
  /** The hunt's title, and the phase that is in force since the act. */
  readonly title: string;
  readonly phase: HuntPhase;
  /** The one team it is about. */
  readonly team?: { readonly name?: string | undefined } | undefined;
  readonly clue?: Pick<CompiledClue, 'title' | 'hints'> | undefined;
  readonly divisions: readonly Division[];
}

export function wordsOfOperation(
  { type, data }: Operation,
  result: EventResult,
  about: AboutAct,
): string {
  switch (type) {
    case 'hunt.phase_changed.v1':
      return `${about.title} is ${about.phase} now.`;
    case 'hunt.broadcast.v1':
      return data.to === undefined ? 'Said to all players.' : `Said to ${called(data.to, about)}.`;
    case 'board.freeze_changed.v1':
      return data.isFrozen
        ? 'Players see the board as it stands now, until it is unfrozen.'
        : 'Players see the board as it moves.';
    case 'points.adjusted.v1': {
      const moved = `${data.points > 0 ? 'gets' : 'loses'} ${pointsText(data.points)}`;
      return `${called(data.team, about)} ${moved} and has ${result.score ?? 0} now.`;
    }
    case 'team.status_changed.v1': {
      const plays = data.as === 'playing' ? 'plays again' : `is ${data.as} now`;
      return `${called(data.team, about)} ${plays}.`;
    }
    case 'hint.given.v1':
      return givenWords(data, result, about);
    case 'hint.refunded.v1':
      return refundWords(called(data.team, about), result);
    case 'photo.judged.v1':
      return judgedWords(called(data.team, about), data.as, result);
    case 'team.division_changed.v1':
      return `${called(data.team, about)} is ranked in ${divisionTitle(data.division, about)} now.`;
    case 'team.member_removed.v1':
      return removedWords(called(data.team, about), result);
    case 'clue.unlocked.v1':
      return unlockedWords(data, result, about);
  }
}

/** A team whose players have given it no name is called by its id everywhere. */
function called(id: string, { team }: AboutAct): string {
  return team?.name ?? id;
}

function divisionTitle(id: string | undefined, { divisions }: AboutAct): string {
  if (id === undefined) return 'no division';
  return divisions.find((division) => division.id === id)?.title ?? id;
}

/** Without a sign. */
function pointsText(points: number): string {
  return Math.abs(points) === 1 ? '1 point' : `${Math.abs(points)} points`;
}

function givenWords(
  { team, clue, hint }: DataOf<'hint.given.v1'>,
  { verdict }: EventResult,
  about: AboutAct,
): string {
  const who = called(team, about);
  if (verdict === 'already_hinted') return `${who} had that hint already, and was told it again.`;
  const text = about.clue?.hints.find(({ id }) => id === hint)?.text ?? hint;
  return `${who} has the hint “${text}” for ${about.clue?.title ?? clue}.`;
}

function refundWords(team: string, { points = 0, score = 0 }: EventResult): string {
  return `${team} gets back ${pointsText(points)} and has ${score} now.`;
}

/** Said again as it stands already, it has changed nothing. */
function judgedWords(
  team: string,
  as: DataOf<'photo.judged.v1'>['as'],
  { points = 0, photo }: EventResult,
): string {
  if (photo === undefined) return `The photo of ${team} is ${as} already.`;
  const moved = points === 0 ? '' : ` ${points < 0 ? '−' : ''}${pointsText(points)}.`;
  return `The photo of ${team} is ${as}.${moved}`;
}

function removedWords(team: string, { membership }: EventResult): string {
  return `${membership?.name ?? 'The member'} is out of ${team}, which has another code now.`;
}

function unlockedWords(
  { clue, team }: DataOf<'clue.unlocked.v1'>,
  { unlocked, openedForAll }: EventResult,
  about: AboutAct,
): string {
  const title = about.clue?.title ?? clue;
  if (unlocked === undefined && openedForAll === undefined) return `${title} was open already.`;
  return `${title} is open for ${team === undefined ? 'all teams' : called(team, about)}.`;
}

type DataOf<T extends Operation['type']> = Extract<Operation, { type: T }>['data'];
