/** The same call in three languages, made from what goes in: to be pasted and to run. */
import type { ApiEntry } from './apiModel';

export interface Sample {
  readonly language: 'TypeScript' | 'Python' | 'curl';
  readonly code: string;
}

export interface Place {
  /** Where the door is, as `https://play.example.org`. */
  readonly door: string;
}

/** Routes that do what a message does, for who has no socket. */
const TWINS: Readonly<Record<string, (input: Record<string, unknown>) => string>> = {
  'board:get': ({ hunt, limit }) => {
    const query = limit === undefined ? '' : `?limit=${String(limit)}`;
    return `/v1/hunts/${String(hunt)}/board${query}`;
  },
  'recommendations:get': ({ hunt, team }) => {
    return `/v1/hunts/${String(hunt)}/teams/${String(team)}/recommendations`;
  },
};

export function samplesOf(entry: ApiEntry, { door }: Place): readonly Sample[] {
  if (entry.kind === 'push') return pushSamples(entry.title, door);
  if (entry.kind === 'route') return routeSamples(entry, door);
  const input = (entry.example ?? {}) as Record<string, unknown>;
  return messageSamples(entry.title, input, door);
}

/** Of a message with this input; curl where HTTP can do the same. */
export function messageSamples(
  message: string,
  input: Record<string, unknown>,
  door: string,
): readonly Sample[] {
  const curl = message === 'events:send' ? postEvents(input, door) : getTwin(message, input, door);
  return [
    { language: 'TypeScript', code: typescriptOf(message, input, door) },
    { language: 'Python', code: pythonOf(message, input, door) },
    ...(curl === undefined ? [] : [{ language: 'curl', code: curl } as const]),
  ];
}

interface SentEvent {
  readonly type: string;
  readonly data: unknown;
}

function typescriptOf(message: string, input: Record<string, unknown>, door: string): string {
  const [event] = (input['events'] as readonly SentEvent[] | undefined) ?? [];
  const call =
    message === 'events:send' && event !== undefined
      ? `const sent = player.send('${event.type}', ${jsonOf(event.data)});\n` +
        'if (sent.ok) console.log(await sent.acked, await sent.result);'
      : (SDK_CALLS[message] ?? `// the SDK sends ${message} by itself, when it is due`);
  return [
    "import { createPlayer, joinHunt } from '@trove/player-sdk';",
    `const url = '${door}';`,
    'const session = await joinHunt({ url, hunt, code, playerId });',
    'const player = await createPlayer({ url, session });',
    call,
  ].join('\n');
}

const SDK_CALLS: Readonly<Record<string, string>> = {
  'state:get': 'console.log(await player.state());',
  'board:get': 'console.log(await player.board(10));',
  'recommendations:get': 'console.log(await player.recommendations());',
};

function pythonOf(message: string, input: unknown, door: string): string {
  return [
    'import json, socketio',
    'sio = socketio.Client()',
    `sio.connect("${door}", namespaces=["/play"], transports=["websocket"],`,
    '            auth={"token": token})',
    `payload = json.loads("""${jsonOf(input)}""")`,
    `print(sio.call("${message}", payload, namespace="/play"))`,
  ].join('\n');
}

function postEvents(input: Record<string, unknown>, door: string): string {
  const { specversion, source, sentAt, events = [] } = input;
  const batch = (events as object[]).map((event) => ({
    specversion,
    source,
    sentat: sentAt,
    ...event,
  }));
  return [
    `curl -s ${door}/v1/events \\`,
    '  -H "authorization: Bearer $TOKEN" -H "prefer: wait=5" \\',
    '  -H "content-type: application/cloudevents-batch+json" \\',
    `  -d ${quoted(JSON.stringify(batch))}`,
  ].join('\n');
}

function getTwin(message: string, input: Record<string, unknown>, door: string) {
  const twin = TWINS[message];
  if (twin === undefined) return undefined;
  return `curl -s "${door}${twin(input)}" -H "authorization: Bearer $TOKEN"`;
}

function pushSamples(push: string, door: string): readonly Sample[] {
  return [
    {
      language: 'TypeScript',
      code: `player.on('${push}', (push) => console.log(push));`,
    },
    {
      language: 'Python',
      code: [
        'import socketio',
        'sio = socketio.Client()',
        `@sio.on("${push}", namespace="/play")`,
        'def hear(push): print(push)',
        `sio.connect("${door}", namespaces=["/play"], transports=["websocket"],`,
        '            auth={"token": token})',
        'sio.wait()',
      ].join('\n'),
    },
  ];
}

function routeSamples({ title, parts }: ApiEntry, door: string): readonly Sample[] {
  const [method = 'GET', path = ''] = title.split(' ');
  const body = parts.find((part) => part.title.startsWith('Body, '));
  const type = body?.title.slice('Body, '.length);
  const address = `${door}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name}`)}`;
  const inCode = `${door}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${${name}}`)}`;
  const inPython = `${door}${path}`;
  const sends = type === undefined ? '' : ` -H "content-type: ${type}" -d @body`;
  const verb = method === 'GET' ? '' : ` -X ${method}`;
  const header = type === undefined ? '' : `, 'content-type': '${type}'`;
  const said = type === undefined ? '' : ', body';
  const pyBody = type === undefined ? '' : `, data=body`;
  const pyType = type === undefined ? '' : `, "Content-Type": "${type}"`;
  return [
    {
      language: 'TypeScript',
      code: [
        `const reply = await fetch(\`${inCode}\`, {`,
        `  method: '${method}',`,
        `  headers: { authorization: \`Bearer \${token}\`${header} }${said},`,
        '});',
        'console.log(reply.status, await reply.json());',
      ].join('\n'),
    },
    {
      language: 'Python',
      code: [
        'import requests',
        `reply = requests.request("${method}", f"${inPython}"${pyBody},`,
        `                         headers={"Authorization": f"Bearer {token}"${pyType}})`,
        'print(reply.status_code, reply.json())',
      ].join('\n'),
    },
    {
      language: 'curl',
      code: `curl -s${verb} "${address}" \\\n  -H "authorization: Bearer $TOKEN"${sends}`,
    },
  ];
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A word for a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
