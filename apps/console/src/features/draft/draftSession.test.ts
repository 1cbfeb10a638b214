/** What a sitting at a draft shows, saves, keeps and undoes, whatever others do meanwhile. */
import type { DraftPatch } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { draftAt, rename, sitting } from './draftSession.fixture';

describe('a sitting at a draft', () => {
  it('shows a change at once and saves what gathered in one go', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    session.edit(rename('B'));
    expect(session.state().value).toMatchObject({ title: 'B' });
    expect(asked).toEqual([]);
    tick();
    expect(asked).toEqual([{ revision: 1, patch: [...rename('A'), ...rename('B')] }]);
    await answer({ isDone: true, draft: draftAt(2, { title: 'B', clues: [] }) });
    expect(session.state()).toMatchObject({ isSaving: false, draft: { revision: 2 } });
    // What is shown is what is saved: by this the strip above says so.
    expect(session.state().value).toBe(session.state().draft.value);
    expect(session.isAhead).toBe(false);
    expect(session.state().value).toBe(session.state().draft.value);
  });

  it('saves what came meanwhile on the revision that was left', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    session.edit(rename('B'));
    tick();
    expect(asked).toHaveLength(1);
    await answer({ isDone: true, draft: draftAt(2, { title: 'A', clues: [] }) });
    expect(session.state().value).toMatchObject({ title: 'B' });
    tick();
    expect(asked[1]).toEqual({ revision: 2, patch: rename('B') });
  });

  it('carries a change over to what another has changed, and undoes only its own', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    const clues = [{ id: 'theirs' }];
    const newer = draftAt(5, { title: 'Harbour', clues });
    await answer({ isDone: false, says: 'Grace has changed it.', newer });
    expect(session.state()).toMatchObject({ says: undefined, value: { title: 'A', clues } });
    tick();
    expect(asked[1]).toEqual({ revision: 5, patch: rename('A') });
    await answer({ isDone: true, draft: draftAt(6, { title: 'A', clues }) });
    session.undo();
    expect(session.state().value).toEqual({ title: 'Harbour', clues });
  });

  it('keeps what meets another’s change of the same field, to put it back', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    const newer = draftAt(5, { title: 'Theirs', clues: [] });
    await answer({ isDone: false, says: 'Grace has changed it.', newer });
    expect(session.state()).toMatchObject({
      says: 'Grace has changed it.',
      value: { title: 'Theirs' },
      draft: { revision: 5 },
      canUndo: false,
      kept: [{ patch: rename('A') }],
    });
    expect(session.isAhead).toBe(true);
    session.putBack();
    expect(session.state()).toMatchObject({ value: { title: 'A' }, kept: [] });
    tick();
    expect(asked[1]).toEqual({ revision: 5, patch: rename('A') });
  });

  it('keeps what does not fit any more until it is let go', async () => {
    const { session, tick, answer } = sitting();
    session.edit([{ op: 'add', path: '/clues/0', value: { id: 'mine' } }]);
    tick();
    const newer = draftAt(5, { title: 'Harbour', clues: [{ id: 'theirs' }] });
    await answer({ isDone: false, says: 'Grace has changed it.', newer });
    session.putBack();
    expect(session.state()).toMatchObject({
      says: expect.stringContaining('fit'),
      value: newer.value,
    });
    expect(session.state().kept).toHaveLength(1);
    session.letGo();
    expect(session.isAhead).toBe(false);
  });

  it('overwrites nothing that another has saved between a saving and its answer', async () => {
    const { session, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    session.edit(rename('B'));
    await answer({ isDone: true, draft: draftAt(3, { title: 'Theirs', clues: [] }) });
    expect(session.state()).toMatchObject({
      value: { title: 'Theirs' },
      kept: [{ patch: rename('B') }],
    });
  });

  it('keeps what is refused for itself', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    await answer({ isDone: false, says: 'Sign in first.' });
    expect(session.state()).toMatchObject({ says: 'Sign in first.', value: { title: 'Harbour' } });
    session.putBack();
    tick();
    expect(asked[1]).toEqual({ revision: 1, patch: rename('A') });
  });

  it('knows its own saving whose answer was lost', async () => {
    const { session, asked, tick, answer } = sitting();
    const add: DraftPatch = [{ op: 'add', path: '/clues/-', value: {} }];
    session.edit(add);
    tick();
    await answer(new Error('offline'));
    await Promise.resolve();
    session.edit(rename('B'));
    tick();
    expect(asked[1]).toEqual({ revision: 1, patch: add });
    const newer = draftAt(2, { title: 'Harbour', clues: [{}] });
    await answer({ isDone: false, says: 'Ada has changed it.', newer });
    expect(session.state()).toMatchObject({ says: undefined, value: { title: 'B', clues: [{}] } });
    tick();
    expect(asked[2]).toEqual({ revision: 2, patch: rename('B') });
  });

  it('takes over what was mended meanwhile, with what is not saved yet', () => {
    const { session, asked, tick } = sitting();
    session.edit(rename('A'));
    session.hear({
      isDone: true,
      draft: draftAt(2, { title: 'Harbour', clues: [{ id: 'mended' }] }),
    });
    expect(session.state().value).toEqual({ title: 'A', clues: [{ id: 'mended' }] });
    tick();
    expect(asked).toEqual([{ revision: 2, patch: rename('A') }]);
  });

  it('hears nothing before the answer to its saving, and nothing older than that', async () => {
    const { session, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    session.replace(draftAt(1, { title: 'Harbour', clues: [] }));
    const newer = draftAt(2, { title: 'A', clues: [] });
    session.hear({ isDone: false, says: 'It was changed.', newer });
    expect(session.state().draft.revision).toBe(1);
    await answer({ isDone: true, draft: newer });
    expect(session.state()).toMatchObject({ draft: newer, says: 'It was changed.' });
    expect(session.isAhead).toBe(false);
  });

  it('keeps the text that is being written over other changes, until it is saved', () => {
    const { session } = sitting();
    const { source } = session.state().draft;
    session.write('title: Mine');
    const mended = draftAt(2, { title: 'Mended', clues: [] });
    session.replace(mended);
    session.write('title: Mine!');
    expect(session.state()).toMatchObject({
      draft: mended,
      written: { text: 'title: Mine!', source },
    });
    expect(session.isAhead).toBe(true);
    session.replace({ ...mended, revision: 3, source: 'title: Mine!' });
    expect(session.isAhead).toBe(false);
  });

  it('keeps what could not be asked, and asks again', async () => {
    const { session, asked, tick, answer } = sitting();
    session.edit(rename('A'));
    tick();
    await answer(new Error('offline'));
    await Promise.resolve();
    expect(session.state()).toMatchObject({ value: { title: 'A' }, says: expect.any(String) });
    expect(session.isAhead).toBe(true);
    tick();
    expect(asked).toHaveLength(2);
  });

  it('goes back by one change, and saves that as a change', () => {
    const { session, asked, tick } = sitting();
    session.edit(rename('A'));
    session.edit([{ op: 'add', path: '/clues/-', value: { id: 'pier' } }]);
    session.undo();
    expect(session.state().value).toEqual({ title: 'A', clues: [] });
    session.undo();
    expect(session.state()).toMatchObject({ value: { title: 'Harbour' }, canUndo: false });
    session.undo();
    tick();
    expect(asked[0]?.patch).toHaveLength(4);
  });

  it('says when a change does not fit, and does not take it', () => {
    const { session, asked, tick } = sitting();
    session.edit([{ op: 'replace', path: '/clues/7/points', value: 1 }]);
    expect(session.state().says).toBe('This does not fit the draft any more.');
    tick();
    expect(asked).toEqual([]);
  });

  it('goes back by undo from another file to what was there, and to what was before that', () => {
    const { session } = sitting();
    session.edit(rename('Mine'));
    session.exchange(draftAt(2, { title: 'Version 3', clues: [1], badges: [] }));
    session.undo();
    expect(session.state().value).toMatchObject({ title: 'Mine', clues: [] });
    session.undo();
    expect(session.state()).toMatchObject({ value: { title: 'Harbour' }, canUndo: false });
  });
});
