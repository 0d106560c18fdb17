import type { Note } from './sense.ts';

/** A file that is not the one that this build was made with, or that the operator named. */
class Foreign extends Error {}

const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Fetches a file and compares its SHA-256 before anything reads it; rejects where it does not load or is another. Only pages in a
 * secure context can compute a hash; camera, microphone and strap are given to no others.
 *
 * @param sha256 64 hex digits
 */
export async function pinned(path: string, sha256: string): Promise<ArrayBuffer> {
  const answer = await fetch(path, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const file = await answer.arrayBuffer();
  const { subtle } = globalThis.crypto ?? {};
  if (subtle && hex(await subtle.digest('SHA-256', file)) !== sha256) throw new Foreign(`${path} is another file than was pinned`);
  return file;
}

/** Why {@link pinned} gave nothing. */
export const noteOf = (error: unknown): Note => (error instanceof Foreign ? 'hash' : 'file');
