/** The documents of this build, and what the page of developers shows of them; made once. */
import { type ApiModel, apiModelOf } from '../features/developers/apiModel';
import { api } from './packages';

let model: ApiModel | undefined;

export function apiModel(): ApiModel {
  model ??= apiModelOf(api.asyncApiDocument(), api.openApiDocument());
  return model;
}

/** A document by the name it is asked for; undefined when there is none of that name. */
export function apiDocument(name: string): object | undefined {
  if (name === 'asyncapi.json') return api.asyncApiDocument();
  return name === 'openapi.json' ? api.openApiDocument() : undefined;
}
