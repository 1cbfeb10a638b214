import { asyncApiDocument, openApiDocument } from '@trove/contracts/api';
import { describe, expect, it } from 'vitest';
import { apiModelOf, found, resolve } from './apiModel';
import { emptyOf, startValue } from './explorer/startValue';
import { samplesOf } from './samples';
import { typeWords } from './schemaWords';

const model = apiModelOf(asyncApiDocument(), openApiDocument());
const entry = (title: string) => {
  const one = model.entries.find((each) => each.title === title);
  if (one === undefined) throw new Error(`no ${title}`);
  return one;
};
const door = 'https://door.example.org';

describe('the model', () => {
  it('has an anchor of its own for each message, push and route', () => {
    const ids = model.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(model.entries.map(({ kind }) => kind))).toEqual(
      new Set(['message', 'push', 'route']),
    );
  });

  it('shows what goes in and what comes out, with schemas that are there', () => {
    const [payload, answer] = entry('state:get').parts;
    expect(Object.keys(resolve(payload?.schema, model.schemas).properties ?? {})).toEqual([
      'hunt',
      'team',
    ]);
    expect(typeWords(resolve(answer?.schema, model.schemas))).toContain('object');
    const titles = entry('GET /v1/hunts/{slug}/board').parts.map(({ title }) => title);
    expect(titles).toContain('slug (path)');
    expect(titles).toContain('200');
  });

  it('is searched by every word, wherever it stands', () => {
    const titles = (search: string) => found(model.entries, search).map(({ title }) => title);
    expect(titles('receipt get')).toContain('GET /v1/events/{id}/receipt');
    expect(titles('wrong_join_code')).toEqual(['POST /v1/hunts/{slug}/join']);
    expect(titles('no such thing at all')).toEqual([]);
  });
});

describe('samples', () => {
  it('are there for every entry, with the door’s own address', () => {
    for (const one of model.entries) {
      const samples = samplesOf(one, { door });
      expect(samples.length, one.title).toBeGreaterThanOrEqual(2);
      const [, python] = samples;
      expect(python?.code, one.title).toContain(door);
    }
  });

  it('post events as CloudEvents, whatever quotes stand in them', () => {
    const curl = samplesOf(
      { ...entry('events:send'), example: { source: '/s', events: [{ data: "it's" }] } },
      { door },
    ).at(-1);
    expect(curl?.code).toContain(`"data":"it'\\''s"`);
  });
});

describe('a form', () => {
  const speaker = { hunt: 'night', player: 'p', team: 't', source: '/hunts/night/players/p' };

  it('starts with the example, spoken by the test player, under an id of now', () => {
    const value = startValue(entry('events:send').example, speaker, 1_780_000_000_000);
    const [event] = value['events'] as Record<string, unknown>[];
    expect(value).toMatchObject({ source: speaker.source, sentAt: event?.['time'] });
    expect(event).toMatchObject({ hunt: 'night', player: 'p', team: 't' });
    expect(event?.['id']).toMatch(/^019e7044/);
  });

  it('knows the least that a schema wants', () => {
    const [payload] = entry('events:send').parts;
    expect(emptyOf(payload?.schema, model.schemas)).toMatchObject({ specversion: '1.0' });
    expect(emptyOf(model.schemas['CodeScannedV1Event'], model.schemas)).toMatchObject({
      type: 'code.scanned.v1',
      data: { code: '' },
    });
  });
});
