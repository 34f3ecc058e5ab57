/** An element without its namespace prefix; children in document order. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  readonly text: string;
}

export function child(element: Xml | null | undefined, name: string): Xml | null {
  return element?.children.find((candidate) => candidate.name === name) ?? null;
}

export function childrenOf(element: Xml | null | undefined, name: string): readonly Xml[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** All elements of that name below, in document order. */
export function descendants(element: Xml | null, name: string): Xml[] {
  if (!element) return [];
  return element.children.flatMap((item) => [
    ...(item.name === name ? [item] : []),
    ...descendants(item, name),
  ]);
}

/** Text of a child element, without blanks around it. */
export function childText(element: Xml | null | undefined, name: string): string | null {
  const text = child(element, name)?.text.trim();
  return text ? text : null;
}
