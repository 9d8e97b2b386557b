import type { Column } from './api';

/** A node as Element Plus's trees and tree selects want it. */
export interface ColumnNode {
  value: string;
  label: string;
  type?: string;
  children: ColumnNode[];
}

/** Columns as a tree, in the order in which they came; one whose parent is unknown stands at the top. */
export function columnTree(columns: readonly Column[]): ColumnNode[] {
  const nodes = new Map<string, ColumnNode>();
  for (const { key, name, type } of columns) nodes.set(key, { value: key, label: name, type, children: [] });
  const top: ColumnNode[] = [];
  for (const { key, parent } of columns) {
    const node = nodes.get(key)!;
    const above = parent && parent !== key ? nodes.get(parent) : undefined;
    (above?.children ?? top).push(node);
  }
  return top;
}

/** The same for a flat list: each column with its depth below the top. */
export function flatColumns(columns: readonly Column[]): { value: string; label: string; depth: number }[] {
  const flat = (nodes: ColumnNode[], depth: number): ReturnType<typeof flatColumns> =>
    nodes.flatMap(({ value, label, children }) => [{ value, label, depth }, ...flat(children, depth + 1)]);
  return flat(columnTree(columns), 0);
}
