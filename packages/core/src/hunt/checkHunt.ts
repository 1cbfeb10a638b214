/**
 * The mistakes a schema can't see: names used twice, prerequisites that lead nowhere, times the
 * wrong way round, answers nobody can give.
 */
import { type Clue, HUNT_LIMITS, type Requires } from '@trove/contracts';
import { checkCircles, checkPlainCircles } from './checkCircles.js';
import { checkClueParts } from './checkClueParts.js';
import { checkEffects } from './checkEffects.js';
import { checkEventTypes } from './checkEventTypes.js';
import { checkQuality } from './checkQuality.js';
import { checkRecommend } from './checkRecommend.js';
import { checkRules } from './checkRules.js';
import { checkTwice } from './checkTwice.js';
import { type HuntFault, type HuntPath, ofRule, printFound } from './huntFault.js';
import type { HuntParts } from './huntParts.js';
import { normaliseAnswer } from './normaliseAnswer.js';
import { requiredIds } from './prerequisites.js';
import { unknownName } from './unknownName.js';

/** Every mistake of a file beyond the schema's, in no particular order. */
export function checkHunt(parts: HuntParts): readonly HuntFault[] {
  return [...checkParts(parts), ...checkCircles(parts)];
}

/**
 * What keeps a hunt from being compiled. What was published once must compile for as long as it is
 * played, so nothing may be asked here that was not asked when it was published.
 */
export function checkCompilable(parts: HuntParts): readonly HuntFault[] {
  return [...checkParts(parts), ...checkPlainCircles(parts)];
}

function checkParts(parts: HuntParts): readonly HuntFault[] {
  return [
    ...ofRule('H6', checkWindow(parts, [])),
    ...parts.clues.flatMap((clue, index) => (clue ? checkClue(clue, index, parts) : [])),
    ...checkAllParts(parts),
    ...ofRule('H3', checkNames(parts)),
    ...ofRule('PT1', checkCodes(parts)),
    ...ofRule('DV1', checkDivisions(parts)),
    ...ofRule('PH10', checkPhotoClues(parts)),
    ...checkEffects(parts),
    ...checkEventTypes(parts),
    ...checkQuality(parts),
    ...ofRule('N20', checkRecommend(parts)),
    ...ofRule('R8', checkRules(parts)),
  ];
}

function checkNames(parts: HuntParts): readonly HuntFault[] {
  return [
    ...checkTwice(parts.clues, { path: ['clues'], field: 'id', read: (clue) => clue.id }),
    ...checkTwice(parts.clues, { path: ['clues'], field: 'find.code', read: codeOf }),
    ...checkTwice(parts.clues, { path: ['clues'], field: 'find.place.id', read: placeOf }),
    ...checkTwice(parts.rules, { path: ['rules'], field: 'id', read: (rule) => rule.id }),
    ...checkTwice(parts.badges, { path: ['badges'], field: 'id', read: (badge) => badge.id }),
  ];
}

/** People look at every photo, and a team's photos weigh in its state. */
function checkPhotoClues({ clues }: HuntParts): readonly HuntFault[] {
  const photos = clues.flatMap((clue, index) => (clue && 'photo' in clue.find ? [index] : []));
  const first = photos[HUNT_LIMITS.photoClues];
  if (first === undefined) return [];
  return [
    {
      path: ['clues', first, 'find'],
      found: `${photos.length} photo clues`,
      allowed: `at most ${HUNT_LIMITS.photoClues}`,
      message: 'More photo clues than a hunt may have.',
    },
  ];
}

function checkDivisions({ divisions }: HuntParts): readonly HuntFault[] {
  return checkTwice(divisions, { path: ['divisions'], field: 'id', read: ({ id }) => id });
}

/** Codes are compared without regard to case. */
function checkCodes({ joinCode, playtestCode }: HuntParts): readonly HuntFault[] {
  if (joinCode === undefined || joinCode.toUpperCase() !== playtestCode?.toUpperCase()) return [];
  const message = 'Nobody could tell playtesters from players.';
  const allowed = 'another code than joinCode';
  return [{ path: ['playtestCode'], found: playtestCode ?? '', allowed, message }];
}

