import { describe, expect, it } from 'vitest';
import { draftOf, pointerOf } from './repairDraft';

describe('the draft of a repair', () => {
  it('is about the type of its cause and the field that failed', () => {
    const cause = { code: 'contract', stage: 'door', type: 'code.scanned.v1' } as const;
    const draft = draftOf({ ...cause, path: 'data.code' });
    expect(draft.condition).toBe('event.type == "code.scanned.v1"');
    expect(JSON.parse(draft.patch)).toEqual([{ op: 'replace', path: '/data/code', value: '' }]);
    expect(draftOf({ ...cause, type: '', path: '' }).condition).toBe('true');
  });

  it('spells paths as JSON Pointers', () => {
    expect(pointerOf('data.tags[1]')).toBe('/data/tags/1');
    expect(pointerOf('data.a/b~c')).toBe('/data/a~1b~0c');
  });
});
