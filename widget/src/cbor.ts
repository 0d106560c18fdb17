/** What may stand on the wire: whole numbers, text, yes/no, nothing, lists and text-keyed maps. */
export type Wire = number | string | boolean | null | readonly Wire[] | { readonly [key: string]: Wire };

const text = new TextEncoder();

/** The shortest CBOR form (RFC 8949) of `value`; numbers are rounded to whole ones. */
export function encode(value: Wire): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const head = (major: number, count: number) => {
    let width = count < 24 ? 0 : count < 256 ? 1 : count < 65536 ? 2 : count < 2 ** 32 ? 4 : 8;
    bytes[bytes.length] = (major << 5) | (width ? 55 - Math.clz32(width) : count); // 24, 25, 26, 27 for 1, 2, 4, 8 bytes
    while (width--) bytes[bytes.length] = (count / 2 ** (8 * width)) & 255;
  };
  const put = (item: Wire): void => {
    if (typeof item === 'number') {
      const whole = Math.round(item) || 0;
      head(whole < 0 ? 1 : 0, whole < 0 ? -1 - whole : whole);
    } else if (typeof item === 'string') {
      const chars = text.encode(item);
      head(3, chars.length);
      for (let i = 0; i < chars.length; i++) bytes[bytes.length] = chars[i]!;
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
  return new Uint8Array(bytes);
}
