import { errors } from '../../errors.ts';

export interface Trial {
  /** 1 where both sides are one speaker. */
  readonly label: 0 | 1;
  readonly enrol: string;
  readonly test: string;
}

/**
 * A list of trials in VoxCeleb's form, `1 enrol.wav test.wav` a line; empty lines are passed over.
 *
 * @throws CodedError `cli.trials-unreadable`
 */
export function parseTrials(file: string, text: string): Trial[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, i): Trial[] => {
      if (line.trim() === '') return [];
      const [label, enrol, test, ...rest] = line.trim().split(/\s+/);
      if ((label !== '0' && label !== '1') || !enrol || !test || rest.length > 0)
        throw errors('cli.trials-unreadable', { file, line: i + 1 });
      return [{ label: label === '1' ? 1 : 0, enrol, test }];
    });
}
