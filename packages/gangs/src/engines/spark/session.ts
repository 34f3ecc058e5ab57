export const openSpark = (_: unknown): never => { throw new Error('todo'); };
