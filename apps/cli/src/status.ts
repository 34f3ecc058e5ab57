/** Exit statuses, as the command line promises them. */
export const Status = {
  done: 0,
  failed: 1,
  usage: 2,
  unreadable: 3,
  found: 4,
} as const;

export type Status = (typeof Status)[keyof typeof Status];
