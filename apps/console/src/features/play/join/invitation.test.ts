import { expect, it } from 'vitest';
import { invitationLink, readInvitation, readLink, withoutInvitation } from './invitation';

const AT = 'https://trove.example/play/harbour';

it('reads codes from behind the # and from the query, and leaves neither in the address', () => {
  for (const address of [`${AT}#code=SEA-1&team=ABCD2345`, `${AT}?code=SEA-1&team=ABCD2345`]) {
    expect(readInvitation(address)).toEqual({ code: 'SEA-1', teamCode: 'ABCD2345' });
    expect(withoutInvitation(address)).toBe('/play/harbour');
  }
});

it('leaves the rest of an address as it is', () => {
  expect(withoutInvitation(`${AT}?code=A&x=1#/map`)).toBe('/play/harbour?x=1#/map');
});

it('makes links that it reads again', () => {
  const link = invitationLink({ origin: 'https://t.example', slug: 'harbour', code: 'A B&C' });
  expect(readLink(link)).toMatchObject({ slug: 'harbour', code: 'A B&C' });
  expect(invitationLink({ origin: '', slug: 'harbour' })).toBe('/play/harbour');
});

it('takes no other address and no code for a link to a hunt', () => {
  for (const text of ['PRETZEL-4AM', 'https://t.example/hunts/x', 'https://t.example/play/a/b']) {
    expect(readLink(text)).toBeUndefined();
  }
});
