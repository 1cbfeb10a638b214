import { describe, expect, it } from 'vitest';
import { markPath } from './markPath';

const event = JSON.stringify({
  id: 'x',
  data: { place: 'pier', tags: ['a', 'b'], lat: 99.5 },
  time: 'now',
});

describe('marking the failing path', () => {
  it('marks the value, and nothing is lost around it', () => {
    const { before, marked, after } = markPath(event, 'data.lat');
    expect(marked.trim()).toBe('"lat": 99.5');
    expect(JSON.parse(before + marked + after)).toEqual(JSON.parse(event));
  });

  it('marks values of several lines and items of lists', () => {
    expect(markPath(event, 'data').marked.split('\n')).toHaveLength(8);
    expect(markPath(event, 'data.tags[1]').marked.trim()).toBe('"b"');
    expect(markPath(event, 'time').marked.trim()).toBe('"time": "now"');
  });

  it('marks the holder of a field that is missing', () => {
    expect(markPath(event, 'data.lon').marked.trim()).toBe('"data": {');
  });

  it('leaves alone what it cannot place', () => {
    expect(markPath('{"id":', 'id')).toEqual({ before: '{"id":', marked: '', after: '' });
    expect(markPath(event, '').marked).toBe('');
    expect(markPath('3', 'a.b').marked).toBe('');
  });
});
