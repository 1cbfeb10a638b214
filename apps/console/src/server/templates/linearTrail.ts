/** A trail on which one clue leads to the next: answers, a code, and hints that cost. */
import { headOf, type TemplateNames } from './template';

const DESCRIPTION = 'Six clues in a row. Every answer takes you to the next, and the last home.';

export function linearTrail(names: TemplateNames): string {
  return `${COMMENT}\n${headOf(names, DESCRIPTION)}\n${BODY}`;
}

const COMMENT =
  '# A linear trail: each clue requires the one before. Put your own words in the place of these.';

const BODY = `clues:
  - id: first-step
    title: The first step
    text: Look up at the gate. Which year is carved above it?
    points: 10
    find: { answer: { accept: ["1874"], attempts: 10, coolDownS: 10 } }
    hints:
      - { id: where, text: "It is above the arch, a little to the left.", cost: 2 }

  - id: old-well
    title: The old well
    text: Somebody has left a label under its roof. Scan it.
    points: 15
    find: { code: WELL-7 }
    requires: { all: [first-step] }

  - id: sundial
    title: The sundial
    text: It has forgotten one of its hours. Which?
    points: 20
    find: { answer: { accept: ["7", seven], attempts: 6, coolDownS: 30 } }
    requires: { all: [old-well] }
    hints:
      - { id: count, text: "Count them slowly, and count on.", cost: 4 }
      - id: early
        text: It is an hour at which few people are up.
        cost: 4
        after: { unlockedS: 300 }

  - id: two-doors
    title: Two doors
    text: One of them has never been opened. Which?
    points: 20
    find:
      choice:
        attempts: 1
        options:
          - { id: red, text: The red one }
          - { id: green, text: The green one, right: true }
    requires: { all: [sundial] }

  - id: last-word
    title: The last word
    text: The first letters of all answers so far make a word. Say it.
    points: 30
    find: { answer: { accept: [lantern], attempts: 12, coolDownS: 20 } }
    requires: { all: [two-doors] }
    hints:
      - { id: light, text: "It gives light.", cost: 8 }

  - id: home
    title: Home
    text: Be the first at the long table. The label lies under the lamp.
    points: 40
    find: { code: TABLE-LAMP }
    requires: { all: [last-word] }
    firstFinders: [30, 20, 10]

badges:
  - { id: trail-blazer, title: Trail blazer, text: Went all the way. }

rules:
  - id: arrived
    on: code.scanned.v1
    when: verdict == 'solved' && clue.id == 'home'
    then: { badge: trail-blazer, message: "You made it. Sit down, there is soup." }
`;
