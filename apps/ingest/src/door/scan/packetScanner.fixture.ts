/** Packets as devices send them: one good event, and any number of any that are good. */
import fc from 'fast-check';

export const NOW_MS = Date.UTC(2026, 5, 1, 18);
export const SOURCE = '/players/ada';

const HEAD = `"specversion":"1.0","source":"${SOURCE}","sentAt":"2026-06-01T18:00:00.000Z"`;
export const packetOf = (events: string) => `["events:send",{${HEAD},"events":[${events}]}]`;
export const messageOf = (events: readonly object[]) =>
  packetOf(events.map((event) => JSON.stringify(event)).join(','));

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:@~-]{0,63}$/);
const localId = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,47}$/);
/** Mostly decimals as devices send them; any double now and then. */
const within = (min: number, max: number) => {
  const any = fc.double({ min, max, noNaN: true });
  const usual = fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(6)));
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: any });
};
/** Mostly without anything to escape. */
const answer = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[ !#-[\]-~]{1,40}$/) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 60 }) },
);
const degrees = (max: number) => within(-max, max);
const place = { lat: degrees(90), lon: degrees(180) };
const deed = fc.oneof(
  fc.record({ type: fc.constant('place.visited.v1'), data: fc.record({ place: name, ...place }) }),
  fc.record({
    type: fc.constant('location.reported.v1'),
    data: fc.record(
      { ...place, accuracyM: within(0, 100_000), ageS: within(0, 86_400) },
      { requiredKeys: ['lat', 'lon'] },
    ),
  }),
  fc.record({ type: fc.constant('code.scanned.v1'), data: fc.record({ code: name }) }),
  fc.record({
    type: fc.constant('clue.answered.v1'),
    data: fc.record({ clue: localId, answer }),
  }),
  fc.record({
    type: fc.constant('option.chosen.v1'),
    data: fc.record({ clue: localId, option: localId }),
  }),
  fc.record({
    type: fc.constant('hint.requested.v1'),
    data: fc.record({ clue: localId, hint: localId }),
  }),
);
const time = fc
  .date({ min: new Date(NOW_MS - 90_000), max: new Date(NOW_MS), noInvalidDate: true })
  .map((date) => date.toISOString());
const ID_AT = NOW_MS.toString(16).padStart(12, '0');
const id = fc
  .tuple(fc.integer({ min: 0, max: 0xfff }), fc.integer({ min: 0, max: 0x3fff_ffff }))
  .map(([a, b]) => {
    const [middle, tail] = [a.toString(16).padStart(3, '0'), b.toString(16).padStart(12, '0')];
    return `${ID_AT.slice(0, 8)}-${ID_AT.slice(8)}-7${middle}-9abc-${tail}`;
  });
const device = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,39}$/), fc.nat(), fc.maxSafeNat())
  .map(([of, epoch, seq]) => `${of}/${epoch % 1_000_000_000}/${seq % 1_000_000_000_000_000}`);
const event = fc
  .tuple(id, time, fc.constantFrom('harbour', 'museum'), name, name, deed, fc.option(device))
  .map(([eventId, at, hunt, player, team, { type, data }, counted]) => {
    const plain = { id: eventId, type, time: at, hunt, player, team, data };
    return counted === null ? plain : { ...plain, device: counted };
  });
export const events = fc.array(event, { minLength: 1, maxLength: 8 });

export const good = {
  id: `${ID_AT.slice(0, 8)}-${ID_AT.slice(8)}-7abc-8def-0123456789ab`,
  type: 'place.visited.v1',
  time: '2026-06-01T17:59:59.250Z',
  hunt: 'harbour',
  player: 'ada',
  team: 'herons',
  data: { place: 'p1', lat: 53.5, lon: -9.987654321012345 },
};
