/** A Dockerfile as stages of instructions. Knows only what Trove's own Dockerfiles use. */
import { readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { Explained } from '../say.mjs';

/**
 * @typedef {{keyword: string, text: string, flags: Record<string, string>}} Instruction
 * @typedef {{name: string, from: string, instructions: Instruction[]}} Stage
 */

/** @param {string} file @returns {Stage[]} */
export function readDockerfile(file) {
  /** @type {Stage[]} */
  const stages = [];
  for (const instruction of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const keyword = instruction.getKeyword();
    const words = instruction.getArguments().map((argument) => argument.getValue());
    if (keyword === 'FROM') {
      const [from, as, name] = words;
      if (as?.toUpperCase() !== 'AS') throw new Explained(`${file}: a stage without a name`);
      stages.push({ name, from, instructions: [] });
      continue;
    }
    const text = textOf(instruction);
    stages.at(-1)?.instructions.push({ keyword, text, flags: flagsOf(instruction) });
  }
  return stages;
}

/** `--from=built` as `{from: 'built'}`; only some instructions can have any. */
function flagsOf(instruction) {
  const flags = 'getFlags' in instruction ? instruction.getFlags() : [];
  return Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue()]));
}

/** All that follows the keyword and its flags, on one line. */
function textOf(instruction) {
  return (instruction.getRawArgumentsContent() ?? '').replace(/\\\n\s*/g, '').trim();
}
