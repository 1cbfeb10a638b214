import { compileEventTypes, EventTypeDefinition } from '@trove/contracts';
import { expect, it } from 'vitest';
import { judgeByHunt } from './judgeByHunt.js';
import { judgeEntry } from './judgeEntry.js';
import { refusal, SCAN } from './quality.fixture.js';

const TYPE = 'custom.flag.raised.v1';
const fields = [{ name: 'heightM', kind: 'number', max: 50 }];
const contracts = compileEventTypes([EventTypeDefinition.parse({ type: TYPE, fields })]);
const judged = (data: object, type = TYPE) => {
  return judgeByHunt(judgeEntry(refusal({ type }, { ...SCAN, type, data })), contracts);
};

it('CT10 sends a replay that the version in force would take', () => {
  expect(judged({ heightM: 3 })).toMatchObject({
    is: 'good',
    replayable: { event: { type: TYPE } },
  });
  expect(judged({ code: 'CLOCK' }, SCAN.type)).toMatchObject({ is: 'good' });
});

it('CT10 leaves what it would refuse again, and what stays for another reason', () => {
  const says = expect.stringContaining('refused again at data.heightM');
  expect(judged({ heightM: 51 })).toEqual({ is: 'stays', says, path: 'data.heightM' });
  expect(judged({}, 'custom.flag.lowered.v1')).toMatchObject({ is: 'stays', path: 'type' });
  expect(judged({ code: '' }, SCAN.type)).toMatchObject({ is: 'stays', path: 'data.code' });
});
