import { EVENT_TYPES, eventJsonSchema } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { contractRows, rowOfPath } from './contractRows';

const rows = contractRows(eventJsonSchema('location.reported.v1'));
const row = (path: string) => rows.find((one) => one.path === path);

describe('contractRows', () => {
  it('says of each field what is allowed, and whether it must be there', () => {
    expect(row('type')?.allowed).toBe('exactly "location.reported.v1"');
    expect(row('data.lat')).toEqual({
      path: 'data.lat',
      isRequired: true,
      allowed: 'a number from -90 to 90',
    });
    expect(row('data.accuracyM')?.isRequired).toBe(false);
    expect(row('traceparent')?.allowed).toBe('text of at most 64 characters');
    expect(row('data')?.allowed).toBe('an object with the fields below and no others');
    expect(row('hunt')?.allowed).toMatch(/^text that matches \^/);
  });

  it('has words for every field of every type', () => {
    for (const type of EVENT_TYPES) {
      for (const { path, allowed } of contractRows(eventJsonSchema(type))) {
        expect(allowed, `${type} ${path}`).not.toMatch(/anything|undefined/);
      }
    }
  });

  it('finds the field a failing path speaks of', () => {
    expect(rowOfPath(rows, 'data.lat')).toBe('data.lat');
    expect(rowOfPath(rows, 'data.extra')).toBe('data');
    expect(rowOfPath(rows, 'nowhere')).toBeUndefined();
    expect(rowOfPath(rows, '')).toBeUndefined();
  });
});
