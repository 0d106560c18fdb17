// What the widget itself puts into the page, so that it never takes its own doing for the page's.

import { each } from './lists.ts';

const ours = new WeakSet<Node>();

/** Marks `node` as put there by the widget. */
export const claim = <T extends Node>(node: T): T => {
  ours.add(node);
  return node;
};

/** True when a change concerns nothing but what the widget put there. */
export const isOurs = (record: MutationRecord): boolean => {
  if (ours.has(record.target)) return true;
  let all = record.type === 'childList';
  const check = (node: Node) => {
    all &&= ours.has(node);
  };
  each(record.addedNodes, check);
  each(record.removedNodes, check);
  return all;
};
