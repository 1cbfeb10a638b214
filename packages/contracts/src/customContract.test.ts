import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlayEvent } from './checkPlayEvent.js';
import { compileEventTypes, customEventJsonSchema, customFault } from './customContract.js';
import { type CustomField, EventTypeDefinition } from './customTypes.js';
import type { PlayEvent } from './events.js';

const FLAG = EventTypeDefinition.parse({
  type: 'custom.flag.raised.v1',
  fields: [
    { name: 'colour', kind: 'one_of', oneOf: ['red', 'blue'] },
    { name: 'heightM', kind: 'number', min: 0, max: 50 },
    { name: 'people', kind: 'integer', min: 1, max: 9 },
    { name: 'note', kind: 'text', min: 1, max: 5, required: false },
    { name: 'isLit', kind: 'boolean', required: false },
  ],
});
const contracts = compileEventTypes([FLAG]);
const RIGHT = { colour: 'red', heightM: 2.5, people: 3 };

function raised(data: unknown, type = FLAG.type): unknown {
  return {
    ...{ id: '019de4a9-ea80-7000-8000-000000000001', type, time: '2026-05-01T18:00:00Z' },
    ...{ hunt: 'harbour', player: 'ada', team: 'herons', data },
  };
}

function faultOf(data: unknown, type?: typeof FLAG.type) {
  const checked = checkPlayEvent(raised(data, type));
  return checked.isGood ? customFault(checked.event, contracts) : checked;
}

/** Data of a definition that is right, field by field; optional ones come and go. */
function rightData(fields: readonly CustomField[]): fc.Arbitrary<Record<string, unknown>> {
  const values = fields.map((field) => {
    const value = rightValue(field);
    return [field.name, field.required ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(values)).map((data) => {
    return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  });
}

function rightValue(field: CustomField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return fc.double({ min: field.min, max: field.max, noNaN: true });
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'text':
      return fc.string({ unit: 'binary-ascii', minLength: field.min, maxLength: field.max });
    case 'boolean':
      return fc.boolean();
    case 'one_of':
      return fc.constantFrom(...field.oneOf);
  }
}

/** What a field of this kind never is. */
function wrongValues(field: CustomField): readonly unknown[] {
  const strangers = [null, [], {}, Number.NaN];
  switch (field.kind) {
    case 'number':
      return [...strangers, '1', true, field.min - 1, field.max + 1];
    case 'integer':
      return [...strangers, '1', true, field.min - 1, field.max + 1, field.min + 0.5];
    case 'text':
      return [...strangers, 1, false, 'x'.repeat(field.max + 1)];
    case 'boolean':
      return [...strangers, 0, 'true'];
    case 'one_of':
      return [...strangers, 1, `${field.oneOf.join('')}!`];
  }
}

const name = fc
  .stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/)
  .filter((one) => !(one in Object.prototype));
