import { CodedError } from '@jianzhen/evidence';

/** The code of the coded error that an action ends in, `none` where it ends well; any other error passes on. */
export async function codeOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return 'none';
}
