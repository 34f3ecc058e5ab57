import type { KeyboardEvent, MouseEvent } from 'react';

/** A table's row that opens something: arrow keys go from row to row, Enter or a click opens. */
export const rowKeys = (index: number | undefined, open: () => void) => ({
  tabIndex: index === 0 ? 0 : -1,
  onClick(event: MouseEvent) {
    if (!(event.target as Element).closest('a')) open();
  },
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => walk(event, open),
});

function walk(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  const row = event.currentTarget;
  if (event.key === 'Enter') open();
  const sibling =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (!(sibling instanceof HTMLElement)) return;
  event.preventDefault();
  sibling.focus();
}