const head = { name, required: fc.boolean() };
const bounds = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat({ max: 99 }));
const field: fc.Arbitrary<CustomField> = fc.oneof(
  fc
    .record({ ...head, kind: fc.constantFrom('number', 'integer'), bounds })
    .map(({ bounds: [min, more], ...rest }) => ({ ...rest, min, max: min + more })),
  fc
    .record({ ...head, kind: fc.constant('text'), bounds: fc.tuple(fc.nat(5), fc.nat(20)) })
    .map(({ bounds: [min, more], ...rest }) => ({ ...rest, min, max: min + more })),
  fc.record({ ...head, kind: fc.constant('boolean' as const) }),
  fc.record({
    ...head,
    kind: fc.constant('one_of' as const),
    oneOf: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);
const definition = fc
  .uniqueArray(field, { selector: (one) => one.name, maxLength: 8 })
  .map((fields): EventTypeDefinition => ({ type: 'custom.any.v1', description: '', fields }));

describe('the contract of a hunt’s own event type', () => {
  it('CT3 takes what its definition says, and nothing else', () => {
    expect(faultOf(RIGHT)).toBeUndefined();
    expect(faultOf({ ...RIGHT, note: 'ahoy', isLit: false })).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['data.colour', { ...RIGHT, colour: 'green' }],
    ['data.heightM', { ...RIGHT, heightM: 51 }],
    ['data.people', { ...RIGHT, people: 1.5 }],
    ['data.note', { ...RIGHT, note: '' }],
    ['data.isLit', { ...RIGHT, isLit: 'yes' }],
    ['data.people', { colour: 'red', heightM: 1 }],
    ['data.more', { ...RIGHT, more: 1 }],
  ])('CT3 refuses what breaks it at %s', (path, data) => {
    expect(faultOf(data)).toMatchObject({ code: 'contract', path });
  });

  it.each([null, 'red', [RIGHT], 3])('CT3 refuses data that is no object: %j', (data) => {
    expect(checkPlayEvent(raised(data))).toMatchObject({ code: 'contract', path: 'data' });
  });

  it('CT4 names the types there are for one there is not', () => {
    expect(faultOf(RIGHT, 'custom.flag.raised.v2')).toMatchObject({
      code: 'unknown_type',
      path: 'type',
      detail: expect.stringMatching(/code\.scanned\.v1.*custom\.flag\.raised\.v1$/),
    });
    for (const type of ['custom.Flag.v1', 'custom.flag', 'custom.flag.v0', 'custom.a.b.c.d.v1']) {
      const checked = checkPlayEvent(raised(RIGHT, type as typeof FLAG.type));
      expect(checked).toMatchObject({ isGood: false, code: 'contract', path: 'type' });
    }
  });

  it('CT3 holds for any definition: right data passes, and each wrong field is named', () => {
    const cases = definition.chain((one) => fc.tuple(fc.constant(one), rightData(one.fields)));
    fc.assert(
      fc.property(cases, fc.nat(), ([one, data], pick) => {
        const compiled = compileEventTypes([one]);
        const check = (changed: unknown) =>
          customFault({ type: one.type, data: changed } as PlayEvent, compiled);
        expect(check(data)).toBeUndefined();
        for (const wrong of one.fields) {
          const values = wrongValues(wrong);
          const changed = { ...data, [wrong.name]: values[pick % values.length] };
          expect(check(changed)).toMatchObject({ path: `data.${wrong.name}` });
          const { [wrong.name]: _, ...without } = data;
          expect(check(without) === undefined).toBe(!wrong.required);
        }
        expect(check({ ...data, Stranger: 1 })).toMatchObject({ path: 'data.Stranger' });
      }),
    );
  });

  it('CT3 never throws, whatever comes under the name of a type', () => {
    const data = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(data, (value) => {
        const fault = faultOf(JSON.parse(JSON.stringify(value)));
        expect(fault === undefined || fault.path !== undefined).toBe(true);
      }),
    );
    const inherited = JSON.parse(`{"__proto__":{"colour":"red"},"heightM":1,"people":1}`);
    expect(faultOf(inherited)).toMatchObject({ code: 'contract' });
    const own = JSON.parse(`{"__proto__":1,"colour":"red","heightM":1,"people":1}`);
    expect(faultOf(own)).toMatchObject({ code: 'contract' });
  });

  it('CT11 is told as JSON Schema', () => {
    const schema = customEventJsonSchema({ ...FLAG, description: 'A flag goes up.' });
    expect(schema).toMatchObject({
      description: 'A flag goes up.',
      properties: { type: { const: FLAG.type }, data: { required: Object.keys(RIGHT) } },
    });
    const fields = schema.properties?.['data']?.properties;
    expect(fields).toMatchObject({
      colour: { enum: ['red', 'blue'] },
      heightM: { minimum: 0, maximum: 50 },
      people: { type: 'integer' },
      note: { minLength: 1, maxLength: 5 },
      isLit: { type: 'boolean' },
    });
  });
});
