/** A rally on foot: places in any order, each with a circle, and a finish after most of them. */
import { headOf, type TemplateNames } from './template';

const DESCRIPTION = 'Six places, in any order. Four are enough for the finish; all are worth more.';

export function geofenceRally(names: TemplateNames): string {
  return `${COMMENT}\n${headOf(names, DESCRIPTION)}\n${BODY}`;
}

const COMMENT =
  '# A rally through a town that is on no map: move every place to yours on the tab Map.';

const BODY = `clues:
  - id: start
    title: The start
    text: Stand below the station clock.
    points: 5
    find: { place: { id: station-clock, lat: 48.30612, lon: 9.95140, radiusM: 60 } }

  # In any order. Each is worth more to those who walk there without dawdling.
  - id: fountain
    title: The fountain with four fish
    points: 30
    find: { place: { id: fountain, lat: 48.30791, lon: 9.95402, radiusM: 40 } }
    requires: { all: [start] }
    timeBonus: { points: 20, overS: 2400 }

  - id: lookout
    title: Where lovers lock their locks
    points: 40
    find: { place: { id: lookout, lat: 48.30954, lon: 9.94987, radiusM: 40 } }
    requires: { all: [start] }
    timeBonus: { points: 20, overS: 2400 }
    hints:
      - { id: smell, text: "The lane up there smells of malt.", cost: 5 }

  # Near the other bank: nine tenths of a phone's doubt must lie on this side.
  - id: island
    title: The meadow on the island
    points: 40
    find:
      place:
        id: island
        lat: 48.30448
        lon: 9.95713
        radiusM: 45
        minShare: 0.9
        maxAccuracyM: 40
    requires: { all: [start] }
    timeBonus: { points: 20, overS: 2400 }

  - id: arcade
    title: The arcade with the broken mosaic
    points: 30
    find: { place: { id: arcade, lat: 48.30333, lon: 9.95260, radiusM: 40 } }
    requires: { all: [start] }
    timeBonus: { points: 20, overS: 2400 }

  - id: depot
    title: The tram depot
    points: 25
    find: { place: { id: depot, lat: 48.30520, lon: 9.94610, radiusM: 50 } }
    requires: { all: [start] }
    timeBonus: { points: 20, overS: 2400 }

  - id: finish
    title: The finish
    text: Back where it began, with at least four places behind you.
    points: 50
    find: { place: { id: town-hall, lat: 48.30700, lon: 9.95010, radiusM: 50 } }
    requires: { atLeast: 4, of: [fountain, lookout, island, arcade, depot] }
    firstFinders: [50, 30, 10]

badges:
  - { id: all-places, title: Everywhere, text: Stood in every circle. }

rules:
  - id: everywhere
    on: location.reported.v1
    when: verdict == 'solved' && team.solved == 7
    then: { badge: all-places, award: 25 }

quality:
  # A dry day on foot; faster is somebody's car, and is marked until an operator looks. So is a
  # position that is too vague, or too old at the pace of a walk, for the circle it lies in.
  fairPlay: { travel: { maxKmh: 30 }, position: { maxKmh: 6 } }
`;
