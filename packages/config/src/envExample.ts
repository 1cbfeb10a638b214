/** Renders `.env.example`, so that the file can never differ from the schemas. */
import { type EnvShape, notesOf } from './variable.js';

const head = [
  '# Every variable Trove reads. `npm start` needs none of them.',
  '# X_FILE may name a file that holds the value of X.',
];

/** The text of `.env.example`; variables without an example value are commented out. */
export function envExample(shape: EnvShape): string {
  const blocks = Object.entries(shape).map(([name, schema]) => {
    const about = notesOf(schema);
    const example = about?.example;
    const line = example === undefined ? `# ${name}=` : `${name}=${example}`;
    return `# ${about?.means ?? ''}\n${line}`;
  });
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}
