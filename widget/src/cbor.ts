/** What may stand on the wire: whole numbers, text, yes/no, nothing, lists and text-keyed maps. */
export type Wire = number | string | boolean | null | readonly Wire[] | { readonly [key: string]: Wire };

const text = new TextEncoder();

/** The shortest CBOR form (RFC 8949) of `value`; numbers are rounded to whole ones. */
export function encode(value: Wire): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(256);
  let used = 0;

  const room = (more: number) => {
    if (used + more <= bytes.length) return;
    const grown = new Uint8Array((used + more) * 2);
    grown.set(bytes);
    bytes = grown;
  };
  const head = (major: number, count: number) => {
    room(9);
    const width = count < 24 ? 0 : count < 256 ? 1 : count < 65536 ? 2 : count < 4294967296 ? 4 : 8;
    bytes[used++] = (major << 5) | (width ? 24 + (31 - Math.clz32(width)) : count);
    for (let at = width; at--; ) bytes[used++] = Math.floor(count / 2 ** (8 * at)) % 256;
  };
  const put = (item: Wire): void => {
    if (typeof item === 'number') {
      const whole = Math.round(item) || 0;
      if (whole < 0) head(1, -1 - whole);
      else head(0, whole);
    } else if (typeof item === 'string') {
      const chars = text.encode(item);
      head(3, chars.length);
      room(chars.length);
      bytes.set(chars, used);
      used += chars.length;
    } else if (item === null || typeof item === 'boolean') {
      head(7, item === null ? 22 : item ? 21 : 20);
    } else if (Array.isArray(item)) {
      head(4, item.length);
      for (let i = 0; i < item.length; i++) put(item[i]);
    } else {
      const keys = Object.keys(item);
      head(5, keys.length);
      for (let i = 0; i < keys.length; i++) {
        put(keys[i]!);
        put((item as { [key: string]: Wire })[keys[i]!]!);
      }
    }
  };
  put(value);
  return bytes.slice(0, used);
}
