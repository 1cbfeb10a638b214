/** Codes to print and to hide; the more teams have found one, the less it is worth. */
import { headOf, type TemplateNames } from './template';

const DESCRIPTION = 'Seven labels are hidden. Find five, and the last riddle opens.';

export function qrScavenger(names: TemplateNames): string {
  return `${COMMENT}\n${headOf(names, DESCRIPTION)}\n${BODY}`;
}

const COMMENT = '# Codes to print on the sheet of labels. Rename them to what nobody guesses.';

const BODY = `clues:
  - id: doorstep
    title: The doorstep
    text: It is nearer than you think.
    points: 10
    find: { code: DOOR-4412 }

  # These lose value with every team that has found them, down to a floor.
  - id: bookshelf
    title: A book about bees
    points: 60
    find: { code: BEES-9083 }
    decay: { linear: { perSolve: 3, floor: 20 } }

  - id: greenhouse
    title: Behind the tomatoes
    points: 60
    find: { code: TOMATO-2275 }
    decay: { linear: { perSolve: 3, floor: 20 } }

  - id: stairs
    title: The thirteenth step
    points: 60
    find: { code: STEP-1356 }
    decay: { linear: { perSolve: 3, floor: 20 } }

  - id: piano
    title: A key that makes no sound
    points: 80
    find: { code: PIANO-6120 }
    decay: { parabolic: { solves: 20, floor: 30 } }
    hints:
      - { id: low, text: "It is one of the lowest.", cost: 5 }

  - id: attic
    title: Under the roof
    points: 80
    find: { code: ATTIC-7741 }
    decay: { parabolic: { solves: 20, floor: 30 } }

  - id: mailbox
    title: A letter to nobody
    points: 60
    find: { code: LETTER-3518 }
    decay: { linear: { perSolve: 3, floor: 20 } }

  - id: riddle
    title: The last riddle
    text: What has keys and opens nothing?
    points: 100
    find: { answer: { accept: [piano, a piano, keyboard], attempts: 8, coolDownS: 60 } }
    requires:
      atLeast: 5
      of: [doorstep, bookshelf, greenhouse, stairs, piano, attic, mailbox]
    firstFinders: [50, 25]

badges:
  - { id: keen-eye, title: Keen eye, text: Found a label before any other team. }

rules:
  - id: first-find
    on: code.scanned.v1
    when: verdict == 'solved' && clue.solves == 1
    then: { award: 5, badge: keen-eye }
    limit: { perTeam: 3 }
`;
