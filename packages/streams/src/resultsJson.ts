/**
 * Results as JSON, straight from a commit's rows. What it writes is what JSON.stringify makes of
 * `toResult`; a test holds the two together. Names are ASCII without quotes, by their contracts.
 */
import type { OutBlob } from './codec/outBlob.js';

/** One result. */
export function resultJson(blob: OutBlob, index: number): string {
  const { names } = blob;
  const { outcome, verdict } = blob.outcomeOf(index);
  const hunt = names.at(blob.huntOf(index));
  const team = names.at(blob.teamOf(index));
  const position = blob.firstPosition + index;
  let text = `{"id":"${blob.idOf(index)}","hunt":"${hunt}","team":"${team}","outcome":"${outcome}"`;
  text += `,"position":${position}`;
  if (verdict !== undefined) text += `,"verdict":"${verdict}"`;
  const points = blob.pointsOf(index);
  if (points !== 0) text += `,"points":${points},"score":${blob.scoreOf(index)}`;
  const clue = blob.clueOf(index);
  if (clue !== undefined) text += `,"clue":"${clue}"`;
  const version = blob.versionOf(index);
  if (version !== 0) text += `,"version":${version}`;
  const rules = blob.rulesOf(index);
  if (rules !== undefined) text += `,"rules":["${rules.replaceAll(',', '","')}"]`;
  const firstPosition = blob.firstPositionOf(index);
  if (firstPosition >= 0) text += `,"firstPosition":${firstPosition}`;
  return `${text}}`;
}
