import { randomBytes } from 'node:crypto';
import type { Request } from './request.js';

const saltBytes = 32;

/**
 * Answers that wait for those of the others are sealed with a salt, so that nobody guesses them from their hash. Who
 * answers draws it: a person who gave none gets a fresh one here. To repeat a request under its id, give the salt too.
 */
export function salted(request: Request): Request {
  const { type, data } = request;
  if (type !== 'AnswerForm' || typeof data !== 'object' || data === null || 'salt' in data) return request;
  return { ...request, data: { ...data, salt: randomBytes(saltBytes).toString('hex') } };
}