function codeOf({ find }: Clue): string | undefined {
  return 'code' in find ? find.code : undefined;
}

function placeOf({ find }: Clue): string | undefined {
  return 'place' in find ? find.place.id : undefined;
}

function checkClue(clue: Clue, index: number, parts: HuntParts): readonly HuntFault[] {
  const path = ['clues', index];
  return [
    ...ofRule('H6', checkWindow(clue, path)),
    ...ofRule('H6', checkOpenWithin(clue, path, parts)),
    ...ofRule('H4', checkRequires(clue.requires, path, parts.clueIds)),
    ...ofRule('H7', 'answer' in clue.find ? checkAnswers(clue.find.answer.accept, path) : []),
  ];
}

function checkAllParts(parts: HuntParts): readonly HuntFault[] {
  return parts.clues.flatMap((clue, index) => {
    return clue === undefined ? [] : checkClueParts(clue, ['clues', index], parts.unlocked);
  });
}

interface Window {
  readonly opens?: string;
  readonly closes?: string;
}

function checkWindow({ opens, closes }: Window, path: HuntPath): readonly HuntFault[] {
  if (opens === undefined || closes === undefined || Date.parse(opens) < Date.parse(closes)) {
    return [];
  }
  const message = 'It would close before it opens.';
  return [{ path: [...path, 'closes'], found: closes, allowed: `a time after ${opens}`, message }];
}

/** A clue whose whole window lies outside the hunt's could never be solved. */
function checkOpenWithin(clue: Clue, path: HuntPath, hunt: Window): readonly HuntFault[] {
  const { opens, closes } = clue;
  const message = 'The clue would never be open while the hunt is.';
  if (opens !== undefined && hunt.closes !== undefined) {
    if (Date.parse(opens) >= Date.parse(hunt.closes)) {
      const allowed = `a time before ${hunt.closes}`;
      return [{ path: [...path, 'opens'], found: opens, allowed, message }];
    }
  }
  if (closes !== undefined && hunt.opens !== undefined) {
    if (Date.parse(closes) <= Date.parse(hunt.opens)) {
      const allowed = `a time after ${hunt.opens}`;
      return [{ path: [...path, 'closes'], found: closes, allowed, message }];
    }
  }
  return [];
}

function checkRequires(
  requires: Requires | undefined,
  path: HuntPath,
  clueIds: ReadonlySet<string>,
): readonly HuntFault[] {
  if (requires === undefined) return [];
  const [key] = Object.keys(requires).filter((name) => name !== 'atLeast');
  const ids = requiredIds(requires);
  const faults = ids.flatMap((id, at): HuntFault[] => {
    const place = [...path, 'requires', key ?? '', at];
    if (!clueIds.has(id)) return [unknownName('clue', { id, path: place }, clueIds)];
    if (ids.indexOf(id) === at) return [];
    const message = `"${id}" stands here twice.`;
    return [{ path: place, found: id, allowed: 'each clue once', message }];
  });
  const different = new Set(ids).size;
  if (!('atLeast' in requires) || requires.atLeast <= different) return faults;
  const tooMany = {
    path: [...path, 'requires', 'atLeast'],
    found: String(requires.atLeast),
    allowed: `at most ${different}, the number of different clues named`,
    message: 'More clues are asked for than are named.',
  };
  return [...faults, tooMany];
}

function checkAnswers(accept: readonly string[], path: HuntPath): readonly HuntFault[] {
  return accept.flatMap((answer, index) => {
    if (normaliseAnswer(answer) !== '') return [];
    return {
      path: [...path, 'find', 'answer', 'accept', index],
      found: printFound(answer),
      allowed: 'at least one letter, digit or symbol',
      message: 'Nothing is left of this answer once punctuation is folded.',
    };
  });
}
