/**
 * How the data of each type of event stands in the log: numbers in eight bytes, names as numbers
 * of the entry's table, free text as UTF-8. What servers append is rare and stands as JSON, as
 * does what a hunt's own types carry, behind the name of the type.
 */
import {
  type ControlData,
  type ControlType,
  type CustomData,
  type CustomType,
  type EventData,
  type EventType,
  isCustomType,
  type LoggedType,
} from '@trove/contracts';

/** Takes the fields of one event's data, in the order in which they will be read. */
export interface DataSink {
  number(value: number): void;
  /** A name by its contract: ASCII, likely to come again. */
  name(value: string): void;
  text(value: string): void;
}

export interface DataSource {
  number(): number;
  name(): string;
  text(): string;
}

type DataOf<T extends EventType | ControlType> = T extends EventType
  ? EventData<T>
  : T extends ControlType
    ? ControlData<T>
    : never;

export interface DataCodec<D> {
  write(sink: DataSink, data: D): void;
  read(source: DataSource): D;
}

export type DataCodecs = {
  readonly [T in EventType | ControlType]: DataCodec<DataOf<T>>;
};

/** Stands for a number that was left out; no contract lets a client send it. */
const ABSENT = Number.NaN;

function asJson<D>(): DataCodec<D> {
  return {
    write: (sink, data) => sink.text(JSON.stringify(data)),
    read: (source) => JSON.parse(source.text()) as D,
  };
}

export const DATA_CODECS: DataCodecs = {
  'place.visited.v1': {
    write(sink, { place, lat, lon }) {
      sink.name(place);
      sink.number(lat);
      sink.number(lon);
    },
    read: (source) => ({ place: source.name(), lat: source.number(), lon: source.number() }),
  },
  'location.reported.v1': {
    write(sink, { lat, lon, accuracyM, ageS }) {
      sink.number(lat);
      sink.number(lon);
      sink.number(accuracyM ?? ABSENT);
      sink.number(ageS ?? ABSENT);
    },
    read(source) {
      const lat = source.number();
      const lon = source.number();
      const accuracyM = source.number();
      const ageS = source.number();
      if (!Number.isNaN(ageS)) {
        return Number.isNaN(accuracyM) ? { lat, lon, ageS } : { lat, lon, accuracyM, ageS };
      }
      return Number.isNaN(accuracyM) ? { lat, lon } : { lat, lon, accuracyM };
    },
  },
  'code.scanned.v1': {
    write: (sink, { code }) => sink.name(code),
    read: (source) => ({ code: source.name() }),
  },
  'clue.answered.v1': {
    write(sink, { clue, answer }) {
      sink.name(clue);
      sink.text(answer);
    },
    read: (source) => ({ clue: source.name(), answer: source.text() }),
  },
  'option.chosen.v1': {
    write(sink, { clue, option }) {
      sink.name(clue);
      sink.name(option);
    },
    read: (source) => ({ clue: source.name(), option: source.name() }),
  },
  'hint.requested.v1': {
    write(sink, { clue, hint }) {
      sink.name(clue);
      sink.name(hint);
    },
    read: (source) => ({ clue: source.name(), hint: source.name() }),
  },
  'photo.submitted.v1': {
    write(sink, { clue, photo }) {
      sink.name(clue);
      sink.name(photo);
    },
    read: (source) => ({ clue: source.name(), photo: source.name() }),
  },
  'photo.appealed.v1': {
    write(sink, { clue, text }) {
      sink.name(clue);
      sink.text(text);
    },
    read: (source) => ({ clue: source.name(), text: source.text() }),
  },
  'hunt.published.v1': asJson(),
  'hunt.phase_changed.v1': asJson(),
  'player.joined.v1': asJson(),
  'hunt.aged.v1': asJson(),
  'suggestions.served.v1': asJson(),
  'suspicion.settled.v1': asJson(),
  'hunt.broadcast.v1': asJson(),
  'board.freeze_changed.v1': asJson(),
  'points.adjusted.v1': asJson(),
  'team.status_changed.v1': asJson(),
  'hint.given.v1': asJson(),
  'hint.refunded.v1': asJson(),
  'photo.judged.v1': asJson(),
  'team.made.v1': asJson(),
  'player.left.v1': asJson(),
  'player.removed.v1': asJson(),
  'team.captain_changed.v1': asJson(),
  'clue.unlocked.v1': asJson(),
  'team.division_changed.v1': asJson(),
  'team.member_removed.v1': asJson(),
};

/** The data of an event, and before it the name of its type where no number says it. */
export function writeData(sink: DataSink, type: LoggedType, data: unknown): void {
  if (isCustomType(type)) writeCustom(sink, type, data as CustomData);
  else (DATA_CODECS[type] as DataCodec<unknown>).write(sink, data);
}

/** Fields stand in the order of their names: however they were sent, they say the same. */
function writeCustom(sink: DataSink, type: CustomType, data: CustomData): void {
  sink.name(type);
  const fields = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
  sink.text(JSON.stringify(Object.fromEntries(fields)));
}

export function readCustom(source: DataSource): { type: CustomType; data: CustomData } {
  const type = source.name() as CustomType;
  return { type, data: JSON.parse(source.text()) as CustomData };
}
