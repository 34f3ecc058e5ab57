/** A value as a JSON file for people and programs. */
export const jsonBytes = (value: unknown): Uint8Array[] => [
  Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
];
