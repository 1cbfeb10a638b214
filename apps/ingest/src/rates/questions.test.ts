import { describe, expect, it } from 'vitest';
import { Sender } from '../door/sender.js';
import { DOOR_LIMITS, DOOR_RATES } from '../limits.js';
import { Questions } from './questions.js';

const EXP = 1_764_150_000;
const NOW = (EXP - 60) * 1_000;
const player = () =>
  new Sender({
    aud: 'trove-door',
    kind: 'player',
    sub: 'ada',
    hunt: 'harbour',
    team: 'herons',
    member: 1,
    source: '/p',
    exp: EXP,
  });
const source = new Sender({
  aud: 'trove-door',
  kind: 'source',
  sub: '/s',
  hunts: ['*'],
  may: ['send'],
  exp: EXP,
});

describe('questions', () => {
  it('SO3 of a player are bound over all its sockets; those of a server are not', () => {
    const questions = new Questions();
    const { burst, perSecond } = DOOR_RATES.questions;
    for (let i = 0; i < burst; i += 1) {
      expect(questions.refuse('state:get', player(), NOW)).toBeUndefined();
      expect(questions.refuse('state:get', source, NOW)).toBeUndefined();
    }
    const refused = questions.refuse('board:get', player(), NOW);
    expect(refused).toMatchObject({ code: 'rate_limited', retryAfterMs: 1_000 / perSecond });
    expect(questions.refuse('board:get', source, NOW)).toBeUndefined();
  });

  it('SO3 that nobody has answered yet are bound for a socket', () => {
    const asking = player();
    asking.questions = DOOR_LIMITS.questionsInFlight;
    const refused = new Questions().refuse('state:get', asking, NOW);
    expect(refused).toMatchObject({ code: 'rate_limited', retryAfterMs: DOOR_LIMITS.askAgainMs });
  });

  it('SO7 under a token that has run out are refused, but for the one that makes it good', () => {
    const questions = new Questions();
    for (const sender of [player(), source]) {
      expect(questions.refuse('state:get', sender, EXP * 1_000)?.code).toBe('token_expired');
      expect(questions.refuse('token:refresh', sender, EXP * 1_000)).toBeUndefined();
    }
  });
});
