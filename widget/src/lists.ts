// Lists are walked by index and grown by `list[list.length] = x`: a host may replace what Array.prototype offers.

/** Calls `fn` for each item in order, until it returns `true` itself. */
export const each = <T>(list: ArrayLike<T>, fn: (item: T, at: number) => unknown): void => {
  for (let i = 0; i < list.length; i++) if (fn(list[i]!, i) === true) return;
};

/** The items that pass `test`, as a new list. */
export const keep = <T>(list: ArrayLike<T>, test: (item: T) => unknown): T[] => {
  const kept: T[] = [];
  each(list, (item) => {
    if (test(item)) add(kept, item);
  });
  return kept;
};

export const add = <T>(list: T[], item: T): void => {
  list[list.length] = item;
};
