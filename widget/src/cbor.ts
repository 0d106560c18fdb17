import { each } from './lists.ts';
import { round } from './natives.ts';

/** What may stand on the wire: whole numbers, text, yes/no, nothing, lists and text-keyed maps. */
export type Wire = number | string | boolean | null | readonly Wire[] | { readonly [key: string]: Wire };

export const text = new TextEncoder();

/** Room for a frame; it grows to the largest batch that was ever sent. What is written behind its end is lost, and written anew. */
let bytes = new Uint8Array(1024);

/** The shortest CBOR form (RFC 8949) of `value`; numbers are rounded to whole ones. */
export function encode(value: Wire): Uint8Array<ArrayBuffer> {
  let at = 0;
  const head = (major: number, count: number) => {
    let width = count < 24 ? 0 : count < 256 ? 1 : count < 65536 ? 2 : count < 2 ** 32 ? 4 : 8;
    bytes[at++] = (major << 5) | (width ? 55 - Math.clz32(width) : count); // 24, 25, 26, 27 for 1, 2, 4, 8 bytes
    while (width--) bytes[at++] = (count / 2 ** (8 * width)) & 255;
  };
  const put = (item: Wire): void => {
    if (typeof item === 'number') {
      const whole = round(item) || 0;
      head(whole < 0 ? 1 : 0, whole < 0 ? -1 - whole : whole);
    } else if (typeof item === 'string') {
      const chars = text.encode(item);
      head(3, chars.length);
      each(chars, (char) => {
        bytes[at++] = char;
      });
    } else if (Array.isArray(item)) {
      head(4, item.length);
      for (let i = 0; i < item.length; i++) {
        const one = item[i];
        if (typeof one === 'number' && one >>> 0 === one && one < 24) bytes[at++] = one; // most of a summary
        else put(one);
      }
    } else if (item && typeof item === 'object') {
      const keys = Object.keys(item);
      head(5, keys.length);
      each(keys, (key) => {
        put(key);
        put((item as { [key: string]: Wire })[key]!);
      });
    } else head(7, item === null ? 22 : item ? 21 : 20);
  };
  put(value);
  if (at > bytes.length) {
    bytes = new Uint8Array(at);
    return encode(value);
  }
  return bytes.slice(0, at);
}
