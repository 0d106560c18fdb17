// What the widget itself puts into the page, so that it never takes its own doing for the page's.

const ours = new WeakSet<Node>();

/** Marks `node` as put there by the widget. */
export const claim = <T extends Node>(node: T): T => {
  ours.add(node);
  return node;
};

/** True when a change concerns nothing but what the widget put there. */
export const isOurs = (record: MutationRecord): boolean => {
  if (ours.has(record.target)) return true;
  const { addedNodes, removedNodes } = record;
  const count = addedNodes.length + removedNodes.length;
  for (let i = 0; i < addedNodes.length; i++) if (!ours.has(addedNodes[i]!)) return false;
  for (let i = 0; i < removedNodes.length; i++) if (!ours.has(removedNodes[i]!)) return false;
  return count > 0;
};
